import { ListSkeleton, StaleNotice } from '@plexus/ui';
import { lazy, Suspense } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { PlanPageDocument, type PlanPageQuery } from '../../gql/index.ts';
import { FaultState } from '../../shared/fault-state.tsx';
import { readPlanMoment } from '../../shared/moments.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { usePatientNews } from '../../shared/patient-news.ts';
import { useText } from '../../shared/text.ts';
import { usePageQuery } from '../../shared/use-page-query.ts';
import { PlanPanel } from './components/plan-panel.tsx';
import { MANY_COLUMNS, PlanSheet } from './components/plan-sheet.tsx';
import { PlanSide } from './components/plan-side.tsx';
import classes from './components/plan.module.css';
import { SincePanel } from './components/since-panel.tsx';
import { PlanDeskContext, PlanHandsContext } from './hooks/plan-desk.ts';
import { useDeskOfPlan } from './hooks/use-desk-of-plan.ts';
import { useHandsOfPlan } from './hooks/use-hands-of-plan.ts';
import { usePlanShape } from './hooks/use-plan-shape.ts';
import { isReading } from './model/panel-address.ts';

const PastPlan = lazy(async () => ({ default: (await import('./components/past-plan.tsx')).PastPlan }));

/** The one plan that everybody on the team shares; with `?asOf=2026-10-28` or `?asOfRevision=312` as it stood then. */
export function PlanPage() {
  const { patientId = '' } = useParams();
  const text = useText();
  const moment = readPlanMoment(useSearchParams()[0]);
  if (!moment) return <PlanNow patientId={patientId} />;
  return (
    <>
      <PageTitle id="past.title" />
      <Suspense fallback={<ListSkeleton label={text('past.loading')} lines={5} height={110} />}><PastPlan patientId={patientId} moment={moment} /></Suspense>
    </>
  );
}

function PlanNow({ patientId }: { patientId: string }) {
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

function PlanLayout({ patient, refresh }: { patient: PlanPageQuery['patient']; refresh: () => Promise<void> }) {
  const shape = usePlanShape(patient);
  const desk = useDeskOfPlan(patient, refresh);
  const hands = useHandsOfPlan(desk);
  const panel = desk.panel && (isReading(desk.panel) ? desk.mayReadHistory : desk.mayWrite) ? desk.panel : null;
  return (
    <PlanDeskContext value={desk}>
      <div className={classes.layout} data-columns={shape.columns.length > MANY_COLUMNS ? 'many' : undefined} data-panel={panel ? 'open' : undefined}>
        <div className={classes.main}><PlanHandsContext value={hands}><PlanSheet patient={patient} shape={shape} /></PlanHandsContext></div>
        <PlanSide plan={patient.plan}>{patient.viewer.may.includes('HISTORY_READ') && <SincePanel patientId={patient.id} plan={patient.plan} />}</PlanSide>
        {panel && <PlanPanel panel={panel} />}
      </div>
    </PlanDeskContext>
  );
}
