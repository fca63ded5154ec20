import { Card } from '@plexus/ui';
import { Link } from 'react-router';
import { CaseloadRevisedDocument, ForMeDocument } from '../../../gql/index.ts';
import { useLive } from '../../../shared/live.ts';
import { patientName } from '../../../shared/patient-name.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { usePageQuery } from '../../../shared/use-page-query.ts';
import classes from './for-me.module.css';

/** The first follow-ups that need the viewer, above their patients. Where nothing needs them, and where it does not load, it takes no room. */
export function ForMe() {
  const text = useText();
  const dates = useDates();
  const page = usePageQuery(ForMeDocument, {});
  useLive(CaseloadRevisedDocument, {}, () => void page.refreshInBackground());
  const found = page.data?.followUps;
  if (!found?.edges.length) return null;
  const count = found.counts.needsMe;
  return (
    <div className={classes.place}>
      <Card title={text('forMe.title')} aside={<Link to="/follow-ups" data-target>{text('forMe.all', { count })}</Link>}>
        <ul className={classes.list}>
          {found.edges.map(({ node: { id, what, kind, patient, dueOn, isOverdue, daysLate } }) => (
            <li key={id}>
              <Link className={classes.what} to={`/follow-ups?open=${id}`} data-target>{what}</Link>
              <span className={classes.who}>{patientName(patient)}{kind === 'SAFETY' && <strong>{text('forMe.safety')}</strong>}</span>
              <time dateTime={dueOn} title={dates.full(dueOn)} data-late={isOverdue || undefined}>{isOverdue && daysLate > 0 ? text('date.late', { days: daysLate }) : dates.said(dueOn)}</time>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
