import { expect, it } from '@jest/globals';
import { RULE_FAMILIES, RULE_SEVERITIES } from './rule.ts';
import { ALWAYS_ON, NEVER_SNOOZED } from './rule-policy.ts';
import { ruleById, rules } from './rules.ts';

it('has 33 hard stops, 40 warnings and 15 informations', () => {
  const counts = Object.keys(RULE_SEVERITIES).map((severity) => [severity, rules.filter((rule) => rule.severity === severity).length]);
  expect(Object.fromEntries(counts)).toEqual({ info: 15, warn: 40, 'hard-stop': 33 });
});

it('numbers each family without a gap', () => {
  for (const family of Object.keys(RULE_FAMILIES)) {
    const ids = rules.map(({ id }) => id).filter((id) => id.startsWith(`${family}-`));
    expect(ids).toEqual(ids.map((_, index) => `${family}-${String(index + 1).padStart(2, '0')}`));
  }
});

it('keeps the rules that nobody can switch off at a hard stop', () => {
  expect(ALWAYS_ON.map((id) => ruleById(id)?.severity)).toEqual(['hard-stop', 'hard-stop', 'hard-stop']);
  expect(NEVER_SNOOZED).toEqual(['SAF']);
});

it('shows no source keys to the reader', () => {
  const shown = rules.map(({ title, message, task, trigger }) => [title, message, task, trigger].join(' '));
  expect(shown.filter((text) => /\b(JUDGE|EXPERT-[HM]|SEED\d*|seeds?)\b/i.test(text))).toEqual([]);
});

it('fills in only plain words', () => {
  const placeholders = rules.flatMap(({ message }) => message.match(/\{[^}]*\}/g) ?? []);
  expect(placeholders.filter((one) => !/^\{[a-z][A-Za-z]*\}$/.test(one))).toEqual([]);
});
