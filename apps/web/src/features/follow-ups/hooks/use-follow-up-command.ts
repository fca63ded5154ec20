import type { TypedDocumentNode } from '@apollo/client';
import type { FollowUpChangePartsFragment, FollowUpPartsFragment } from '../../../gql/index.ts';
import { usePatientCommand, type PatientCommandInput, type Written } from '../../../shared/use-patient-command.ts';
import { standing } from './use-follow-up-form.ts';
import { useTellMerged } from './use-tell-merged.ts';

/** A command that needs no form: a move that asks for nothing, a tick. */
export function useFollowUpCommand<TData, TInput extends PatientCommandInput & { followUpId: string }>(document: TypedDocumentNode<TData, { input: TInput }>, followUp: FollowUpPartsFragment) {
  const tellMerged = useTellMerged();
  const { run, runAgain, forget, outcome, sending } = usePatientCommand(document, standing(followUp), `follow-up ${followUp.id}`);
  async function send(by: typeof run | typeof runAgain, written: Omit<Written<TInput>, 'followUpId'>) {
    const result = await by({ ...written, followUpId: followUp.id } as unknown as Written<TInput>);
    if (result.kind === 'done') tellMerged(result.value as unknown as FollowUpChangePartsFragment);
  }
  return {
    outcome,
    sending,
    forget,
    run: (written: Omit<Written<TInput>, 'followUpId'>) => send(run, written),
    runAgain: (written: Omit<Written<TInput>, 'followUpId'>) => send(runAgain, written),
  };
}
