import { createContext, useContext } from 'react';
import type { ActivityCellFragment, GoalCellFragment, PlanChangePartsFragment, PlanPageQuery } from '../../../gql/index.ts';
import type { PlanPanelState } from './use-plan-panel.ts';

export type PlanPatient = PlanPageQuery['patient'];

export interface Settling {
  /** What was done, in words: "Goal activated." */
  readonly said: string;
  /** What it changed, by the record's field names. */
  readonly fields: readonly string[];
  /** Undoing is itself not undone. */
  readonly isUndo?: boolean;
}

/** What every part of the plan needs to be edited: the plan as it stands here, what is open, and what to do with an answer. */
export interface PlanDesk extends PlanPanelState {
  readonly patient: PlanPatient;
  /** The revision of the record at which the plan on this screen stood: the base of what is typed over it. */
  readonly revision: number;
  readonly mayWrite: boolean;
  readonly mayReadHistory: boolean;
  readonly viewerId: string;
  /** The viewer's discipline on this team; null for who is not on it. */
  readonly myDiscipline: string | null;
  readonly goal: (id: string) => GoalCellFragment | undefined;
  readonly activity: (id: string) => ActivityCellFragment | undefined;
  /** The contact that the viewer has open. */
  readonly contactId: string | undefined;
  /** After 'done': says so, offers the way back, tells what was merged. */
  readonly settle: (change: PlanChangePartsFragment, settling: Settling) => void;
  /** The plan as the server has it now. */
  readonly latest: () => Promise<PlanPatient | null>;
}

/**
 * What a goal or a part on the sheet needs. It stays the same while a form is open and while news come, so that a plan of hundreds of parts is not
 * drawn anew for either.
 */
export interface PlanHands extends Pick<PlanDesk, 'mayWrite' | 'mayReadHistory' | 'myDiscipline' | 'open'> {
  /** Starts, pauses and completes the whole plan. */
  readonly mayMovePlan: boolean;
  readonly mayFollowUp: boolean;
  readonly patientId: string;
}

export const PlanHandsContext = createContext<PlanHands | null>(null);

export function usePlanHands(): PlanHands {
  const hands = useContext(PlanHandsContext);
  if (!hands) throw new Error('Parts of the plan stand inside the plan page.');
  return hands;
}

export const PlanDeskContext = createContext<PlanDesk | null>(null);

export function usePlanDesk(): PlanDesk {
  const desk = useContext(PlanDeskContext);
  if (!desk) throw new Error('Parts of the plan stand inside the plan page.');
  return desk;
}
