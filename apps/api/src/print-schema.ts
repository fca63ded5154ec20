import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { MODULES } from './app.module.ts';

/** Resolver classes by Nest's own metadata, so that none can be forgotten in a list. */
const resolvers = MODULES.flatMap((module) => (Reflect.getMetadata('providers', module) as (new () => object)[]).filter((provider) => Reflect.hasMetadata('graphql:resolver_type', provider) || /Resolver$/.test(provider.name)));

/** Writes the schema as text without opening a database. */
const context = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
const schema = await context.get(GraphQLSchemaFactory).create(resolvers);
const text = `${printSchema(lexicographicSortSchema(schema))}\n`;
const out = process.argv[2];
if (out) writeFileSync(out, text);
else process.stdout.write(text);
await context.close();
