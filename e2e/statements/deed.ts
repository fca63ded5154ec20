import { redFlagById, redFlags, RED_FLAG_FORM } from '@plexus/catalogue/labels';
import type { PageName } from './pages.ts';
import { STAFF, type StaffName } from './staff.ts';

/** What a deed may need to know of the clinic and of the patient's chart. */
export interface Surroundings {
  readonly personId: (who: StaffName) => string;
  /** Some days from today, or before it. */
  readonly day: (offset: number) => string;
  /** A goal of the patient, by its words. */
  readonly goalId: (words: string) => string;
}

export type Given = object | ((around: Surroundings) => object);
export const givenOf = (given: Given, around: Surroundings): object => (typeof given === 'function' ? (given as (around: Surroundings) => object)(around) : given);

export interface Command {
  /** A document of the web, by its name. */
  readonly document: string;
  readonly input: object;
  /** The input that names what the first command of the deed made. */
  readonly names?: string;
}

/** What is sent, and how it is found again. */
export interface Done {
  readonly commands: readonly Command[];
  readonly page: PageName;
  /** All of it stands in one thing of that page, and in one only. */
  readonly shows: readonly string[];
  /** Where the answer of that page's document has it, from the patient on. */
  readonly at: string;
  /** What it says there. */
  readonly like: object;
}

/** Something that a clinician writes into a chart. */
export interface Deed {
  readonly by: StaffName;
  readonly build: (around: Surroundings) => Done;
  /** Deeds of one sheet are sent together, once. */
  readonly sheet?: object;
  /** Somebody who comes onto the team by it: before they write. */
  readonly adds?: StaffName;
}

const TEXTS = [
  'words', 'restatement', 'note', 'patternWords', 'accessNeeds', 'doseText', 'reason', 'nextStep', 'drug', 'prescriber', 'anaesthetic', 'steroid', 'monitoring',
  'deviceModel', 'deviceSerial', 'withWhom', 'topic', 'item', 'finding', 'referredTo', 'morphineEquivalentSource', 'partyName', 'maker', 'model', 'followedBy',
];

/** What somebody wrote in words, wherever in it: all of it must be seen. */
export const textsOf = (input: object): string[] =>
  Object.entries(input).flatMap(([name, value]) => (typeof value === 'string' ? (TEXTS.includes(name) ? [value] : []) : typeof value === 'object' && value !== null ? textsOf(value) : []));

/** A deed of one command, whose input the page's document says again. */
export function deed(by: StaffName, document: string, page: PageName, at: string, given: Given, shows: readonly string[], like: (input: object) => object = (input) => input): Deed {
  return {
    by,
    build: (around) => {
      const input = givenOf(given, around);
      return { commands: [{ document, input }], page, at, like: like(input), shows: [...shows, ...textsOf(input)] };
    },
  };
}

export const joinsTeam = (who: StaffName, role: 'LEAD' | 'MEMBER' | 'OBSERVER', reason: string, ...shows: string[]): Deed => ({
  adds: who,
  ...deed('coordinator', 'AddTeamMember', 'team', 'team', ({ personId, day }) => ({ personId: personId(who), role, reason, validFrom: day(0) }), [STAFF[who].name, ...shows]),
});

export const opensContact = (by: StaffName, kind: 'VISIT' | 'CALL', ...shows: string[]): Deed =>
  deed(by, 'OpenContact', 'contacts', 'contacts', { kind }, [`${STAFF[by].name} opened a contact`, ...shows], (input) => ({ ...input, openedBy: { name: STAFF[by].name } }));

export const needs = (by: StaffName, accessNeeds: string): Deed => deed(by, 'EditPatient', 'details', '', { accessNeeds }, []);

/** A red flag that was found, on a signed sheet of all questions. */
export const found = (by: StaffName, sheet: Readonly<Record<string, string>>, item: string): Deed => ({
  by,
  sheet,
  build: () => {
    const answers = redFlags.map(({ id }) => (sheet[id] === undefined ? { item: id, answer: 'NO' } : { item: id, answer: 'YES', detail: sheet[id] }));
    return {
      commands: [{ document: 'SignRedFlagScreen', input: { form: RED_FLAG_FORM, answers } }],
      page: 'background', at: 'redFlagScreens', like: { yes: [{ item, detail: sheet[item] }] }, shows: [`${redFlagById(item)!.name}: ${sheet[item]}`],
    };
  },
});
