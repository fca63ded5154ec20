import type { FollowUpItemPartsFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import type { CommandOutcome } from '../../../shared/use-command.ts';
import { useViolationText } from '../../../shared/violation-text.ts';

/** Why something of a batch was not done: of one follow-up, or of all of them. */
export function useItemWords() {
  const text = useText();
  const say = useViolationText();
  return {
    why: ({ outcome, violations }: FollowUpItemPartsFragment): string =>
      (outcome === 'REFUSED' ? violations.map(say).join(' ') : text(outcome === 'CONFLICT' ? 'worklist.failed.CONFLICT' : 'worklist.failed.NOT_FOUND')),
    fault: (outcome: Exclude<CommandOutcome<unknown>, { kind: 'done' | 'kept' }>): string => text(outcome.kind === 'failed' ? `error.${outcome.fault.code}` : 'error.INTERNAL'),
  };
}
