import type { TypedDocumentNode } from '@apollo/client';
import { useForm } from '@mantine/form';
import { useEffect, useEffectEvent } from 'react';
import type { FollowUpChangePartsFragment, FollowUpPartsFragment } from '../../../gql/index.ts';
import { withoutFields } from '../../../shared/form-changes.ts';
import { useDraft } from '../../../shared/outbox/use-draft.tsx';
import { isSettled, type CommandOutcome } from '../../../shared/use-command.ts';
import { usePatientCommand, type PatientCommandInput, type Written } from '../../../shared/use-patient-command.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import { addressOf, type FollowUpForm } from './use-open-follow-up.ts';
import { useTellMerged } from './use-tell-merged.ts';

interface FollowUpInput extends PatientCommandInput {
  readonly followUpId: string;
}
type Answer = FollowUpChangePartsFragment | { readonly __typename: 'RuleViolation' | 'EditConflict' };

/** Input fields by the registry's names, where these differ: what a colleague changed is theirs by the registry. */
const INPUT_OF: Readonly<Record<string, string>> = { watchers: 'watcherIds', checklistDone: 'checklist' };

/** Commands on one follow-up stand on the revision that last wrote it: the list beside it may be newer or older than what its author saw. */
export const standing = ({ patient, revision }: FollowUpPartsFragment) => ({ ...patient, revision });

interface Options<TInput, TValues> {
  readonly followUp: FollowUpPartsFragment;
  readonly form: FollowUpForm;
  readonly initialValues: TValues;
  /** What is sent, measured against what its author saw; null: nothing was changed. */
  readonly write: (values: TValues, seen: TValues) => Omit<Written<TInput>, 'followUpId'> | null;
  /** What is lacking, by field, before anything is sent. */
  readonly check?: (values: TValues) => Partial<Record<keyof TValues & string, string>>;
  /** Fields are sent one by one, so that after a conflict the others can still be saved. */
  readonly isPatch?: boolean;
  readonly onClose: () => void;
}

/** A form about one follow-up: its text kept as a draft, its command, and what stood in the way. `frame` is for `FormFrame`. */
export function useFollowUpForm<TData extends Record<string, Answer>, TInput extends FollowUpInput, TValues extends Record<string, unknown>>(
  document: TypedDocumentNode<TData, { input: TInput }>,
  { followUp, form: name, initialValues, write, check, isPatch = false, onClose }: Options<TInput, TValues>,
) {
  const say = useViolationText();
  const tellMerged = useTellMerged();
  const form = useForm<TValues>({ initialValues });
  const draft = useDraft(`${followUp.patientId}:follow-up:${addressOf(followUp.id, name)}`, form, { revision: followUp.revision, opens: addressOf(followUp.id, name) });
  const { run, runAgain, outcome, sending } = usePatientCommand(document, standing(followUp), `follow-up ${followUp.id}`, draft);
  const fields = Object.keys(form.values);

  function leave() {
    draft.discard();
    onClose();
  }

  function showErrors(errors: Record<string, string>) {
    form.setErrors(errors);
    const [first] = Object.keys(errors);
    if (first) form.getInputNode(first)?.focus();
  }

  // A form that opens again with its text shows what had been said of it.
  const showAnswer = useEffectEvent((answer: CommandOutcome<unknown>) => {
    if (answer.kind === 'refused') showErrors(sortRefusal(answer.violations, fields, say).fields);
  });
  useEffect(() => { if (draft.answer) showAnswer(draft.answer); }, [draft.answer]);

  async function save(send: typeof run | typeof runAgain, theirs: readonly string[] = []) {
    const lacking = check?.(form.values) ?? {};
    if (Object.keys(lacking).length) return showErrors(lacking as Record<string, string>);
    const written = write(form.values, draft.initial);
    const mine = written && withoutFields(written, theirs);
    if (!mine || Object.keys(mine).length === 0) return leave();
    const result = await send({ followUpId: followUp.id, ...mine } as unknown as Written<TInput>);
    if (result.kind === 'done') tellMerged(result.value as FollowUpChangePartsFragment);
    if (result.kind === 'refused') showErrors(sortRefusal(result.violations, fields, say).fields);
    if (isSettled(result)) onClose();
  }

  const keepTheirs = () => {
    const theirs = outcome?.kind === 'conflict' ? outcome.groups.flatMap((group) => group.fields.map(({ field }) => INPUT_OF[field] ?? field)) : [];
    return isPatch ? void save(runAgain, theirs) : leave();
  };
  const frame = { draft, outcome, fields, isSending: sending, onSubmit: () => void save(run), onKeepMine: () => void save(runAgain), onKeepTheirs: keepTheirs, onCancel: leave };
  return { form, frame };
}

export type FormFrameState = ReturnType<typeof useFollowUpForm>['frame'];
