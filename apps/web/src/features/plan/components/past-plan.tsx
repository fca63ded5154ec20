import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Card, ListSkeleton } from '@plexus/ui';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { PlanAsOfDocument, type MomentInput, type PlanAsOfQuery } from '../../../gql/index.ts';
import { PastDayContext } from '../../../shared/past-day.ts';
import { PatientNewsContext } from '../../../shared/patient-news.ts';
import { useText } from '../../../shared/text.ts';
import { PlanDeskContext, PlanHandsContext, type PlanPatient } from '../hooks/plan-desk.ts';
import { useDeskOfPlan } from '../hooks/use-desk-of-plan.ts';
import { useHandsOfPlan } from '../hooks/use-hands-of-plan.ts';
import { usePlanShape } from '../hooks/use-plan-shape.ts';
import { MomentFault } from './moment-fault.tsx';
import { PastBand } from './past-band.tsx';
import pastClasses from './past.module.css';
import { MANY_COLUMNS, PlanSheet } from './plan-sheet.tsx';
import { PlanSide } from './plan-side.tsx';
import classes from './plan.module.css';

interface PastPlanProps {
  readonly patientId: string;
  readonly moment: MomentInput;
}

/** The plan as it stood, to read. It is kept out of the cache, where the goals and parts of today have the same ids. */
export function PastPlan({ patientId, moment }: PastPlanProps) {
  const text = useText();
  const { data, error, refetch } = useQuery(PlanAsOfDocument, { variables: { patientId, moment }, fetchPolicy: 'no-cache' });
  const back = <Button component={Link} to={`/patients/${patientId}/plan`} variant="default">{text('past.back')}</Button>;
  if (error) return <MomentFault error={error} onRetry={() => void refetch().catch(() => undefined)} action={back} />;
  return (
    <>
      <PastBand patientId={patientId} asked={moment} then={data?.patient.planAsOf} />
      {data ? <PastLayout patient={data.patient} /> : <ListSkeleton label={text('past.loading')} lines={5} height={110} />}
    </>
  );
}

const nothingNewer = async (): Promise<void> => undefined;

function PastLayout({ patient }: { patient: PlanAsOfQuery['patient'] }) {
  const past = useMemo(() => pastPatient(patient), [patient]);
  const { day, plan } = patient.planAsOf;
  // News are of today.
  return (
    <PatientNewsContext value={null}>
      <PastDayContext value={day}><PastSheet patient={past} plan={plan} /></PastDayContext>
    </PatientNewsContext>
  );
}

function PastSheet({ patient, plan }: { patient: PlanPatient; plan: PlanAsOfQuery['patient']['planAsOf']['plan'] }) {
  const shape = usePlanShape(patient);
  const desk = useDeskOfPlan(patient, nothingNewer);
  const hands = useHandsOfPlan(desk);
  return (
    <PlanDeskContext value={desk}>
      <div className={classes.layout} data-columns={shape.columns.length > MANY_COLUMNS ? 'many' : undefined}>
        <div className={classes.main}><PlanHandsContext value={hands}><PlanSheet patient={patient} shape={shape} /></PlanHandsContext></div>
        <PlanSide plan={patient.plan}><MessageThen plan={plan} /></PlanSide>
      </div>
    </PlanDeskContext>
  );
}

function MessageThen({ plan: { agreedMessage, dissents } }: { plan: PlanAsOfQuery['patient']['planAsOf']['plan'] }) {
  const text = useText();
  return (
    <Card title={text('past.message')}>
      <p className={agreedMessage ? pastClasses.message : classes.note}>{agreedMessage ?? text('past.noMessage')}</p>
      {dissents.length > 0 && (
        <ul className={pastClasses.disagreeing} aria-label={text('message.disagreeing', { count: dissents.length })}>
          {dissents.map(({ id, person, reason }) => <li key={id}><strong>{person.name}</strong>: {reason}</li>)}
        </ul>
      )}
    </Card>
  );
}

/** As the plan's page reads a patient. Nobody may do anything in the past; what forms warn of (allergies, contacts) is of no use without forms, and is left out. */
function pastPatient({ planAsOf: { revision, planVersion, plan, team }, ...patient }: PlanAsOfQuery['patient']): PlanPatient {
  return { ...patient, revision, planVersion, plan, team, contacts: [], allergyStatus: 'NOT_SHOWN', allergies: [], namedSubstances: [], viewer: { ...patient.viewer, may: [] } };
}
