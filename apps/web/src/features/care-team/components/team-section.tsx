import { Card, DataTable, useIsNarrow, type DataColumn } from '@plexus/ui';
import { useText } from '../../../shared/text.ts';
import type { ConsentRowFragment } from '../../../gql/index.ts';
import type { TeamLine } from '../model/team-sections.ts';
import { LineActions, type TeamRights } from './line-actions.tsx';
import { MentorSight } from './mentor-sight.tsx';
import { Period, Role, Who, Why } from './member-cells.tsx';
import type { TeamTask } from './team-dialogs.tsx';
import classes from './team-section.module.css';

interface TeamSectionProps {
  readonly title: string;
  readonly lines: readonly TeamLine[];
  /** What a peer mentor sees follows from them; null for those who do not see consents. */
  readonly consents: readonly ConsentRowFragment[] | null;
  /** Nothing is left to be done about it. */
  readonly isPast: boolean;
  readonly rights: TeamRights;
  readonly onTask: (task: TeamTask) => void;
}

/** Who is on the team now, soon or not any more: a table, on a telephone a card for each. */
export function TeamSection(props: TeamSectionProps) {
  const isNarrow = useIsNarrow();
  return (
    <section className={classes.section} aria-label={props.title}>
      <h2 className={classes.title}>{props.title}</h2>
      <Card isPadded={false}>{isNarrow ? <Cards {...props} /> : <div className={classes.table}><Table {...props} /></div>}</Card>
    </section>
  );
}

function Table({ title, lines, consents, isPast, rights, onTask }: TeamSectionProps) {
  const text = useText();
  const columns: DataColumn<TeamLine>[] = [
    { id: 'who', title: text('careTeam.who'), cell: (line) => <><Who line={line} /><MentorSight line={line} consents={consents} /></> },
    { id: 'role', title: text('careTeam.role'), cell: (line) => <Role line={line} /> },
    { id: 'period', title: text('careTeam.period'), cell: (line) => <Period line={line} /> },
    { id: 'why', title: text('careTeam.why'), cell: (line) => <Why line={line} /> },
  ];
  if (!isPast && (rights.mayManage || rights.mayArrange)) {
    columns.push({ id: 'actions', title: text('careTeam.actions'), cell: (line) => <LineActions line={line} rights={rights} onTask={onTask} /> });
  }
  return <DataTable caption={`${text('careTeam.title')}: ${title}`} columns={columns} rows={lines} rowId={({ id }) => id} />;
}

function Cards({ lines, consents, rights, onTask }: TeamSectionProps) {
  return (
    <ul className={classes.cards}>
      {lines.map((line) => (
        <li key={line.id} data-kind={line.kind}>
          <div className={classes.cardHead}>
            <Who line={line} />
            <LineActions line={line} rights={rights} onTask={onTask} />
          </div>
          <div className={classes.cardFacts}>
            {line.kind === 'member' && <Role line={line} />}
            <span><Period line={line} /></span>
          </div>
          <MentorSight line={line} consents={consents} />
          <Why line={line} />
        </li>
      ))}
    </ul>
  );
}
