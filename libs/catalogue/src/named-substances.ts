import type { SourceKey } from './sources.ts';
import { type TreatmentId, treatmentLabels } from './treatments/treatment-labels.ts';

/** A substance that is asked about by its name before a procedure, because a list of allergies alone does not show that nobody asked. */
export interface NamedSubstance {
  readonly id: string;
  readonly name: string;
  /** As it stands in a sentence: "usually uses a local anaesthetic". */
  readonly phrase: string;
  /** Other words under which it is written down, in lower case. */
  readonly words: readonly string[];
  /** Generic names in lower case: an allergy to one of them is an allergy to all of these until somebody has looked closer. */
  readonly drugs: readonly string[];
  /** What usually brings the patient into contact with it. */
  readonly usedBy: readonly TreatmentId[];
  readonly sources: readonly SourceKey[];
}

const needles: readonly TreatmentId[] = [
  'proc.trigger-point-injection', 'proc.us-guided-injection', 'proc.cortisone-local', 'proc.epidural-steroid', 'proc.facet-joint-injection',
  'proc.spinal-nerve-block', 'proc.occipital-nerve-block', 'proc.stellate-ganglion-block',
];
const implants: readonly TreatmentId[] = ['neuro.scs-trial', 'neuro.scs-implant'];
const augmentations: readonly TreatmentId[] = ['surg.vertebroplasty', 'surg.kyphoplasty'];
/** Gloves, drapes and dressings are used whatever is done. */
const everyProcedure: readonly TreatmentId[] = [
  ...treatmentLabels.filter(({ id, kind }) => id !== 'neuro.tms' && (kind === 'procedure' || kind === 'surgery' || kind === 'infusion')).map(({ id }) => id),
  ...implants,
];

const rows = [
  {
    id: 'local-anaesthetic',
    name: 'Local anaesthetic',
    phrase: 'a local anaesthetic',
    words: ['local anaesthetic', 'local anesthetic', 'novocaine', 'xylocaine', 'emla'],
    drugs: ['lidocaine', 'bupivacaine', 'ropivacaine', 'mepivacaine', 'prilocaine', 'procaine', 'chloroprocaine', 'benzocaine', 'tetracaine', 'articaine'],
    usedBy: [...needles, ...implants, ...augmentations, 'inf.lidocaine'],
    sources: ['EXPERT-H'],
  },
  {
    id: 'latex',
    name: 'Latex',
    phrase: 'gloves and equipment that may contain latex',
    words: ['latex', 'natural rubber'],
    drugs: [],
    usedBy: everyProcedure,
    sources: ['EXPERT-H'],
  },
  {
    id: 'contrast',
    name: 'Contrast agent',
    phrase: 'a contrast agent',
    words: ['contrast', 'contrast agent', 'contrast medium', 'contrast dye', 'gadolinium'],
    drugs: ['iohexol', 'iopamidol', 'iodixanol', 'gadobutrol', 'gadoterate'],
    usedBy: ['proc.epidural-steroid', 'proc.facet-joint-injection', 'proc.spinal-nerve-block', 'proc.stellate-ganglion-block', ...augmentations],
    sources: ['EXPERT-H'],
  },
  {
    id: 'steroid',
    name: 'Steroid',
    phrase: 'a steroid',
    words: ['steroid', 'corticosteroid', 'cortisone', 'glucocorticoid'],
    drugs: ['triamcinolone', 'methylprednisolone', 'dexamethasone', 'betamethasone', 'prednisone', 'prednisolone', 'hydrocortisone'],
    usedBy: needles.filter((id) => id !== 'proc.stellate-ganglion-block'),
    sources: ['EXPERT-H'],
  },
  {
    id: 'adhesive',
    name: 'Adhesive',
    phrase: 'adhesive dressings or pads',
    words: ['adhesive', 'sticking plaster', 'tape', 'acrylate'],
    drugs: [],
    usedBy: [...everyProcedure, 'cam.tens'],
    sources: ['EXPERT-H'],
  },
] as const satisfies readonly NamedSubstance[];

export type NamedSubstanceId = (typeof rows)[number]['id'];
export const namedSubstances: readonly (NamedSubstance & { readonly id: NamedSubstanceId })[] = rows;

const byId = new Map<string, NamedSubstance>(namedSubstances.map((substance) => [substance.id, substance]));

/** Undefined for an id that is not in the catalogue. */
export const namedSubstanceById = (id: string): NamedSubstance | undefined => byId.get(id);
