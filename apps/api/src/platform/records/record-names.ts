import { Injectable } from '@nestjs/common';
import type { FieldValue, ValueKind } from '@plexus/domain';
import type { RequestContext } from '../graphql/request-context.ts';
import { isId } from '../ids.ts';

/** What things of one kind are called now, by id: a goal's words, a member's name. Ids that it does not know are left out. */
export type Namer = (request: RequestContext, patientId: string, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** The kinds of things whose ids stand in a value. */
const NAMED_BY: Partial<Record<ValueKind, readonly string[]>> = { person: ['person'], member: ['team-member'], goal: ['goal'], thing: ['goal', 'activity', 'follow-up'] };

/** Things that will have to be called by their names, gathered before any is looked up: a page of history names a few of a long record's things. */
export class Mentions {
  private readonly ids = new Map<string, Set<string>>();

  thing(entity: string, id: string): void {
    if (!isId(id)) return;
    const known = this.ids.get(entity);
    if (known) known.add(id);
    else this.ids.set(entity, new Set([id]));
  }

  value(kind: ValueKind, value: FieldValue | undefined): void {
    if (value == null) return;
    for (const entity of NAMED_BY[kind] ?? []) for (const id of Array.isArray(value) ? value : [value]) this.thing(entity, String(id));
  }

  byEntity(): [entity: string, ids: string[]][] {
    return [...this.ids].map(([entity, ids]) => [entity, [...ids]]);
  }
}

/** Each module says how its things are called, so that a history can name them without knowing the modules. */
@Injectable()
export class RecordNames {
  private readonly namers = new Map<string, Namer>();

  register(entity: string, namer: Namer): void {
    this.namers.set(entity, namer);
  }

  async of(request: RequestContext, patientId: string, mentions: Mentions): Promise<ReadonlyMap<string, string>> {
    const found = await Promise.all(mentions.byEntity().map(([entity, ids]) => this.namers.get(entity)?.(request, patientId, ids) ?? new Map<string, string>()));
    return new Map(found.flatMap((names) => [...names]));
  }
}
