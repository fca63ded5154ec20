/** Every wall of the lint is planted against: the named rule must fire, and decent code must pass. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { folderZones } from '../lint/folder-zones.mjs';
import { runNode } from './support/run.mjs';

const script = fileURLToPath(new URL('support/lint-snippets.mjs', import.meta.url));

/** @param {string} name @param {string} file @param {string} code @param {string} rule */
const planted = (name, file, code, rule) => ({ name, file, code, rule });
/** @param {string} name @param {string} file @param {string} code */
const clean = (name, file, code) => ({ name, file, code, rule: undefined });

/** @param {string[]} files */
function tree(...files) {
  const root = mkdtempSync(join(tmpdir(), 'plexus-lint-'));
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), 'export const it = 1;\n');
  }
  return root;
}

/** @param {{ name: string, file: string, code: string, rule?: string }[]} snippets @param {string} [root] */
async function lint(snippets, root) {
  const { code, stdout, stderr } = await runNode([script], { input: JSON.stringify({ root, snippets }) });
  if (code !== 0) throw new Error(stderr);
  expect(stderr).not.toContain('No cached ProjectGraph');
  return new Map(snippets.map((snippet, index) => [snippet.name, JSON.parse(stdout)[index]]));
}

/** @param {{ name: string, file: string, code: string, rule?: string }[]} snippets @param {() => string | undefined} root */
function check(snippets, root) {
  /** @type {Map<string, string[]>} */
  let found;
  beforeAll(async () => {
    found = await lint(snippets, root());
  });
  it.each(snippets.filter((snippet) => snippet.rule))('refuses $name', ({ name, rule }) => {
    expect(found.get(name)).toEqual([rule]);
  });
  it.each(snippets.filter((snippet) => !snippet.rule))('allows $name', ({ name }) => {
    expect(found.get(name)).toEqual([]);
  });
}

describe('between projects', () => {
  const rule = '@nx/enforce-module-boundaries';
  check(
    [
      planted('the rules using the API by a path', 'libs/domain/src/planted.ts', `import '../../../apps/api/src/main.ts';\n`, rule),
      planted('the rules using the API by name', 'libs/domain/src/planted.ts', `import '@plexus/api/src/not-there.ts';\n`, 'no-restricted-imports'),
      planted('the rules using the catalogue', 'libs/domain/src/planted.ts', `import '@plexus/catalogue';\n`, rule),
      planted('the rules using NestJS', 'libs/domain/src/planted.ts', `import '@nestjs/common';\n`, rule),
      planted('the rules using TypeORM', 'libs/domain/src/planted.ts', `import 'typeorm';\n`, rule),
      planted('the rules using React', 'libs/domain/src/planted.ts', `import 'react';\n`, rule),
      planted('the catalogue using the API', 'libs/catalogue/src/planted.ts', `import '../../../apps/api/src/main.ts';\n`, rule),
      planted('the catalogue using TypeORM', 'libs/catalogue/src/planted.ts', `import 'typeorm';\n`, rule),
      planted('the contract using anything', 'libs/contract/planted.ts', `import 'graphql';\n`, rule),
      planted('the shared components using Apollo', 'libs/ui/src/planted.ts', `import '@apollo/client';\n`, rule),
      planted('the shared components using the router', 'libs/ui/src/planted.ts', `import 'react-router';\n`, rule),
      planted('the shared components using the rules', 'libs/ui/src/planted.ts', `import '@plexus/domain';\n`, rule),
      planted('the web using the API', 'apps/web/src/planted.ts', `import '../../api/src/main.ts';\n`, rule),
      planted('the web using NestJS', 'apps/web/src/planted.ts', `import '@nestjs/common';\n`, rule),
      planted('the web using TypeORM', 'apps/web/src/planted.ts', `import 'typeorm';\n`, rule),
      planted('the API using the shared components', 'apps/api/src/planted.ts', `import '@plexus/ui';\n`, rule),
      planted('the API using React', 'apps/api/src/planted.ts', `import 'react';\n`, rule),
      planted('product code using the tooling', 'apps/api/src/planted.ts', `import '@plexus/tooling/database';\n`, rule),
      planted('a path into another project', 'apps/api/src/planted.ts', `import '../../../libs/domain/src/index.ts';\n`, rule),
      clean('the catalogue using the rules', 'libs/catalogue/src/planted.ts', `import '@plexus/domain';\n`),
      clean('the web using the shared components and the rules', 'apps/web/src/planted.ts', `import '@plexus/ui';\nimport '@plexus/domain';\n`),
      clean('the API using the rules and NestJS', 'apps/api/src/planted.ts', `import '@plexus/domain';\nimport '@nestjs/common';\n`),
      clean('a test using the tooling', 'apps/api/src/planted.spec.ts', `import '@plexus/tooling/database';\n`),
      clean('a test of the rules using the preset', 'libs/domain/jest.config.mjs', `import '@plexus/tooling/jest-preset';\n`),
    ],
    () => undefined,
  );
});

describe('between folders and inside files', () => {
  const zone = 'import-x/no-restricted-paths';
  const root = tree(
    'apps/api/src/platform/clock.ts',
    'apps/api/src/access/access.service.ts',
    'apps/api/src/modules/identity/identity.module.ts',
    'apps/api/src/modules/plan/plan.module.ts',
    'apps/api/src/modules/plan/application/close-goal.use-case.ts',
    'apps/api/src/modules/plan/graphql/goal.type.ts',
    'apps/api/src/modules/plan/persistence/goal.entity.ts',
    'apps/api/src/modules/notes/notes.module.ts',
    'apps/web/src/app/router.tsx',
    'apps/web/src/features/plan/plan.page.tsx',
    'apps/web/src/features/notes/notes.page.tsx',
  );
  afterAll(() => rmSync(root, { recursive: true }));

  const api = 'apps/api/src';
  const plan = `${api}/modules/plan`;
  const features = 'apps/web/src/features';
  check(
    [
      planted('an earlier module using a later one', `${plan}/planted.ts`, `import '../notes/notes.module.ts';\n`, zone),
      planted('an earlier module using a later one by type only', `${plan}/planted.ts`, `import type { it } from '../notes/notes.module.ts';\nexport type X = typeof it;\n`, zone),
      planted('the first module using the second', `${api}/modules/identity/planted.ts`, `import '../plan/plan.module.ts';\n`, zone),
      planted('platform using a module', `${api}/platform/planted.ts`, `import '../modules/plan/plan.module.ts';\n`, zone),
      planted('platform using access', `${api}/platform/planted.ts`, `import '../access/access.service.ts';\n`, zone),
      planted('access using a module', `${api}/access/planted.ts`, `import '../modules/plan/plan.module.ts';\n`, zone),
      planted('rows using a use-case', `${plan}/persistence/planted.ts`, `import '../application/close-goal.use-case.ts';\n`, zone),
      planted('rows using GraphQL', `${plan}/persistence/planted.ts`, `import '../graphql/goal.type.ts';\n`, zone),
      planted('a use-case using GraphQL', `${plan}/application/planted.ts`, `import '../graphql/goal.type.ts';\n`, zone),
      planted('a feature using another', `${features}/plan/planted.tsx`, `import '../notes/notes.page.tsx';\n`, zone),
      planted('a feature using app', `${features}/plan/planted.tsx`, `import '../../app/router.tsx';\n`, zone),
      clean('a later module using an earlier one', `${api}/modules/notes/planted.ts`, `import '../plan/plan.module.ts';\nimport '../../access/access.service.ts';\n`),
      clean('GraphQL using a use-case and rows', `${plan}/graphql/planted.ts`, `import '../application/close-goal.use-case.ts';\nimport '../persistence/goal.entity.ts';\n`),
      clean('access using platform', `${api}/access/planted.ts`, `import '../platform/clock.ts';\n`),
      clean('app using features', 'apps/web/src/app/planted.tsx', `import '../features/plan/plan.page.tsx';\nimport '../features/notes/notes.page.tsx';\n`),
      clean('a feature using itself', `${features}/plan/planted.tsx`, `import './plan.page.tsx';\n`),

      planted('the rules asking for the time (new Date)', 'libs/domain/src/planted.ts', 'export const now = () => new Date();\n', 'plexus/pure'),
      planted('the rules asking for the time (Date.now)', 'libs/domain/src/planted.ts', 'export const now = () => Date.now();\n', 'plexus/pure'),
      planted('the rules asking for the time (Temporal.Now)', 'libs/domain/src/planted.ts', `import { Temporal } from 'temporal-polyfill';\nexport const now = () => Temporal.Now.instant();\n`, 'plexus/pure'),
      planted('the rules rolling dice', 'libs/domain/src/planted.ts', 'export const chance = () => Math.random();\n', 'plexus/pure'),
      planted('the rules making an id', 'libs/domain/src/planted.ts', 'export const id = () => crypto.randomUUID();\n', 'plexus/pure'),
      planted('the catalogue asking for the time', 'libs/catalogue/src/planted.ts', 'export const now = () => new Date();\n', 'plexus/pure'),
      planted('the rules reading a file', 'libs/domain/src/planted.ts', `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`, 'no-restricted-imports'),
      planted('the rules reading a file under the old name', 'libs/domain/src/planted.ts', `import { readFile } from 'fs/promises';\nexport const read = readFile;\n`, 'no-restricted-imports'),
      planted('a shared component using Node', 'libs/ui/src/planted.tsx', `import { join } from 'node:path';\nexport const read = join;\n`, 'no-restricted-imports'),
      clean('the rules reading a given time', 'libs/domain/src/planted.ts', 'export const day = (at: string) => new Date(at).getUTCDay();\n'),
      clean('builders asking for the time', 'libs/domain/src/testing/planted.ts', 'export const now = () => new Date();\n'),

      planted('builders in product code', `${plan}/planted.ts`, `import { aGoal } from '@plexus/domain/testing';\nexport const goal = aGoal;\n`, 'no-restricted-imports'),
      clean('builders in a test', `${plan}/planted.spec.ts`, `import { aGoal } from '@plexus/domain/testing';\nexport const goal = aGoal;\n`),

      planted("a repository's save", `${plan}/planted.ts`, 'export const f = (goals: { save(x: object): void }) => goals.save({});\n', 'plexus/no-save'),
      planted("a manager's upsert", `${plan}/planted.ts`, 'export class A {\n  em!: { upsert(x: object): void };\n  f() {\n    this.em.upsert({});\n  }\n}\n', 'plexus/no-save'),
      planted('orUpdate', `${plan}/planted.ts`, 'export const f = (insert: () => { orUpdate(x: string[]): void }) => insert().orUpdate([]);\n', 'plexus/no-save'),
      planted('save in a test of the API', 'apps/api/test/planted.spec.ts', 'export const f = (goals: { save(x: object): void }) => goals.save({});\n', 'plexus/no-save'),
      clean("the record's save", `${plan}/planted.ts`, 'export const f = (record: { save(x: object): void }) => record.save({});\n'),
      clean('update and insert', `${plan}/planted.ts`, 'export const f = (goals: { update(x: object): void; insert(x: object): void }) => [goals.update({}), goals.insert({})];\n'),
      planted('forwardRef', `${plan}/planted.ts`, `import { forwardRef } from '@nestjs/common';\nexport const f = forwardRef(() => Object);\n`, 'plexus/no-forward-ref'),
      planted('an enum', `${plan}/planted.ts`, 'export enum Side {\n  Left,\n}\n', 'plexus/no-enum'),
      planted('any', `${plan}/planted.ts`, 'export const f = (x: any) => x;\n', '@typescript-eslint/no-explicit-any'),
      planted('a default export', `${plan}/planted.ts`, 'export default 1;\n', 'plexus/no-default-export'),
      planted('a default export by another way', `${plan}/planted.ts`, 'const x = 1;\nexport { x as default };\n', 'plexus/no-default-export'),
      clean('the default export of a configuration', 'apps/web/vite.config.ts', 'export default {};\n'),
      planted('the API asking the machine for the time (new Date)', `${plan}/planted.ts`, 'export const now = () => new Date();\n', 'plexus/injected-clock'),
      planted('the API asking the machine for the time (Date.now)', `${plan}/planted.ts`, 'export const now = () => Date.now();\n', 'plexus/injected-clock'),
      clean('the clock asking the machine', `${api}/platform/clock.ts`, 'export const now = () => new Date();\n'),
      clean('a test asking the machine', `${plan}/planted.spec.ts`, 'export const now = () => new Date();\n'),
      planted('a focused test', `${plan}/planted.spec.ts`, `import { it } from '@jest/globals';\nit.only('x', () => {});\n`, 'plexus/no-only'),
      planted('a focused table', `${plan}/planted.spec.ts`, `import { it } from '@jest/globals';\nit.only.each([1])('x', () => {});\n`, 'plexus/no-only'),
      planted('a focused group of flows', 'e2e/flows/planted.spec.ts', `import { test } from '@playwright/test';\ntest.describe.only('x', () => {});\n`, 'plexus/no-only'),
      planted('a hook behind a condition', `${features}/plan/planted.tsx`, `import { useState } from 'react';\nexport function Page({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return <p />;\n}\n`, 'react-hooks/rules-of-hooks'),
      planted('an exception nobody needs', `${plan}/planted.ts`, '// eslint-disable-next-line plexus/no-save\nexport const x = 1;\n', "Unused eslint-disable directive (no problems were reported from 'plexus/no-save')."),
    ],
    () => root,
  );
});

it('refuses a module without a place in the line', () => {
  const root = tree('apps/api/src/modules/surprise/surprise.module.ts');
  try {
    expect(() => folderZones(root)).toThrow(/a place in MODULE_ORDER .*: surprise$/);
  } finally {
    rmSync(root, { recursive: true });
  }
});
