import { type Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { badInput } from '../faults.ts';
import { isId } from '../ids.ts';

@ObjectType('PageInfo')
export class PageInfoType {
  @Field() hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}
export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfoType;
  totalCount: number;
}

export const MOST_A_PAGE = 100;

/** The GraphQL classes of a keyset connection over one node type. @param options.isAbstract it is extended by one that says more */
export function connectionOf<T>(name: string, node: () => Type<T>, { isAbstract = false } = {}): Type<Connection<T>> {
  @ObjectType(`${name}Edge`)
  class EdgeType {
    @Field() cursor!: string;
    @Field(node) node!: T;
  }
  @ObjectType(`${name}Connection`, { isAbstract })
  class ConnectionType {
    @Field(() => [EdgeType]) edges!: EdgeType[];
    @Field(() => PageInfoType) pageInfo!: PageInfoType;
    @Field(() => Int) totalCount!: number;
  }
  return ConnectionType;
}

export type CursorValue = string | number | boolean | null;

/** A cursor is the sort key of the last row: opaque to clients, checked when it comes back. */
export const cursorOf = (key: readonly CursorValue[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** What each part of a cursor must be, so that a made-up one is refused here and not by the database. */
export type CursorPart = 'text' | 'number' | 'flag' | 'id' | 'instant';

const FITS: Record<CursorPart, (part: unknown) => boolean> = {
  text: (part) => typeof part === 'string' && !part.includes('\0') && part.isWellFormed(),
  number: (part) => Number.isSafeInteger(part),
  flag: (part) => typeof part === 'boolean',
  id: (part) => typeof part === 'string' && isId(part),
  instant: (part) => typeof part === 'string' && !Number.isNaN(Date.parse(part)),
};

export function readCursor(after: string | null | undefined, parts: readonly CursorPart[]): (string | number | boolean)[] | null {
  if (after == null) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    if (Array.isArray(key) && key.length === parts.length && parts.every((part, i) => FITS[part](key[i]))) return key as (string | number | boolean)[];
  } catch {
    // Falls through: whatever is wrong with it, the answer is the same.
  }
  throw badInput('after', 'This page does not exist any more. Start from the first one.');
}

/** @param first how many; one more is read to see whether there is a next page */
export function checkFirst(first: number): number {
  if (first < 1 || first > MOST_A_PAGE) throw badInput('first', `Between 1 and ${MOST_A_PAGE} at once.`);
  return first;
}

/** @param rows at most `first + 1` rows */
export function toConnection<R, T>(rows: readonly R[], first: number, totalCount: number, keyOf: (row: R) => readonly CursorValue[], nodeOf: (row: R) => T): Connection<T> {
  const edges = rows.slice(0, first).map((row) => ({ cursor: cursorOf(keyOf(row)), node: nodeOf(row) }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null }, totalCount };
}
