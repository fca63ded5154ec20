import { useEffectEvent, useMemo, useState } from 'react';
import type { PlanDesk, PlanHands } from './plan-desk.ts';

/** The part of the desk that does not change with every news and every form. */
export function useHandsOfPlan({ patient, mayWrite, mayReadHistory, myDiscipline, open }: PlanDesk): PlanHands {
  const openNow = useEffectEvent<PlanDesk['open']>((...panel) => open(...panel));
  const [steady] = useState(() => (...panel: Parameters<PlanDesk['open']>) => openNow(...panel));
  const patientId = patient.id;
  const mayMovePlan = patient.viewer.may.includes('PLAN_MOVE');
  const mayFollowUp = patient.viewer.may.includes('FOLLOW_UP_WRITE');
  return useMemo(() => ({ patientId, mayWrite, mayReadHistory, mayMovePlan, mayFollowUp, myDiscipline, open: steady }), [patientId, mayWrite, mayReadHistory, mayMovePlan, mayFollowUp, myDiscipline, steady]);
}
