import type { WorklistRowFragment } from '../../../gql/index.ts';
import { disciplineName } from '../../../shared/labels.ts';
import { poolsOf, type Candidate } from './assignee.ts';
import type { BulkChange } from './worklist-change.ts';
import { concernsSafety } from './worklist-groups.ts';

type Assignment = Extract<BulkChange, { assign: unknown }>['assign'];

/** Somebody, or a role's pool, to whom the selected follow-ups can be given. */
export interface Choice {
  readonly assign: Assignment;
  readonly name: string;
  readonly discipline: string | null;
  /** Null: a pool. */
  readonly candidate: Candidate | null;
  /** For how many of the follow-ups they may be asked. */
  readonly possible: number;
  /** How many of them are their discipline's. */
  readonly fitting: number;
}

interface Tally { choice: Omit<Choice, 'possible' | 'fitting'>; possible: number; fitting: number }

/** Everybody whom one of these patients' teams has, whoever fits most first, then whoever has least to do; pools after people. */
export function choicesOf(rows: readonly WorklistRowFragment[], candidatesOf: ReadonlyMap<string, readonly Candidate[]>, poolName: (discipline: string) => string): Choice[] {
  const tallies = new Map<string, Tally>();
  const count = (key: string, choice: Tally['choice'], isPossible: boolean, isFitting: boolean) => {
    const tally = tallies.get(key) ?? { choice, possible: 0, fitting: 0 };
    tallies.set(key, { ...tally, possible: tally.possible + Number(isPossible), fitting: tally.fitting + Number(isFitting) });
  };
  for (const row of rows) {
    const { patientId, pool } = row;
    const candidates = candidatesOf.get(patientId) ?? [];
    for (const candidate of candidates) {
      const { person, discipline, isEligible } = candidate;
      count(person.id, { assign: { ownerId: person.id }, name: person.name, discipline: disciplineName(discipline.id), candidate }, isEligible, discipline.id === pool.id);
    }
    for (const discipline of poolsOf(candidates)) {
      count(`pool ${discipline}`, { assign: { pool: discipline }, name: poolName(discipline), discipline: null, candidate: null }, !concernsSafety(row), discipline === pool.id);
    }
  }
  const all = [...tallies.values()].map(({ choice, possible, fitting }) => ({ ...choice, possible, fitting }));
  const load = ({ candidate }: Choice) => candidate?.load ?? 0;
  return all.sort((a, b) => Number(a.candidate === null) - Number(b.candidate === null) || b.possible - a.possible || b.fitting - a.fitting || load(a) - load(b) || a.name.localeCompare(b.name));
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Every word that was typed begins a word of the name or of the discipline: two letters mostly are enough. */
export function findChoices(choices: readonly Choice[], typed: string): Choice[] {
  const asked = wordsOf(typed);
  return choices.filter(({ name, discipline }) => {
    const words = wordsOf(`${name} ${discipline ?? ''}`);
    return asked.every((part) => words.some((word) => word.startsWith(part)));
  });
}
