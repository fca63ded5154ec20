import { coordinationRules } from './coordination.ts';
import { deviceRules } from './devices.ts';
import { manualTherapyRules } from './manual-therapy.ts';
import { medicationRules } from './medication.ts';
import { procedureRules } from './procedures.ts';
import type { Rule } from './rule.ts';
import { safetyRules } from './safety.ts';

export { RULE_FAMILIES, RULE_SEVERITIES } from './rule.ts';

export const rules: readonly Rule[] = [
  ...safetyRules,
  ...medicationRules,
  ...procedureRules,
  ...deviceRules,
  ...manualTherapyRules,
  ...coordinationRules,
];

const rulesById = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));

/** Undefined for an id that is not in the catalogue. */
export const ruleById = (id: string): Rule | undefined => rulesById.get(id);
