import { Injectable } from '@nestjs/common';
import type { OpenRecord } from './open-record.ts';

export type Reaction = (record: OpenRecord, entityId: string | null) => Promise<void>;

/** What other modules do in the same revision when something happens. They run in the order in which modules are wired, which is the modules' order. */
@Injectable()
export class Reactions {
  private readonly byVerb = new Map<string, Reaction[]>();

  on(verb: string, reaction: Reaction): void {
    this.byVerb.set(verb, [...(this.byVerb.get(verb) ?? []), reaction]);
  }

  async to(verb: string, record: OpenRecord, entityId: string | null): Promise<void> {
    for (const reaction of this.byVerb.get(verb) ?? []) await reaction(record, entityId);
  }
}
