import { ListSkeleton, StaleNotice } from '@plexus/ui';
import { useParams } from 'react-router';
import { PlanPageDocument, type PlanPageQuery } from '../../gql/index.ts';
import { FaultState } from '../../shared/fault-state.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { usePatientNews } from '../../shared/patient-news.ts';
import { useText } from '../../shared/text.ts';
import { usePageQuery } from '../../shared/use-page-query.ts';
import { PlanPanel } from './components/plan-panel.tsx';
import { PlanSheet } from './components/plan-sheet.tsx';
import { PlanSide } from './components/plan-side.tsx';
import classes from './components/plan.module.css';
import { PlanDeskContext, PlanHandsContext } from './hooks/plan-desk.ts';
import { useDeskOfPlan } from './hooks/use-desk-of-plan.ts';
import { useHandsOfPlan } from './hooks/use-hands-of-plan.ts';
import { usePlanShape } from './hooks/use-plan-shape.ts';

/** The one plan that everybody on the team shares. */
export function PlanPage() {
  const { patientId = '' } = useParams();
  const text = useText();
  const page = usePageQuery(PlanPageDocument, { patientId });
  usePatientNews(() => void page.refreshInBackground());

  if (!page.data) return page.error ? <FaultState error={page.error} onRetry={page.retry} /> : <ListSkeleton label={text('app.loading')} lines={5} height={110} />;
  return (
    <>
      <PageTitle id="plan.title" />
      {page.isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void page.refresh() }}>{text('error.stale')}</StaleNotice>}
      <PlanLayout key={patientId} patient={page.data.patient} refresh={page.refreshInBackground} />
    </>
  );
}

/** More of them need the width that the side would take. */
const MANY_COLUMNS = 5;

function PlanLayout({ patient, refresh }: { patient: PlanPageQuery['patient']; refresh: () => Promise<void> }) {
  const shape = usePlanShape(patient);
  const desk = useDeskOfPlan(patient, refresh);
  const hands = useHandsOfPlan(desk);
  const panel = desk.mayWrite ? desk.panel : null;
  return (
    <PlanDeskContext value={desk}>
      <div className={classes.layout} data-columns={shape.columns.length > MANY_COLUMNS ? 'many' : undefined} data-panel={panel ? 'open' : undefined}>
        <div className={classes.main}><PlanHandsContext value={hands}><PlanSheet patient={patient} shape={shape} /></PlanHandsContext></div>
        <PlanSide patient={patient} />
        {panel && <PlanPanel panel={panel} />}
      </div>
    </PlanDeskContext>
  );
}
