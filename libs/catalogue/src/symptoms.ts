import type { SourceKey } from './sources.ts';

/** What a patient may complain of, as it is recorded: with its place, pattern and severity. */
export interface Symptom {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly SourceKey[];
}

const symptomRows = [
  { id: 'pain', name: 'Pain', sources: ['SEED000', 'SEED002', 'SEED003'] },
  { id: 'widespread-pain', name: 'Widespread pain', sources: ['SEED000', 'SEED004'] },
  { id: 'stiffness', name: 'Stiffness', sources: ['SEED000', 'SEED004'] },
  { id: 'tenderness', name: 'Tenderness', sources: ['SEED000'] },
  { id: 'trigger-point', name: 'Trigger point (tender knot in a muscle)', sources: ['SEED000', 'SEED004'] },
  { id: 'throbbing', name: 'Throbbing', sources: ['SEED003'] },
  { id: 'muscle-spasm', name: 'Muscle spasm', sources: ['SEED003'] },
  { id: 'allodynia', name: 'Pain from light touch (allodynia)', sources: ['SEED004'] },
  { id: 'headache', name: 'Headache', sources: ['SEED000', 'SEED002', 'SEED004'] },
  { id: 'fatigue', name: 'Fatigue', sources: ['SEED000', 'SEED004'] },
  { id: 'sleep-disturbance', name: 'Disturbed sleep', sources: ['SEED000', 'SEED004'] },
  { id: 'nonrestorative-sleep', name: 'Unrefreshing sleep', sources: ['SEED000', 'SEED004'] },
  { id: 'cognitive', name: 'Trouble thinking or remembering (fibro fog)', sources: ['SEED000', 'SEED004'] },
  { id: 'mood-change', name: 'Low mood or anxiety', sources: ['SEED000', 'SEED004'] },
  { id: 'numbness', name: 'Numbness', sources: ['SEED004'] },
  { id: 'tingling', name: 'Tingling', sources: ['SEED003', 'SEED004'] },
  { id: 'weakness', name: 'Weakness', sources: ['REDFLAG'] },
  { id: 'gait-change', name: 'Unsteady walking', sources: ['REDFLAG'] },
  { id: 'dropping-objects', name: 'Drops things', sources: ['REDFLAG'] },
  { id: 'sensory-sensitivity', name: 'Sensitive to light, sound or temperature', sources: ['SEED004'] },
] as const satisfies readonly Symptom[];

export type SymptomId = (typeof symptomRows)[number]['id'];
export const symptoms: readonly (Symptom & { readonly id: SymptomId })[] = symptomRows;

const symptomsById = new Map<string, Symptom>(symptoms.map((symptom) => [symptom.id, symptom]));

/** Undefined for an id that is not in the catalogue. */
export const symptomById = (id: string): Symptom | undefined => symptomsById.get(id);

/** How a symptom comes and goes. The words follow the usual history of pain. */
export const SYMPTOM_PATTERNS = {
  constant: 'Constant',
  intermittent: 'Comes and goes',
  'with-movement': 'With movement',
  'with-sitting': 'With long sitting',
  'after-effort': 'After effort',
  'in-the-morning': 'Worst in the morning',
  'at-night': 'At night',
  'at-rest': 'At rest',
  spreading: 'Spreads to other places',
} as const;
export type SymptomPattern = keyof typeof SYMPTOM_PATTERNS;

export const isSymptomPattern = (id: string): id is SymptomPattern => Object.hasOwn(SYMPTOM_PATTERNS, id);
