import type { RuleId } from './rules/rule.ts';
import type { SourceKey } from './sources.ts';

/** One question of the red-flag screen. */
export interface RedFlag {
  readonly id: string;
  /** As it is read out to the patient and in the result. */
  readonly name: string;
}

export interface RedFlagGroup {
  readonly id: string;
  readonly name: string;
  /** The rule that a yes meets; null: no red flag itself, but the rules of procedures, devices and medicines ask for it. */
  readonly rule: RuleId | null;
  /** What a yes asks of the clinician who signs. */
  readonly onYes: string;
  readonly sources: readonly SourceKey[];
  readonly items: readonly RedFlag[];
}

/** The edition of the questions below; kept with each answer sheet. Raise it when a question is added, dropped or means something else. */
export const RED_FLAG_FORM = 1;

const groupRows = [
  {
    id: 'emergency',
    name: 'Emergency signs',
    rule: 'SAF-05',
    onYes: 'Possible emergency: follow the local emergency pathway now.',
    sources: ['SEED002', 'REDFLAG'],
    items: [
      { id: 'bladder-bowel', name: 'New trouble with bladder or bowel' },
      { id: 'saddle-numbness', name: 'New numbness in the saddle area' },
      { id: 'limb-weakness', name: 'New weakness of a leg or arm, or clumsy hands' },
      { id: 'unsteady-walking', name: 'Newly unsteady walking' },
      { id: 'major-injury', name: 'Major injury' },
      { id: 'fever-spine-pain', name: 'Fever together with spine pain' },
      { id: 'chest-pain', name: 'Chest pain or pressure' },
      { id: 'tearing-pain', name: 'Sudden tearing pain' },
      { id: 'breathlessness', name: 'Breathlessness' },
    ],
  },
  {
    id: 'spine',
    name: 'Serious spine disease',
    rule: 'SAF-06',
    onYes: 'One flag alone is weak evidence: combine it with the examination, then decide to watch, test or refer.',
    sources: ['SEED002', 'REDFLAG', 'JUDGE'],
    items: [
      { id: 'malignancy', name: 'Cancer now or in the past' },
      { id: 'weight-loss', name: 'Weight loss that nothing explains' },
      { id: 'night-pain', name: 'Constant pain at night or at rest' },
      { id: 'age-new-pain', name: 'New pain at an age under 20 or over 55' },
      { id: 'steroid-use', name: 'Long steroid use' },
      { id: 'osteoporosis', name: 'Osteoporosis' },
      { id: 'weak-immunity', name: 'Weak immune system, HIV or tuberculosis' },
      { id: 'iv-drug-use', name: 'Injected drugs' },
      { id: 'infection', name: 'Recent infection or invasive procedure' },
      { id: 'deformity', name: 'Visible new deformity of the spine' },
    ],
  },
  {
    id: 'organs',
    name: 'Organs that can hurt in the back',
    rule: 'SAF-06',
    onYes: 'Think of a visceral cause, then decide to watch, test or refer. Sudden or severe: answer the emergency sign with yes as well.',
    sources: ['SEED002', 'REDFLAG'],
    items: [
      { id: 'cardiac', name: 'Heart symptoms' },
      { id: 'pulmonary', name: 'Lung symptoms' },
      { id: 'biliary', name: 'Gallbladder symptoms' },
      { id: 'pancreatic', name: 'Pancreas symptoms' },
      { id: 'linked-pain', name: 'Pain linked to meals, breathing or effort' },
    ],
  },
  {
    id: 'neck-vessels',
    name: 'Neck vessels',
    rule: 'MAN-03',
    onYes: 'Possible arterial problem: no neck manipulation; urgent medical review the same day.',
    sources: ['EXPERT-H'],
    items: [
      { id: 'unusual-headache', name: 'New, unusual headache' },
      { id: 'dizziness', name: 'Dizziness' },
      { id: 'double-vision', name: 'Double vision' },
      { id: 'slurred-speech', name: 'Slurred speech' },
      { id: 'swallowing', name: 'Trouble swallowing' },
      { id: 'drop-attack', name: 'Sudden falls while awake (drop attacks)' },
      { id: 'facial-numbness', name: 'Numbness of the face' },
    ],
  },
  {
    id: 'other',
    name: 'To know before procedures, devices and medicines',
    rule: null,
    onYes: 'No red flag itself; procedures, devices and medicines take it into account.',
    sources: ['SEED001', 'JUDGE'],
    items: [
      { id: 'pregnancy', name: 'Pregnancy' },
      { id: 'device', name: 'Implanted device' },
      { id: 'anticoagulant', name: 'Anticoagulant' },
      { id: 'diabetes', name: 'Diabetes' },
      { id: 'seizure', name: 'Seizures' },
    ],
  },
] as const satisfies readonly RedFlagGroup[];

export const redFlagGroups: readonly RedFlagGroup[] = groupRows;
export type RedFlagId = (typeof groupRows)[number]['items'][number]['id'];

/** In the order of the form. */
export const redFlags: readonly (RedFlag & { readonly group: RedFlagGroup })[] = redFlagGroups.flatMap((group) => group.items.map((item) => ({ ...item, group })));

const redFlagsById = new Map(redFlags.map((item) => [item.id, item]));

/** Undefined for an id that is no question of the form. */
export const redFlagById = (id: string): (typeof redFlags)[number] | undefined => redFlagsById.get(id);

/** What the gravest of several answers of yes comes to. */
export const RED_FLAG_RESULTS = ['emergency', 'neck-vessels', 'red-flags', 'none'] as const;
export type RedFlagResult = (typeof RED_FLAG_RESULTS)[number];

const RESULT_OF_RULE: Readonly<Partial<Record<RuleId, RedFlagResult>>> = { 'SAF-05': 'emergency', 'MAN-03': 'neck-vessels', 'SAF-06': 'red-flags' };

export const redFlagResult = (yes: readonly string[]): RedFlagResult => {
  const met = yes.map((id) => redFlagById(id)?.group.rule).map((rule) => (rule && RESULT_OF_RULE[rule]) ?? 'none');
  return RED_FLAG_RESULTS.find((result) => met.includes(result)) ?? 'none';
};
