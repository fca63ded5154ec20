import { describe, expect, it } from '@jest/globals';
import type { Result, RuleViolation } from '../result.ts';
import { checkDissent, checkWithdrawal, type Dissent, stands } from './dissent.ts';

const wrong = (result: Result<unknown, RuleViolation>): string[] => (result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`));
const MESSAGE = 'Hurt is not harm.';
const mine: Dissent = { personId: 'me', message: MESSAGE, status: 'stands' };

describe('a dissent', () => {
  it.each<[string, Dissent, string | null, boolean]>([
    ['from the message that stands', mine, MESSAGE, true],
    ['that was withdrawn', { ...mine, status: 'withdrawn' }, MESSAGE, false],
    ['from a message that was changed', mine, 'Movement is safe.', false],
    ['from a message that was taken away', mine, null, false],
  ])('%s', (_, dissent, message, expected) => {
    expect(stands(dissent, message)).toBe(expected);
  });

  it.each<[string, Parameters<typeof checkDissent>, string[]]>([
    ['with a reason', [{ message: MESSAGE, reason: 'Not after a fracture' }, MESSAGE, []], []],
    ['after an own one that was withdrawn', [{ message: MESSAGE, reason: 'Again' }, MESSAGE, [{ ...mine, status: 'withdrawn' }]], []],
    ['after an own one from other words', [{ message: MESSAGE, reason: 'Again' }, MESSAGE, [{ ...mine, message: 'Rest.' }]], []],
    ['said twice', [{ message: MESSAGE, reason: 'Again' }, MESSAGE, [mine]], ['reason DISSENT_STANDS']],
    ['without a reason', [{ message: MESSAGE, reason: ' ' }, MESSAGE, []], ['reason REQUIRED']],
    ['of 100 kB', [{ message: MESSAGE, reason: 'x'.repeat(100_000) }, MESSAGE, []], ['reason TOO_LONG']],
    ['from words that do not stand any more', [{ message: MESSAGE, reason: 'No' }, 'Movement is safe.', []], ['message MESSAGE_CHANGED']],
    ['from nothing', [{ message: MESSAGE, reason: 'No' }, null, []], ['message MESSAGE_CHANGED']],
  ])('%s', (_, given, expected) => {
    expect(wrong(checkDissent(...given))).toEqual(expected);
  });

  it.each<[string, Dissent, string, string[]]>([
    ['one’s own', mine, 'me', []],
    ['a colleague’s', mine, 'somebody', ['dissentId DISSENT_NOT_YOURS']],
    ['one’s own a second time', { ...mine, status: 'withdrawn' }, 'me', ['dissentId DISSENT_WITHDRAWN']],
  ])('is withdrawn when it is %s', (_, dissent, by, expected) => {
    expect(wrong(checkWithdrawal(dissent, by))).toEqual(expected);
  });
});
