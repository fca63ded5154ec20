import { Inject, Injectable } from '@nestjs/common';
import { type PatientAction, type ReachRow, type Result, type Violation, checkText, err, mayWithPatient, ok, refuse, tidyOptional } from '@plexus/domain';
import type { EntityManager } from 'typeorm';
import { QueryFailedError } from 'typeorm';
import type { Actor } from '../actor.ts';
import { CONFIG, type Config } from '../config/config.ts';
import { Clock } from '../clock/clock.ts';
import { Transactions } from '../database/transactions.ts';
import { badInput, forbidden, notFound } from '../faults.ts';
import { isId } from '../ids.ts';
import { GENESIS, inputHash } from './chain.ts';
import { type LockedRecord, OpenRecord, type Refusal } from './open-record.ts';
import { Reactions } from './reactions.ts';

/** What every command about a patient carries. */
export interface Command {
  /** Made by the client: the same again is answered again, never done again. */
  readonly commandId: string;
  readonly patientId: string;
  /** The revision that the author saw. */
  readonly baseRevision: number;
  /** The contact (encounter) in which it was done. */
  readonly contactId?: string | null | undefined;
}

/** That it was done, and at which revision. The thing itself is read afterwards, under the reader's rights of that moment. */
export interface Done {
  readonly patientId: string;
  readonly revision: number;
  readonly entityId: string | null;
  readonly replayed: boolean;
}

export interface Change<C extends Command> {
  readonly verb: string;
  readonly action: PatientAction;
  readonly command: C;
  readonly reason?: string | null;
  /** The input field in which the reason was given, where it is not `reason`. */
  readonly reasonField?: string;
  /** Constraints that say it in the database: what to answer when one of them refuses. Of those that a rule checks first, when two commands pass it at the same time. */
  readonly constraints?: Readonly<Record<string, Violation>>;
}

type Work = (record: OpenRecord) => Promise<Result<{ entityId: string | null }, Refusal>>;

interface PostgresError {
  readonly code?: string;
  readonly constraint?: string;
}

/**
 * The one door to a patient's record: lock → permit → conflict check → rule → save → react → record. State, history and announcement commit
 * together or not at all. The primary key of `revision` would refuse a second writer even if the lock were forgotten.
 */
@Injectable()
export class PatientRecords {
  /** Revisions that were committed, and with that announced, since the start. */
  announced = 0;

  constructor(
    private readonly transactions: Transactions,
    private readonly reactions: Reactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One command on an existing record. */
  async change<C extends Command>(actor: Actor, change: Change<C>, work: Work): Promise<Result<Done, Refusal>> {
    const { command } = change;
    checkIds(command);
    const hash = inputHash(this.config.recordKey, change.verb, command);
    return this.run(actor, change, async (em, leave) => {
      const [locked, { replay, reach }] = await Promise.all([lock(em, actor, command.patientId), replayAndReach(em, actor, command, hash)]);
      if (replay) return replay;
      const relation = { reach, organizationRoles: actor.organizationRoles, discipline: actor.discipline };
      if (reach.length === 0) throw notFound();
      if (!mayWithPatient(change.action, relation)) throw forbidden();
      if (command.baseRevision > locked.revision) throw badInput('baseRevision', `The record is at revision ${locked.revision}.`);
      return this.write(em, actor, change, hash, locked, reach, work, leave);
    });
  }

  /** The first command of a new record. Its patient id is made by the caller; a replay answers the id that the first try made. */
  async open<C extends Command>(actor: Actor, change: Change<C>, work: Work): Promise<Result<Done, Refusal>> {
    const { command } = change;
    checkIds(command);
    // The new patient's id is made anew at each try, so it is no part of what was asked for.
    const hash = inputHash(this.config.recordKey, change.verb, { ...command, patientId: null });
    return this.run(actor, change, async (em, leave) => {
      const { replay } = await replayAndReach(em, actor, command, hash);
      if (replay) return replay;
      await em.query(
        `INSERT INTO plexus.patient_record (organization_id, patient_id, revision, plan_version, head_hash, opened_by) VALUES ($1, $2, 0, 0, $3, $4)`,
        [actor.organizationId, command.patientId, GENESIS, actor.personId],
      );
      const locked: LockedRecord = { patientId: command.patientId, revision: 0, planVersion: 0, headHash: GENESIS };
      return this.write(em, actor, change, hash, locked, [{ through: 'member', role: 'lead', discipline: actor.discipline, onBehalfOf: null }], work, leave);
    });
  }

  private async run<C extends Command>(
    actor: Actor,
    change: Change<C>,
    work: (em: EntityManager, leave: (refusal: Refusal) => never) => Promise<Done>,
    retrying = false,
  ): Promise<Result<Done, Refusal>> {
    const { patientId } = change.command;
    const context = { organizationId: actor.organizationId, personId: actor.personId, purpose: 'care', today: actor.today, patientId } as const;
    try {
      const outcome = await this.transactions.write<Done, Refusal>(context, (em, leave) => work(em, leave));
      if (!outcome.ok) return err(outcome.error);
      if (!outcome.value.replayed) this.announced += 1;
      return ok(outcome.value);
    } catch (error) {
      const { code, constraint } = postgresError(error);
      const isTaken = code === '23505' || code === '23P01';
      const isBroken = isTaken || code === '23514';
      const broken = constraint === undefined ? undefined : change.constraints?.[constraint];
      // The same command may have arrived twice at once, and whatever is taken was taken by its twin: then the twin's answer is ours.
      if (isTaken && (broken || constraint === 'command_pkey') && !retrying) return this.run(actor, change, work, true);
      if (isBroken && broken) return refuse(broken);
      throw error;
    }
  }

  private async write<C extends Command>(
    em: EntityManager,
    actor: Actor,
    change: Change<C>,
    hash: Buffer,
    locked: LockedRecord,
    reach: readonly ReachRow[],
    work: Work,
    leave: (refusal: Refusal) => never,
  ): Promise<Done> {
    const record = new OpenRecord(em, actor, reach, this.clock.now(), locked, change.command, leave);
    const reason = change.reason ?? null;
    const wrong = reason === null ? null : checkText(change.reasonField ?? 'reason', reason, 'line');
    if (wrong) return leave({ kind: 'rule-violation', violations: [wrong] });
    if (change.command.contactId) await checkContact(em, actor, change.command.patientId, change.command.contactId);
    const result = await work(record);
    if (!result.ok) return leave(result.error);
    await this.reactions.to(change.verb, record, result.value.entityId);
    const revision = await record.seal(this.config.recordKey, change.verb, tidyOptional(reason), result.value.entityId, hash);
    return { patientId: locked.patientId, revision, entityId: result.value.entityId, replayed: false };
  }
}

function checkIds(command: Command): void {
  if (!isId(command.commandId)) throw badInput('commandId', 'A command id is a UUID in lower case.');
  if (!isId(command.patientId)) throw notFound();
  if (command.contactId != null && !isId(command.contactId)) throw notFound();
  if (!Number.isSafeInteger(command.baseRevision) || command.baseRevision < 0) throw badInput('baseRevision', 'A revision is a whole number.');
}

async function lock(em: EntityManager, actor: Actor, patientId: string): Promise<LockedRecord> {
  // Not FOR UPDATE: foreign-key checks of other tables' rows need not queue behind it.
  const [row] = await em.query<LockedRecord[]>(
    `SELECT patient_id AS "patientId", revision, plan_version AS "planVersion", head_hash AS "headHash" FROM plexus.patient_record
      WHERE organization_id = $1 AND patient_id = $2 FOR NO KEY UPDATE`,
    [actor.organizationId, patientId],
  );
  if (!row) throw notFound();
  return row;
}

// A statement of its own behind the lock, sent along with it: joined to it, it would be answered from before the lock was had.
async function replayAndReach(em: EntityManager, actor: Actor, command: Command, hash: Buffer): Promise<{ replay: Done | null; reach: ReachRow[] }> {
  const rows = await em.query<{ done: { hash: string; patientId: string; revision: number; entityId: string | null } | null; reach: ReachRow[] | null }[]>(
    `SELECT (SELECT json_build_object('hash', encode(c.input_hash, 'hex'), 'patientId', c.patient_id, 'revision', c.revision, 'entityId', c.entity_id)
               FROM plexus.command c WHERE c.organization_id = $1 AND c.person_id = $2 AND c.id = $3) AS done,
            (SELECT json_agg(json_build_object('through', r.through, 'role', r.role, 'discipline', r.discipline, 'onBehalfOf', r.on_behalf_of))
               FROM plexus.reach r WHERE r.patient_id = $4) AS reach`,
    [actor.organizationId, actor.personId, command.commandId, command.patientId],
  );
  const done = rows[0]?.done;
  const reach = rows[0]?.reach ?? [];
  if (!done) return { replay: null, reach };
  if (done.hash !== hash.toString('hex')) throw badInput('commandId', 'This command id was used for something else.', 'COMMAND_REUSED');
  return { replay: { patientId: done.patientId, revision: done.revision, entityId: done.entityId, replayed: true }, reach };
}

async function checkContact(em: EntityManager, actor: Actor, patientId: string, contactId: string): Promise<void> {
  const rows = await em.query<unknown[]>(`SELECT 1 FROM plexus.contact WHERE organization_id = $1 AND patient_id = $2 AND id = $3`, [
    actor.organizationId,
    patientId,
    contactId,
  ]);
  if (rows.length === 0) throw notFound();
}

const postgresError = (error: unknown): PostgresError => (error instanceof QueryFailedError ? (error.driverError as PostgresError) : {});
