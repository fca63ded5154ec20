import { ColumnHeader, DisciplineAvatar, StatusBadge } from '@plexus/ui';
import { IconCornerDownRight, IconStar } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import { Day } from '../../../shared/day.tsx';
import { HistoryButton } from '../../../shared/history/history-button.tsx';
import { columnIdOf, disciplineName } from '../../../shared/labels.ts';
import { avatarOf } from '../../../shared/person.ts';
import { useText } from '../../../shared/text.ts';
import type { TeamLine } from '../model/team-sections.ts';
import classes from './member-cells.module.css';

/** Whom the line is about, and in which discipline; a stand-in stands under the member. */
export function Who({ line }: { line: TeamLine }) {
  const text = useText();
  const isStandIn = line.kind === 'stand-in';
  const person = isStandIn ? line.standIn.person : line.member.person;
  const discipline = isStandIn ? person.discipline : line.member.discipline;
  return (
    <span className={classes.who} data-stand-in={isStandIn || undefined}>
      {isStandIn && <IconCornerDownRight size={16} stroke={1.6} aria-hidden="true" />}
      <DisciplineAvatar person={avatarOf(person, discipline)} size={isStandIn ? 'small' : 'medium'} isDecorative />
      <span className={classes.words}>
        <strong>{person.name}</strong>
        <ColumnHeader column={columnIdOf(discipline) ?? 'none'}>{disciplineName(discipline) ?? text('discipline.none')}</ColumnHeader>
        {isStandIn && <span className={classes.quiet}>{text('careTeam.standsInFor', { name: line.member.person.name })}</span>}
      </span>
    </span>
  );
}

export function Role({ line }: { line: TeamLine }) {
  const text = useText();
  if (line.kind === 'stand-in') return <span className={classes.quiet}>{text('careTeam.standsIn')}</span>;
  const { role } = line.member;
  return role === 'LEAD' ? <StatusBadge tone="accent" icon={IconStar}>{text('teamRole.LEAD')}</StatusBadge> : text(`teamRole.${role}`);
}

/** From – to, as people say it; an open end is no end. */
export function Period({ line }: { line: TeamLine }) {
  const { validFrom, validTo, period } = line.kind === 'member' ? line.member : line.standIn;
  const from = <Day date={validFrom} />;
  if (validTo !== null) return <FormattedMessage id="careTeam.fromTo" values={{ from, to: <Day date={validTo} /> }} />;
  return <FormattedMessage id={period === 'FUTURE' ? 'careTeam.starts' : 'careTeam.since'} values={{ from }} />;
}

export function Why({ line }: { line: TeamLine }) {
  const text = useText();
  const { id, reason, person } = line.kind === 'member' ? line.member : line.standIn;
  const endReason = line.kind === 'member' ? line.member.endReason : null;
  return (
    <span className={classes.why}>
      <span>{reason}</span>
      {endReason && <span className={classes.quiet}>{text('careTeam.ended', { reason: endReason })}</span>}
      <span><HistoryButton entity={line.kind === 'member' ? 'team-member' : 'stand-in'} id={id} name={person.name} /></span>
    </span>
  );
}
