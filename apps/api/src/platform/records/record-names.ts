import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../graphql/request-context.ts';

/** What the things of one kind are called now, by id: a goal's words, a member's name. */
export type Namer = (request: RequestContext, patientId: string) => Promise<ReadonlyMap<string, string>>;

/** Each module says how its things are called, so that a history can name them without knowing the modules. */
@Injectable()
export class RecordNames {
  private readonly namers = new Map<string, Namer>();

  register(entity: string, namer: Namer): void {
    this.namers.set(entity, namer);
  }

  async of(request: RequestContext, patientId: string, entities: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const entity of new Set(entities)) {
      for (const [id, name] of (await this.namers.get(entity)?.(request, patientId)) ?? []) names.set(id, name);
    }
    return names;
  }
}
