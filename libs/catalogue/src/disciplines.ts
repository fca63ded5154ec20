import type { SourceKey } from './sources.ts';
import type { TreatmentCategory } from './vocabulary.ts';

/** A professional group, or one of the people around the patient who takes part in the plan. */
export interface Discipline {
  readonly id: string;
  readonly name: string;
  /** What the discipline looks after, as a phrase. */
  readonly scope: string;
  /** False for those who take part without treating: patient, family, peer mentor, coordinator. */
  readonly clinician: boolean;
  readonly sources: readonly SourceKey[];
}

const disciplineRows = [
  {
    id: 'physiatrist',
    name: 'Physiatrist (PM&R physician)',
    scope: 'diagnosis, plan lead, prescribing, PT prescription, manual manipulation, injections',
    clinician: true,
    sources: ['SEED001'],
  },
  {
    id: 'physical-therapist',
    name: 'Physical therapist',
    scope: 'PT evaluation, exercise prescription and progression, home programme, modalities',
    clinician: true,
    sources: ['SEED001'],
  },
  {
    id: 'psychotherapist',
    name: 'Psychotherapist / psychologist',
    scope: 'CBT, mindfulness, coping skills, mood, suicide-risk assessment',
    clinician: true,
    sources: ['SEED000', 'SEED001'],
  },
  {
    id: 'pain-specialist',
    name: 'Pain medicine specialist',
    scope: 'injections, blocks, infusions, neuromodulation, analgesic optimisation',
    clinician: true,
    sources: ['SEED002', 'SEED004'],
  },
  {
    id: 'rheumatologist',
    name: 'Rheumatologist',
    scope: 'diagnosis, differential, FDA-approved drug choice',
    clinician: true,
    sources: ['SEED000', 'JUDGE'],
  },
  {
    id: 'occupational-therapist',
    name: 'Occupational therapist',
    scope: 'ergonomics, adaptive devices, pacing, ADL and work goals',
    clinician: true,
    sources: ['SEED000', 'JUDGE'],
  },
  {
    id: 'chiropractor',
    name: 'Chiropractor',
    scope: 'manual manipulation after safety screen',
    clinician: true,
    sources: ['SEED000', 'SEED001'],
  },
  { id: 'acupuncturist', name: 'Acupuncturist', scope: 'acupuncture', clinician: true, sources: ['SEED000', 'SEED001'] },
  { id: 'massage-therapist', name: 'Massage therapist', scope: 'massage', clinician: true, sources: ['SEED000'] },
  {
    id: 'dietitian',
    name: 'Dietitian',
    scope: 'healthy or anti-inflammatory eating, weight goal, caffeine and alcohol, supplement review',
    clinician: true,
    sources: ['SEED000', 'SEED004', 'JUDGE'],
  },
  {
    id: 'nurse',
    name: 'Nurse',
    scope: 'triage, post-procedure calls, infusion monitoring, glucose checks, medicine reconciliation',
    clinician: true,
    sources: ['JUDGE'],
  },
  {
    id: 'care-coordinator',
    name: 'Care coordinator',
    scope: 'follow-ups, referrals, loop closure, plan review calendar',
    clinician: false,
    sources: ['JUDGE'],
  },
  {
    id: 'surgeon',
    name: 'Spine surgeon',
    scope: 'candidacy review, decompression, fusion, augmentation',
    clinician: true,
    sources: ['SEED001', 'SEED003'],
  },
  {
    id: 'peer-mentor',
    name: 'Peer mentor',
    scope: 'encouragement, lived-experience advice, accountability; minimum-necessary access only',
    clinician: false,
    sources: ['SEED000'],
  },
  {
    id: 'primary-care',
    name: 'Primary care clinician',
    scope: 'comorbidity care, glucose, blood pressure, anticoagulant management',
    clinician: true,
    sources: ['JUDGE'],
  },
  { id: 'pharmacist', name: 'Pharmacist', scope: 'interaction review, taper design', clinician: true, sources: ['JUDGE'] },
  { id: 'patient', name: 'Patient', scope: 'self-report, exercise log, goals', clinician: false, sources: ['JUDGE'] },
  {
    id: 'family-caregiver',
    name: 'Family member or friend',
    scope: 'support with consent of the patient',
    clinician: false,
    sources: ['SEED000'],
  },
] as const satisfies readonly Discipline[];

export type DisciplineId = (typeof disciplineRows)[number]['id'];

export const disciplines: readonly (Discipline & { readonly id: DisciplineId })[] = disciplineRows;

/** One column of the plan matrix: the disciplines that share it, in the order they are listed. */
export interface ColumnGroup {
  readonly id: string;
  readonly name: string;
  readonly disciplines: readonly DisciplineId[];
  /** Where an item of these categories goes when no clinician is named on it. */
  readonly categories: readonly TreatmentCategory[];
}

const columnRows = [
  {
    id: 'physiatry',
    name: 'Physiatry & medicine',
    disciplines: ['physiatrist', 'rheumatologist', 'primary-care', 'surgeon', 'pharmacist', 'nurse'],
    categories: ['medication', 'surgery'],
  },
  {
    id: 'pain-medicine',
    name: 'Pain medicine',
    disciplines: ['pain-specialist'],
    categories: ['interventional-procedure', 'infusion', 'neuromodulation'],
  },
  {
    id: 'physical-therapy',
    name: 'Physical therapy',
    disciplines: ['physical-therapist'],
    categories: ['physical-therapy-exercise'],
  },
  {
    id: 'occupational-therapy',
    name: 'Occupational therapy',
    disciplines: ['occupational-therapist'],
    categories: ['adaptive-device'],
  },
  { id: 'psychology', name: 'Psychology', disciplines: ['psychotherapist'], categories: ['psychological'] },
  {
    id: 'self-care',
    name: 'Self-care',
    disciplines: ['patient', 'family-caregiver', 'dietitian', 'peer-mentor', 'care-coordinator'],
    categories: ['lifestyle', 'education-support'],
  },
  {
    id: 'complementary',
    name: 'Complementary',
    disciplines: ['chiropractor', 'acupuncturist', 'massage-therapist'],
    categories: ['complementary'],
  },
] as const satisfies readonly ColumnGroup[];

export type ColumnId = (typeof columnRows)[number]['id'];

/** The columns of the plan matrix from left to right. Every discipline and every category is in exactly one. */
export const columns: readonly (ColumnGroup & { readonly id: ColumnId })[] = columnRows;

const disciplinesById = new Map<string, Discipline>(disciplines.map((discipline) => [discipline.id, discipline]));
const columnsById = new Map<string, ColumnGroup>(columns.map((column) => [column.id, column]));

/** Undefined for an id that is not in the catalogue. */
export const disciplineById = (id: string): Discipline | undefined => disciplinesById.get(id);

/** Undefined for an id that is not in the catalogue. */
export const columnById = (id: string): ColumnGroup | undefined => columnsById.get(id);

/** The column a discipline works in; undefined for a discipline that is not in the catalogue. */
export const columnOfDiscipline = (disciplineId: string): ColumnGroup | undefined =>
  columns.find((column) => column.disciplines.some((id) => id === disciplineId));

/** The column of an item without a clinician; undefined for a category that is not in the catalogue. */
export const columnOfCategory = (category: string): ColumnGroup | undefined =>
  columns.find((column) => column.categories.some((one) => one === category));
