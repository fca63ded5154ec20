import { Injectable } from '@nestjs/common';
import { type FollowUpSource, OPEN_STATES, assigned, tidy, tidyOptional } from '@plexus/domain';
import { In } from 'typeorm';
import type { OpenRecord } from '../../../platform/records/open-record.ts';
import { FOLLOW_UP, FollowUpEntity } from '../persistence/follow-up.entities.ts';
import { type NewFollowUp, addFollowUp, turned } from './follow-up-rows.ts';
import { holdersOf } from './keeping.ts';

/** A rule of another module, and the thing it looked at: together they have one open follow-up at most. */
export interface OfRule {
  readonly rule: string;
  readonly sourceId: string;
}

export interface RuleFollowUp extends OfRule, Pick<NewFollowUp, 'shape' | 'kind' | 'priority' | 'what' | 'why' | 'dueOn'> {
  readonly sourceKind: FollowUpSource;
  /** The role that it is for. */
  readonly pool: string;
  /** Who of the team should have it. Whoever cannot, does not: then it lies in the pool. */
  readonly ownerId?: string | null;
}

/** For other modules: a rule's follow-up opens, keeps its words and ends in the revision that changed what the rule looks at. It refuses no command. */
@Injectable()
export class FollowUpsOfRules {
  /** Opens it, or brings the words of the open one up to date: its day, its priority and its owner are the team's from then on. */
  async keep(record: OpenRecord, given: RuleFollowUp): Promise<FollowUpEntity> {
    const words = { what: tidy(given.what), why: tidyOptional(given.why) };
    const open = await this.openOne(record, given);
    if (open) return record.edit(FOLLOW_UP, open, words);
    const { actor } = record;
    const owner = given.ownerId == null ? null : assigned({ ownerId: given.ownerId }, await holdersOf(record));
    return addFollowUp(record, {
      ...words, shape: given.shape, kind: given.kind, priority: given.priority, sourceKind: given.sourceKind, sourceId: given.sourceId, sourceRule: given.rule, askedById: actor.personId,
      ...(owner?.ok ? owner.value : { ownerId: null, pool: given.pool }), dueOn: given.dueOn < actor.today ? actor.today : given.dueOn, dueZone: actor.timeZone,
    });
  }

  /** What the rule asked for is no longer needed: a task is done, a request is cancelled, for the reason given. Without an open one nothing happens. */
  async close(record: OpenRecord, of: OfRule, reason: string): Promise<void> {
    const open = await this.openOne(record, of);
    if (!open) return;
    const ended = open.shape === 'task' ? { state: 'done' as const, outcome: tidy(reason) } : { state: 'cancelled' as const, stateReason: tidy(reason) };
    await record.edit(FOLLOW_UP, open, turned(open, ended, record.now));
  }

  private openOne(record: OpenRecord, { rule, sourceId }: OfRule): Promise<FollowUpEntity | null> {
    const { organizationId } = record.actor;
    return record.em.findOneBy(FollowUpEntity, { organizationId, patientId: record.patientId, sourceRule: rule, sourceId, state: In([...OPEN_STATES]) });
  }
}
