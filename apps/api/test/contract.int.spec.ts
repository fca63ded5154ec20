import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { OPERATIONS } from '@plexus/domain';
import { type GraphQLSchema, lexicographicSortSchema, parse, printSchema, specifiedRules, validate } from 'graphql';
import { limitRule } from '../src/platform/graphql/limits.ts';
import { World } from './support/world.ts';

const contract = (file: string): string => readFileSync(fileURLToPath(new URL(`../../../libs/contract/${file}`, import.meta.url)), 'utf8');

describe('the contract between server and web', () => {
  let world: World;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    world = await World.open();
    schema = world.app.nest.get(GraphQLSchemaHost).schema;
  });
  afterAll(() => world.close());

  it('is committed as the server publishes it (else: npx nx schema @plexus/api)', () => {
    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(contract('schema.graphql'));
  });

  it('has a policy for every operation, and no policy for one that is gone', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.keys(type!.getFields()).map((field) => `${type!.name}.${field}`));
    expect(roots.sort()).toEqual(Object.keys(OPERATIONS).sort());
  });

  it('keeps every document of the web valid and within the limits', () => {
    const manifest = JSON.parse(contract('trusted-documents.json')) as Record<string, { name: string; text: string }>;
    const wrong = Object.values(manifest).flatMap(({ name, text }) => validate(schema, parse(text), [...specifiedRules, limitRule]).map((error) => `${name}: ${error.message}`));
    expect(wrong).toEqual([]);
    expect(Object.keys(manifest).length).toBeGreaterThan(30);
  });
});
