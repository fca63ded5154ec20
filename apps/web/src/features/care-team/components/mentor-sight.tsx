import { StatusBadge } from '@plexus/ui';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { ConsentRowFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { PEER_MENTOR, seesSince } from '../model/consents.ts';
import type { TeamLine } from '../model/team-sections.ts';

/** Of a peer mentor on the team: whether the patient's consent lets them see the plan, and since when. */
export function MentorSight({ line, consents }: { line: TeamLine; consents: readonly ConsentRowFragment[] | null }) {
  const text = useText();
  const dates = useDates();
  if (!consents || line.kind !== 'member' || line.member.discipline !== PEER_MENTOR || line.member.period !== 'CURRENT') return null;
  const since = seesSince(line.member, consents);
  return since ? (
    <StatusBadge tone="good" icon={IconEye}>{text('consent.mentor.sees', { since: dates.plain(since) })}</StatusBadge>
  ) : (
    <StatusBadge tone="warn" icon={IconEyeOff}>{text('consent.mentor.seesNothing')}</StatusBadge>
  );
}
