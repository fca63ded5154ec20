import { describe, expect, it } from '@jest/globals';
import { ESCALATION_POLICY, ESCALATION_STEPS } from './escalation.ts';
import { FOLLOW_UP_PRIORITIES } from './follow-up.ts';

const daysOf = (priority: (typeof FOLLOW_UP_PRIORITIES)[number]) =>
  ESCALATION_STEPS.map((step) => ESCALATION_POLICY.find((rule) => rule.priority === priority && rule.step === step)?.daysPastDue ?? Number.POSITIVE_INFINITY);

describe('what becomes of a follow-up that nobody moves', () => {
  it.each(FOLLOW_UP_PRIORITIES)('comes step by step: first it is told, then help is asked, then it is given away (%s)', (priority) => {
    const [inform, askHelp, transfer] = daysOf(priority);
    expect(inform).toBeGreaterThan(0);
    expect(inform).toBeLessThan(askHelp!);
    expect(askHelp).toBeLessThan(transfer!);
  });

  it('comes the sooner, the more it presses', () => {
    for (const [index] of ESCALATION_STEPS.entries()) {
      const [routine, soon, urgent] = FOLLOW_UP_PRIORITIES.map((priority) => daysOf(priority)[index]!);
      expect(urgent).toBeLessThan(soon!);
      expect(soon).toBeLessThanOrEqual(routine!);
    }
  });
});
