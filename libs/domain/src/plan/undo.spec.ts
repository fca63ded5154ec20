import { describe, expect, it } from '@jest/globals';
import { checkUndo, isUndoable } from './undo.ts';

const MADE_AT = new Date('2026-11-23T15:00:00Z');
const made = { verb: 'goal.edit', at: MADE_AT, isOwn: true };
const after = (seconds: number) => new Date(MADE_AT.getTime() + seconds * 1_000);
const stands = [{ field: 'targetValue', after: 20, now: 20 }, { field: 'participants', after: ['a', 'b'], now: ['a', 'b'] }];

describe('taking a change back', () => {
  it.each([
    ['at once', made, stands, 0, null],
    ['a minute later', made, stands, 60, null],
    ['more than a minute later', made, stands, 61, 'UNDO_TOO_LATE'],
    ['by somebody else', { ...made, isOwn: false }, stands, 0, 'UNDO_NOT_YOURS'],
    ['of a value that was changed again', made, [{ field: 'targetValue', after: 20, now: 25 }], 5, 'UNDO_OVERTAKEN'],
    ['of a list that was changed again', made, [{ field: 'participants', after: ['a'], now: ['a', 'b'] }], 5, 'UNDO_OVERTAKEN'],
    ['of an undo', { ...made, verb: 'plan.undo' }, stands, 0, 'UNDO_IMPOSSIBLE'],
  ])('%s', (_, change, fields, seconds, code) => {
    expect(checkUndo(change, fields, after(seconds))?.code ?? null).toBe(code);
  });

  it.each([
    ['goal.propose', true], ['goal.join', true], ['goal.complete', true], ['activity.plan', true], ['activity.stop', true], ['plan.edit', true], ['plan.apply-template', true], ['plan.activate', true], ['plan.activate-unscreened', true], ['goal.rate', true], ['goal.withdraw-rating', true], ['follow-up.hand-over', true],
    ['plan.undo', false], ['follow-up.take-back', false], ['follow-up.assign', false], ['dissent.say', false], ['patient.edit', false], ['team.add-member', false], ['goal.propose.x', false],
  ])('%s can be taken back: %s', (verb, can) => {
    expect(isUndoable(verb)).toBe(can);
  });
});
