import { DisciplineAvatar, useIsNarrow } from '@plexus/ui';
import { IconShieldExclamation } from '@tabler/icons-react';
import { ChangeLines } from '../../../shared/changes/change-lines.tsx';
import { Moment } from '../../../shared/day.tsx';
import { disciplineName } from '../../../shared/labels.ts';
import { avatarOf } from '../../../shared/person.ts';
import { useText } from '../../../shared/text.ts';
import type { OtherGroup, UnreadEntry, UnreadGroup } from '../model/group-unread.ts';
import classes from './since.module.css';

/** Stands first and cannot be folded away. */
export function SafetyEntries({ entries }: { entries: readonly UnreadEntry[] }) {
  const text = useText();
  return (
    <section className={classes.safety}>
      <h3><IconShieldExclamation size={16} aria-hidden="true" />{text('since.safety')}</h3>
      <SinceEntries entries={entries} />
    </section>
  );
}

/** By goal, and within a goal by discipline. On a telephone the plan is in sight below, and each group opens by itself. */
export function SinceGroups({ groups }: { groups: readonly UnreadGroup[] }) {
  const text = useText();
  const isNarrow = useIsNarrow();
  return groups.map(({ id, words, parts }) => (
    <details key={id} open={!isNarrow} className={classes.group}>
      <summary>{words === null ? text(`since.group.${id as OtherGroup}`) : `“${words}”`}</summary>
      {parts.map(({ discipline, entries }) => (
        <section key={discipline}>
          <h3 className={classes.discipline}>{disciplineName(discipline) ?? text('discipline.none')}</h3>
          <SinceEntries entries={entries} />
        </section>
      ))}
    </details>
  ));
}

export function SinceEntries({ entries }: { entries: readonly UnreadEntry[] }) {
  const text = useText();
  return (
    <ol className={classes.entries}>
      {entries.map(({ key, revision, changes }) => (
        <li key={key}>
          <DisciplineAvatar person={avatarOf(revision.person)} size="small" isDecorative />
          <div>
            <ChangeLines changes={changes} />
            {revision.reason && <p className={classes.reason}>{text('since.because', { reason: revision.reason })}</p>}
            <p className={classes.by}>{revision.person.name}, <Moment at={revision.at} /></p>
          </div>
        </li>
      ))}
    </ol>
  );
}
