import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { FollowUpPartsFragment } from '../../../gql/index.ts';
import { Day, Moment } from '../../../shared/day.tsx';
import { disciplineName } from '../../../shared/labels.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useDueWords } from '../hooks/use-follow-up-words.ts';
import { codeOf } from '../model/contract.ts';
import classes from './follow-ups.module.css';

/** Every field of it that says something. */
export function FollowUpFacts({ followUp }: { readonly followUp: FollowUpPartsFragment }) {
  const text = useText();
  const dates = useDates();
  const due = useDueWords()(followUp);
  const { why, askedBy, owner, pool, outsideParty, documentsSent, appointmentOn, appointmentTime, outcome, stateReason, snoozedUntil, everyWeeks, recursUntil, watchers, openedAt, source, patientId } = followUp;
  const isSnoozed = snoozedUntil !== null && snoozedUntil > dates.today;
  return (
    <dl className={classes.facts}>
      <Fact name={text('field.follow-up.outcome')}>{outcome}</Fact>
      <Fact name={text('field.follow-up.stateReason')}>{stateReason}</Fact>
      <Fact name={text('field.follow-up.why')}>{why}</Fact>
      <Fact name={text('field.follow-up.sourceKind')}>{source && <SourceLink source={source} patientId={patientId} />}</Fact>
      <Fact name={text('field.follow-up.dueOn')}>{due.isLate ? `${due.full} · ${due.words}` : due.full}</Fact>
      <Fact name={text('field.follow-up.snoozedUntil')}>{isSnoozed && <Day date={snoozedUntil} />}</Fact>
      <Fact name={text('followUp.repeats')}>{everyWeeks && recursUntil && text('followUp.everyUntil', { weeks: everyWeeks, date: dates.plain(recursUntil) })}</Fact>
      <Fact name={text('field.follow-up.askedBy')}>{askedBy.name}</Fact>
      <Fact name={text('field.follow-up.owner')}>{owner ? `${owner.name} · ${disciplineName(pool.id)}` : text('assign.pool', { role: disciplineName(pool.id) })}</Fact>
      <Fact name={text('field.follow-up.outsideParty')}>{outsideParty}</Fact>
      <Fact name={text('field.follow-up.documentsSent')}>{documentsSent}</Fact>
      <Fact name={text('field.follow-up.appointmentOn')}>{appointmentOn && [dates.full(appointmentOn), appointmentTime].filter(Boolean).join(', ')}</Fact>
      <Fact name={text('field.follow-up.watchers')}>{watchers.map(({ name }) => name).join(', ')}</Fact>
      <Fact name={text('followUp.opened')}><Moment at={openedAt} /></Fact>
    </dl>
  );
}

/** What says nothing is left out. */
function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === null || children === '' || children === false || children === 0) return null;
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

type Source = NonNullable<FollowUpPartsFragment['source']>;

/** A goal or a part opens in the plan; of the rest the name is said. */
function SourceLink({ source: { kind, id, name }, patientId }: { readonly source: Source; readonly patientId: string }) {
  const text = useText();
  const words = name ?? text(`value.follow-up.sourceKind.${codeOf(kind)}`);
  return kind === 'GOAL' || kind === 'ACTIVITY' ? <Link to={`/patients/${patientId}/plan?edit=${codeOf(kind)}:${id}`}>{words}</Link> : words;
}
