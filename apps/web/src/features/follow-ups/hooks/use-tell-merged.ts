import type { FollowUpChangePartsFragment } from '../../../gql/index.ts';
import { notice } from '../../../shared/notices.tsx';
import { useText } from '../../../shared/text.ts';

/** What colleagues changed of the same follow-up meanwhile, in other fields: it stands beside mine, and both are told. */
export function useTellMerged(): (change: FollowUpChangePartsFragment) => void {
  const text = useText();
  return ({ meanwhile }) => {
    for (const name of new Set(meanwhile.map(({ person }) => person.name))) notice(text('followUp.merged', { name }));
  };
}
