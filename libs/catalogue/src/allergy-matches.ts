import { type DrugClassId, drugClassById, drugClassesOf, drugClasses, drugsInClass } from './drug-classes.ts';
import { type NamedSubstance, namedSubstances } from './named-substances.ts';
import type { SourceKey } from './sources.ts';

/**
 * Classes whose members are alike as allergens. The other classes group medicines by what they do together (sedating, serotonergic): an allergy
 * to one of those says nothing about the rest.
 */
const ALIKE: readonly DrugClassId[] = ['opioid', 'nsaid', 'ssri', 'snri', 'tricyclic', 'triptan', 'benzodiazepine', 'z-hypnotic', 'sedating-antihistamine', 'gabapentinoid'];

/** Generic names that the catalogue knows, for whoever writes one down. */
export const knownDrugs: readonly string[] = [
  ...new Set([...drugClasses.flatMap(({ drugs }) => drugs), ...namedSubstances.flatMap(({ drugs }) => drugs), 'acetaminophen', 'ketamine', 'melatonin']),
].sort();
const known = new Set(knownDrugs);

const plain = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

/** The catalogue's generic name, if that is what was written; else the text as it is. */
export function drugName(text: string): string {
  const generic = plain(text).trim().replaceAll(' ', '-');
  return known.has(generic) ? generic : text;
}

/** The catalogue's words as they are looked for: made once, because every row and every key that is pressed asks. */
const looked = new Map<string, readonly [word: string, plural: string]>();
function formsOf(word: string): readonly [word: string, plural: string] {
  const known = looked.get(word) ?? ([plain(word), `${plain(word).trimEnd()}s `] as const);
  looked.set(word, known);
  return known;
}

/** Whole words only, and a plural counts: "NSAIDs" names the class, "opioidal" does not. */
const names = (text: string, word: string): boolean => formsOf(word).some((form) => text.includes(form));
const drugsNamedIn = (text: string): readonly string[] => knownDrugs.filter((drug) => names(text, drug));

/** Every class of the drugs that a text names: "oxycodone ER" is an opioid too. Empty: the drug rules have not checked it. */
export const drugClassesIn = (text: string): readonly DrugClassId[] => [...new Set(drugsNamedIn(plain(text)).flatMap(drugClassesOf))];

const substancesNamedIn = (text: string): readonly NamedSubstance[] => namedSubstances.filter(({ words, drugs }) => [...words, ...drugs].some((word) => names(text, word)));
const classesNamedIn = (text: string): readonly DrugClassId[] =>
  ALIKE.filter((id) => names(text, drugClassById(id)!.name) || drugsInClass(id).some((drug) => names(text, drug)));

/** Something the record says the patient reacts to: in words, or a substance answered by name. */
export interface Allergen {
  readonly words: string;
  readonly substance?: string;
}

/** Something that is planned or taken: a medicine by its drug, a part of the plan by its catalogue id. */
export interface Exposure {
  readonly name: string;
  readonly drugs: readonly string[];
  readonly catalogueId?: string;
}

export interface AllergyMatch<A extends Allergen> {
  readonly allergen: A;
  /** `uses`: what is planned usually brings the patient into contact with it. */
  readonly kind: 'same-substance' | 'same-class' | 'uses';
  /** The class or the substance that the two have in common; empty where the words are the same. */
  readonly through: string;
  readonly sources: readonly SourceKey[];
}

/** Whether the catalogue knows what this allergen is; else it is compared by its words only. */
export const isKnownAllergen = ({ words }: Allergen): boolean => {
  const text = plain(words);
  return drugsNamedIn(text).length > 0 || substancesNamedIn(text).length > 0 || classesNamedIn(text).length > 0;
};

function matchOf<A extends Allergen>(allergen: A, { name, drugs, catalogueId }: Exposure): AllergyMatch<A> | null {
  const [text, exposed] = [plain(allergen.words), plain([name, ...drugs].join(' '))];
  const inText = drugsNamedIn(text);
  const exposedDrugs = [...drugs, ...drugsNamedIn(exposed)];
  if ((text.trim() !== '' && exposed.includes(text)) || inText.some((drug) => exposedDrugs.includes(drug))) return { allergen, kind: 'same-substance', through: '', sources: [] };

  const substances = allergen.substance ? namedSubstances.filter(({ id }) => id === allergen.substance) : substancesNamedIn(text);
  const contained = substances.find((one) => one.drugs.some((drug) => exposedDrugs.includes(drug)));
  if (contained) return { allergen, kind: 'same-class', through: contained.name, sources: contained.sources };
  const shared = classesNamedIn(text).find((id) => exposedDrugs.some((drug) => drugClassesOf(drug).includes(id)));
  if (shared) return { allergen, kind: 'same-class', through: drugClassById(shared)!.name, sources: drugClassById(shared)!.sources };
  const used = substances.find(({ usedBy }) => (usedBy as readonly string[]).includes(catalogueId ?? ''));
  return used ? { allergen, kind: 'uses', through: used.phrase, sources: used.sources } : null;
}

/** What of the allergies on record meets what is planned or taken. It prompts and never decides; no match is not an all-clear. */
export const allergyMatches = <A extends Allergen>(allergens: readonly A[], exposure: Exposure): AllergyMatch<A>[] =>
  allergens.map((allergen) => matchOf(allergen, exposure)).filter((match) => match !== null);

/** Of a procedure: the named substances nobody has asked about yet. Empty for what brings the patient into contact with none of them. */
export function notAskedFor(catalogueId: string, answered: readonly string[]): readonly NamedSubstance[] {
  const concerns = namedSubstances.some(({ usedBy }) => (usedBy as readonly string[]).includes(catalogueId));
  return concerns ? namedSubstances.filter(({ id }) => !answered.includes(id)) : [];
}
