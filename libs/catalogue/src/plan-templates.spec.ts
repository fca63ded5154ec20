import { expect, it } from '@jest/globals';
import { catalogueItemById } from './catalogue-items.ts';
import { planTemplates } from './plan-templates.ts';

it.each(planTemplates)('$name orders nothing: no prescription medicine, procedure or surgery', ({ parts }) => {
  expect(parts.map(({ catalogueId }) => catalogueItemById(catalogueId)!.kind).filter((kind) => ['medication', 'procedure', 'infusion', 'surgery'].includes(kind))).toEqual([]);
});

it.each(planTemplates)('$name leaves no goal without a part, and no line without a source', ({ goals, parts }) => {
  expect(goals.filter(({ key }) => !parts.some((part) => part.goals.includes(key)))).toEqual([]);
  expect([...goals.map(({ sources }) => sources), ...parts.map(({ catalogueId }) => catalogueItemById(catalogueId)!.articles)].filter((cited) => cited.length === 0)).toEqual([]);
});

it.each(planTemplates)('$name gives every example the length of a goal’s words', ({ goals }) => {
  for (const { example } of goals) expect(example.length).toBeLessThanOrEqual(200);
});
