import { Inject, Injectable } from '@nestjs/common';
import { type OrganizationAction, type OrganizationThing, type Result, type Violation, err, mayInOrganization, ok, refuse, tidy } from '@plexus/domain';
import { type EntityManager, QueryFailedError } from 'typeorm';
import type { Actor } from '../actor.ts';
import { Clock } from '../clock/clock.ts';
import { CONFIG, type Config } from '../config/config.ts';
import { Transactions } from '../database/transactions.ts';
import { badInput, forbidden } from '../faults.ts';
import { isId } from '../ids.ts';
import { OrganizationCommandEntity } from '../organization.entities.ts';
import { inputHash } from './chain.ts';
import type { Refusal } from './open-record.ts';

export interface OrganizationChange {
  readonly verb: string;
  readonly action: OrganizationAction;
  readonly command: { readonly commandId: string };
  readonly reason?: string | null;
  /** A first statement that makes such commands wait for each other, where a rule looks at more than the thing itself. `$1` is the organization. */
  readonly lock?: string;
  /** Constraints that say a rule in the database: what to answer when one of them refuses. */
  readonly constraints?: Readonly<Record<string, Violation>>;
}

export type OrganizationDone = Result<{ readonly entityId: string }, Refusal>;
type Work = (em: EntityManager, leave: (refusal: Refusal) => never) => Promise<OrganizationDone>;

/** Commands about no patient: the same rules of repetition and conflict as of a record's, with a version in place of a revision. */
@Injectable()
export class OrganizationCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One transaction: look for the command, do it, remember it. */
  async change(actor: Actor, change: OrganizationChange, work: Work, retrying = false): Promise<OrganizationDone> {
    const { verb, action, command, reason = null } = change;
    if (!mayInOrganization(action, actor)) throw forbidden();
    if (!isId(command.commandId)) throw badInput('commandId', 'A command id is a UUID in lower case.');
    const hash = inputHash(this.config.recordKey, verb, command);
    const context = { organizationId: actor.organizationId, personId: actor.personId, purpose: 'organization-role', today: actor.today, patientId: null } as const;
    try {
      const outcome = await this.transactions.write<{ entityId: string }, Refusal>(context, async (em, leave) => {
        if (change.lock) await em.query(change.lock, [actor.organizationId]);
        const key = { organizationId: actor.organizationId, personId: actor.personId, id: command.commandId };
        const done = await em.findOneBy(OrganizationCommandEntity, key);
        if (done && !done.inputHash.equals(hash)) throw badInput('commandId', 'This command id was used for something else.', 'COMMAND_REUSED');
        if (done) return { entityId: done.entityId };
        const result = await work(em, leave);
        if (!result.ok) return leave(result.error);
        await em.insert(OrganizationCommandEntity, { ...key, inputHash: hash, verb, entityId: result.value.entityId, reason: reason === null ? null : tidy(reason), at: this.clock.now() });
        return result.value;
      });
      return outcome.ok ? ok(outcome.value) : err(outcome.error);
    } catch (error) {
      const { constraint = '' } = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
      const broken = change.constraints?.[constraint];
      // The same command may have arrived twice at once, and whatever is taken was taken by its twin: then the twin's answer is ours.
      if ((broken || constraint === 'organization_command_pkey') && !retrying) return this.change(actor, change, work, true);
      if (broken) return refuse(broken);
      throw error;
    }
  }

  /** Any newer version is shown beside what was to be written: there is no history to merge by. */
  async refuseFor(em: EntityManager, actor: Actor, entity: OrganizationThing, thing: { readonly id: string; readonly version: number }, fields: readonly { field: string; theirs: string | null; mine: string | null }[], leave: (refusal: Refusal) => never): Promise<never> {
    const [last] = await em.query<{ person_id: string; at: Date }[]>(`SELECT c.person_id, c.at FROM plexus.organization_command c WHERE c.organization_id = $1 AND c.entity_id = $2 ORDER BY c.at DESC LIMIT 1`, [actor.organizationId, thing.id]);
    return leave({
      kind: 'edit-conflict', revision: thing.version,
      groups: [{ entity, entityId: thing.id, group: entity, personId: last?.person_id ?? actor.personId, at: last?.at ?? this.clock.now(), fields: fields.map((field) => ({ ...field, base: null })) }],
    });
  }
}
