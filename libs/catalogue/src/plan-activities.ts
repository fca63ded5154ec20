import type { PlanItem } from './treatments/treatment.ts';

/** Work on a plan that is not a treatment: assessing, referring, reviewing. */
export interface PlanActivity extends PlanItem {
  readonly note: string;
}

const planActivityRows = [
  {
    id: 'act.intake',
    name: 'Intake: history, needs, goals',
    kind: 'assessment',
    disciplines: ['physiatrist', 'nurse', 'care-coordinator'],
    defaultReviewWeeks: null,
    shortTerm: false,
    sites: [],
    sided: false,
    doseUnits: [],
    articles: ['SEED000', 'SEED002'],
    note: 'precedes a plan',
  },
  {
    id: 'act.red-flag-screen',
    name: 'Red-flag and visceral-cause screen',
    kind: 'assessment',
    disciplines: ['physiatrist', 'primary-care', 'physical-therapist', 'nurse'],
    defaultReviewWeeks: null,
    shortTerm: false,
    sites: [],
    sided: false,
    doseUnits: [],
    articles: ['SEED002'],
    note: 'infection, heart, lung, gallbladder, pancreas, cancer, fracture, cord or root compromise',
  },
  {
    id: 'act.fm-criteria',
    name: 'Fibromyalgia criteria assessment (ACR 2016)',
    kind: 'assessment',
    disciplines: ['rheumatologist', 'physiatrist'],
    defaultReviewWeeks: null,
    shortTerm: false,
    sites: [],
    sided: false,
    doseUnits: [],
    articles: ['SEED004'],
    note: 'trigger: widespread pain over 3 months',
  },
  {
    id: 'act.imaging-review',
    name: 'Imaging (MRI) review',
    kind: 'assessment',
    disciplines: ['physiatrist', 'surgeon'],
    defaultReviewWeeks: null,
    shortTerm: false,
    sites: [],
    sided: false,
    doseUnits: [],
    articles: ['SEED003'],
    note: 'before surgical candidacy',
  },
  {
    id: 'act.specialist-referral',
    name: 'Referral to pain specialist, rheumatologist or surgeon',
    kind: 'referral',
    disciplines: ['physiatrist', 'care-coordinator'],
    defaultReviewWeeks: null,
    shortTerm: false,
    sites: [],
    sided: false,
    doseUnits: [],
    articles: ['SEED000', 'SEED001', 'SEED002', 'SEED004'],
    note: 'needs reason, urgency, closed loop',
  },
  {
    id: 'act.plan-review',
    name: 'Plan review / case conference',
    kind: 'review',
    disciplines: ['care-coordinator', 'physiatrist'],
    defaultReviewWeeks: null,
    shortTerm: false,
    sites: [],
    sided: false,
    doseUnits: [],
    articles: ['SEED000'],
    note: 'evaluate progress and coping regularly',
  },
  {
    id: 'act.post-procedure-call',
    name: 'Post-procedure call',
    kind: 'review',
    disciplines: ['nurse'],
    defaultReviewWeeks: null,
    shortTerm: false,
    sites: [],
    sided: false,
    doseUnits: [],
    articles: [],
    note: '24-72 h after a procedure (clinic default)',
  },
  {
    id: 'act.hep-review',
    name: 'Home programme review and progression decision',
    kind: 'review',
    disciplines: ['physical-therapist'],
    defaultReviewWeeks: null,
    shortTerm: false,
    sites: [],
    sided: false,
    doseUnits: [],
    articles: ['SEED001'],
    note: 'decides the next step of the home programme',
  },
] as const satisfies readonly PlanActivity[];

export type PlanActivityId = (typeof planActivityRows)[number]['id'];

export const planActivities: readonly (PlanActivity & { readonly id: PlanActivityId })[] = planActivityRows;

const planActivitiesById = new Map<string, PlanActivity>(planActivities.map((activity) => [activity.id, activity]));

/** Undefined for an id that is not in the catalogue. */
export const planActivityById = (id: string): PlanActivity | undefined => planActivitiesById.get(id);
