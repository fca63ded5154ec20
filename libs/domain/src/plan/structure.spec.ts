import { describe, expect, it } from '@jest/globals';
import { type PlanStructure, type StructureChoice, checkStructureChoice } from './structure.ts';

const structure: PlanStructure = {
  goals: [{ key: 'walk', domain: 'movement', scope: 'whole-person', measure: 'psfs' }, { key: 'sleep', domain: 'sleep', scope: 'whole-person', measure: null }],
  parts: [
    { catalogueId: 'pt.program', discipline: 'physical-therapist', goals: ['walk'] },
    { catalogueId: 'life.heat', discipline: 'patient', goals: ['walk', 'sleep'] },
    { catalogueId: 'act.plan-review', discipline: 'care-coordinator', goals: [] },
  ],
};
const walk = { key: 'walk', words: 'Walk to the market' };

describe('what is chosen of a structure', () => {
  it.each<[string, StructureChoice, string[]]>([
    ['a goal with its parts', { goals: [walk], parts: ['pt.program', 'life.heat'] }, []],
    ['a goal that is joined, without words', { goals: [{ key: 'walk', joinedGoalId: 'g1' }], parts: ['pt.program'] }, []],
    ['a part that serves no goal', { goals: [], parts: ['act.plan-review'] }, []],
    ['nothing', { goals: [], parts: [] }, ['goals TEMPLATE_EMPTY']],
    ['a goal twice', { goals: [walk, walk], parts: [] }, ['goals TEMPLATE_TWICE']],
    ['a part twice', { goals: [walk], parts: ['life.heat', 'life.heat'] }, ['parts TEMPLATE_TWICE']],
    ['a goal that is not there', { goals: [{ key: 'fly', words: 'Fly' }], parts: [] }, ['goals TEMPLATE_UNKNOWN']],
    ['a part that is not there', { goals: [walk], parts: ['med.snake-oil'] }, ['parts TEMPLATE_UNKNOWN']],
    ['a part without its goal', { goals: [{ key: 'sleep', words: 'Sleep' }], parts: ['pt.program'] }, ['parts TEMPLATE_PART_ALONE']],
    ['a part with one of its goals', { goals: [{ key: 'sleep', words: 'Sleep' }], parts: ['life.heat'] }, []],
    ['a goal without words', { goals: [{ key: 'walk', words: ' ' }], parts: [] }, ['words:walk REQUIRED']],
    ['a goal with 100 kB of words', { goals: [{ key: 'walk', words: 'x'.repeat(100_000) }], parts: [] }, ['words:walk TOO_LONG']],
  ])('%s', (_, chosen, expected) => {
    const result = checkStructureChoice(structure, chosen);
    expect(result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});
