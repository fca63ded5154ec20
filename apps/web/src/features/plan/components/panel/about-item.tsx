import { planActivityById } from '@plexus/catalogue/labels';
import { sourceTitle } from '@plexus/catalogue/sources';
import { treatmentById } from '@plexus/catalogue/treatments';
import { useText } from '../../../../shared/text.ts';
import classes from './panel.module.css';

type Treatment = NonNullable<ReturnType<typeof treatmentById>>;

/** What the catalogue knows of an item, with what speaks against it and where that is from. It stops nothing. */
export function AboutItem({ catalogueId }: { catalogueId: string }) {
  const treatment = treatmentById(catalogueId);
  const known = treatment?.evidence ?? noteOf(catalogueId);
  if (!known) return null;
  return (
    <div className={classes.about}>
      <p>{known.note} <Sources keys={known.sources} /></p>
      {treatment && <UsualCourse treatment={treatment} />}
    </div>
  );
}

function noteOf(catalogueId: string) {
  const activity = planActivityById(catalogueId);
  return activity && { note: activity.note, sources: activity.articles };
}

function UsualCourse({ treatment: { course, cautions } }: { treatment: Treatment }) {
  const text = useText();
  const { duration, sessions, target, labelDose, basis, sources } = course;
  const usual = [duration, sessions, target].filter(Boolean).join(', ');
  if (!usual && cautions.length === 0) return null;
  return (
    <details>
      <summary>{text('aboutItem.title')}</summary>
      {usual && <p>{text('aboutItem.course', { course: usual, basis })} <Sources keys={sources} /></p>}
      {labelDose && <p>{text('aboutItem.label', { dose: labelDose })}</p>}
      {cautions.length > 0 && <ul>{cautions.map((caution) => <li key={caution}>{caution}</li>)}</ul>}
    </details>
  );
}

function Sources({ keys }: { keys: readonly string[] }) {
  const text = useText();
  return keys.length > 0 ? <>{text('template.sources', { sources: keys.map((key) => sourceTitle(key) ?? key).join('; ') })}.</> : null;
}
