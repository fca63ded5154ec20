import type { SourceKey } from './sources.ts';

/** A group of medicines that a rule looks for. Generic names in lower case, words joined by hyphens. */
export interface DrugClass {
  readonly id: string;
  readonly name: string;
  readonly drugs: readonly string[];
  /** Classes whose members belong to this one too; they include no further ones. */
  readonly includes: readonly string[];
  /** Circumstances that count like a member, e.g. heavy alcohol use. */
  readonly states: readonly string[];
  readonly sources: readonly SourceKey[];
}

const drugClassRows = [
  {
    id: 'serotonergic',
    name: 'Serotonergic medicine',
    drugs: [
      'tramadol',
      'fentanyl',
      'meperidine',
      'cyclobenzaprine',
      'trazodone',
      'buspirone',
      'lithium',
      'linezolid',
      'methylene-blue',
      'st-johns-wort',
      'tryptophan',
      'dextromethorphan',
    ],
    includes: ['snri', 'ssri', 'tricyclic', 'triptan'],
    states: [],
    sources: ['CYCLO', 'DULOX', 'MILNA', 'EXPERT-H'],
  },
  {
    id: 'snri',
    name: 'SNRI',
    drugs: ['duloxetine', 'milnacipran', 'venlafaxine', 'desvenlafaxine', 'levomilnacipran'],
    includes: [],
    states: [],
    sources: ['DULOX', 'MILNA', 'EXPERT-H'],
  },
  {
    id: 'ssri',
    name: 'SSRI',
    drugs: ['fluoxetine', 'sertraline', 'citalopram', 'escitalopram', 'paroxetine', 'fluvoxamine'],
    includes: [],
    states: [],
    sources: ['CYCLO', 'EXPERT-H'],
  },
  {
    id: 'tricyclic',
    name: 'Tricyclic antidepressant',
    drugs: ['amitriptyline', 'nortriptyline', 'imipramine', 'desipramine', 'doxepin', 'clomipramine'],
    includes: [],
    states: [],
    sources: ['EXPERT-H'],
  },
  {
    id: 'triptan',
    name: 'Triptan',
    drugs: ['sumatriptan', 'rizatriptan', 'zolmitriptan', 'eletriptan', 'naratriptan', 'almotriptan', 'frovatriptan'],
    includes: [],
    states: [],
    sources: ['EXPERT-H'],
  },
  {
    id: 'maoi',
    name: 'MAO inhibitor',
    drugs: ['phenelzine', 'tranylcypromine', 'isocarboxazid', 'selegiline', 'rasagiline', 'safinamide', 'linezolid', 'methylene-blue'],
    includes: [],
    states: [],
    sources: ['CYCLO', 'MILNA', 'EXPERT-H'],
  },
  {
    id: 'opioid',
    name: 'Opioid',
    drugs: [
      'tramadol',
      'oxycodone',
      'hydrocodone',
      'codeine',
      'morphine',
      'hydromorphone',
      'oxymorphone',
      'fentanyl',
      'tapentadol',
      'methadone',
      'buprenorphine',
      'meperidine',
    ],
    includes: [],
    states: [],
    sources: ['EXPERT-H'],
  },
  {
    id: 'benzodiazepine',
    name: 'Benzodiazepine',
    drugs: ['alprazolam', 'clonazepam', 'diazepam', 'lorazepam', 'temazepam', 'oxazepam', 'chlordiazepoxide', 'midazolam', 'triazolam'],
    includes: [],
    states: [],
    sources: ['EXPERT-H'],
  },
  {
    id: 'z-hypnotic',
    name: 'Z-hypnotic',
    drugs: ['zolpidem', 'zaleplon', 'eszopiclone', 'zopiclone'],
    includes: [],
    states: [],
    sources: ['EXPERT-H'],
  },
  {
    id: 'sedating-antihistamine',
    name: 'Sedating antihistamine',
    drugs: ['diphenhydramine', 'doxylamine', 'hydroxyzine', 'promethazine'],
    includes: [],
    states: [],
    sources: ['EXPERT-H'],
  },
  {
    id: 'gabapentinoid',
    name: 'Gabapentinoid',
    drugs: ['gabapentin', 'pregabalin'],
    includes: [],
    states: [],
    sources: ['FDA-GABA'],
  },
  {
    id: 'cns-depressant',
    name: 'Sedating medicine',
    drugs: ['tizanidine', 'cyclobenzaprine', 'amitriptyline'],
    includes: ['opioid', 'benzodiazepine', 'gabapentinoid', 'z-hypnotic', 'sedating-antihistamine'],
    states: ['alcohol-heavy'],
    sources: ['FDA-GABA', 'CDC2022', 'TIZ', 'EXPERT-H'],
  },
  {
    id: 'cyp1a2-strong',
    name: 'Strong CYP1A2 inhibitor',
    drugs: ['fluvoxamine', 'ciprofloxacin'],
    includes: [],
    states: [],
    sources: ['TIZ', 'DULOX'],
  },
  {
    id: 'cyp1a2-other',
    name: 'Other CYP1A2 inhibitor',
    drugs: ['cimetidine', 'oral-contraceptive', 'zileuton', 'mexiletine', 'verapamil', 'acyclovir', 'ticlopidine'],
    includes: [],
    states: [],
    sources: ['TIZ', 'EXPERT-H'],
  },
  {
    id: 'nsaid',
    name: 'NSAID',
    drugs: [
      'ibuprofen',
      'naproxen',
      'diclofenac',
      'ketorolac',
      'meloxicam',
      'celecoxib',
      'etodolac',
      'indomethacin',
      'nabumetone',
      'oxaprozin',
      'piroxicam',
      'otc-nsaid',
    ],
    includes: [],
    states: [],
    sources: ['EXPERT-H'],
  },
  {
    id: 'antithrombotic',
    name: 'Anticoagulant or antiplatelet',
    drugs: [
      'warfarin',
      'apixaban',
      'rivaroxaban',
      'dabigatran',
      'edoxaban',
      'heparin',
      'enoxaparin',
      'dalteparin',
      'clopidogrel',
      'prasugrel',
      'ticagrelor',
      'aspirin',
      'cilostazol',
      'dipyridamole',
    ],
    includes: [],
    states: [],
    sources: ['ASRA2018', 'EXPERT-H'],
  },
  {
    id: 'seizure-threshold-lowering',
    name: 'Medicine that lowers the seizure threshold',
    drugs: ['tramadol', 'bupropion', 'amitriptyline', 'cyclobenzaprine'],
    includes: [],
    states: ['alcohol-heavy', 'benzodiazepine-withdrawal'],
    sources: ['TMS', 'EXPERT-H'],
  },
] as const satisfies readonly DrugClass[];

export type DrugClassId = (typeof drugClassRows)[number]['id'];

/** The lists are not complete: a medicine that no list knows is reported as not checked. */
export const drugClasses: readonly (DrugClass & { readonly id: DrugClassId })[] = drugClassRows;

const classesById = new Map<string, DrugClass>(drugClasses.map((drugClass) => [drugClass.id, drugClass]));

/** Undefined for an id that is not in the catalogue. */
export const drugClassById = (id: string): DrugClass | undefined => classesById.get(id);

/** The medicines of a class, those of the classes it includes among them. Empty for an id that is not in the catalogue. */
export function drugsInClass(id: string): readonly string[] {
  const drugClass = classesById.get(id);
  if (!drugClass) return [];
  return [...new Set([drugClass, ...drugClass.includes.map((one) => classesById.get(one))].flatMap((one) => one?.drugs ?? []))];
}

/** Every class a medicine belongs to; empty means that the drug rules have not checked it. */
export const drugClassesOf = (drug: string): readonly DrugClassId[] =>
  drugClasses.map(({ id }) => id).filter((id) => drugsInClass(id).includes(drug));
