import { Card, StatusBadge, type Tone } from '@plexus/ui';
import { IconAlertTriangle, IconCheck, IconHelp, IconMinus, type Icon } from '@tabler/icons-react';
import type { DisciplineAgreementPartsFragment } from '../../../gql/index.ts';
import { disciplineName } from '../../../shared/labels.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { agreementState, type AgreementState } from '../model/agreement-state.ts';
import classes from './agreement.module.css';

const LOOKS: Readonly<Record<AgreementState, { readonly tone: Tone; readonly icon: Icon }>> = {
  right: { tone: 'good', icon: IconCheck },
  objection: { tone: 'warn', icon: IconAlertTriangle },
  asked: { tone: 'accent', icon: IconHelp },
  none: { tone: 'calm', icon: IconMinus },
};

/** Which discipline stands behind the plan as it is now, for which version it said so, and what has changed since. */
export function Agreements({ agreements }: { agreements: readonly DisciplineAgreementPartsFragment[] }) {
  const text = useText();
  return (
    <Card title={text('agreement.title')}>
      <ul className={classes.list}>{agreements.map((agreement) => <Line key={agreement.discipline} agreement={agreement} />)}</ul>
    </Card>
  );
}

function Line({ agreement }: { agreement: DisciplineAgreementPartsFragment }) {
  const text = useText();
  const dates = useDates();
  const { discipline, last, changed, isReview } = agreement;
  const state = agreementState(agreement);
  const { tone, icon } = LOOKS[state];
  const since = [changed.length > 0 && text('agreement.since', { count: changed.length }), isReview && text('agreement.sinceReview')].filter(Boolean).join(', ');
  return (
    <li>
      <span className={classes.who}>{disciplineName(discipline)}</span>
      <StatusBadge tone={tone} icon={icon}>{text(`agreement.state.${state}`)}</StatusBadge>
      {last && <span className={classes.note}>{text('agreement.by', { name: last.person.name, version: last.planVersion, date: dates.said(last.answeredOn) })}{since && ` · ${since}`}</span>}
      {last?.reason && <span className={classes.reason}>{last.reason}</span>}
    </li>
  );
}
