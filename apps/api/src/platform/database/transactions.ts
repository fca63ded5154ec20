import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { type Context, setContext, setPatient } from './context.ts';

/** TypeORM must know that a transaction is open: else a `save()` or a lock would open, and commit, one of its own inside ours. */
function markActive(runner: QueryRunner, active: boolean): void {
  const inner = runner as unknown as { isTransactionActive: boolean; transactionDepth: number };
  inner.isTransactionActive = active;
  inner.transactionDepth = active ? 1 : 0;
}

/** Leaves a transaction with a refusal: everything that was written in it is undone. */
class Refused<E> {
  constructor(readonly error: E) {}
}

/** Begins every transaction with its context in the first message, so that none exists without one. */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes: everything, or nothing. The work leaves by `refuse` when an expected no must undo what was written. */
  async write<T, E = never>(context: Context, work: (em: EntityManager, refuse: (error: E) => never) => Promise<T>): Promise<{ ok: true; value: T } | { ok: false; error: E }> {
    const runner = this.dataSource.createQueryRunner();
    try {
      // The work's first statements follow in the same message. Were this one to fail, they would find no context, and the walls would show them nothing.
      const begun = runner.query(`BEGIN; ${setContext(context)}`);
      begun.catch(() => undefined);
      markActive(runner, true);
      const value = await work(runner.manager, (error) => {
        throw new Refused(error);
      });
      await begun;
      await runner.query('COMMIT');
      return { ok: true, value };
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      if (error instanceof Refused) return { ok: false, error: error.error as E };
      throw error;
    } finally {
      markActive(runner, false);
      await runner.release();
    }
  }

  /** One snapshot for one answer. Nothing is asked of the database until the first statement. */
  reading(context: Omit<Context, 'patientId'>): Reading {
    return new Reading(this.dataSource, context);
  }
}

/** What a reading asks of the driver: TypeORM's runner hands it out, and would itself send nothing before the last answer has come. */
interface Connection {
  query(sql: string, parameters?: unknown[]): Promise<{ rows: unknown[] }>;
}

/**
 * A READ ONLY transaction: one snapshot. Its statements are sent as they are asked and answered in that order, so that siblings share a round trip. Each
 * says which patient it is about (or that it is about a list), and the context follows: inside one patient's chart a statement that forgot its WHERE
 * cannot show another patient.
 */
export class Reading {
  private runner: QueryRunner | null = null;
  private connection: Promise<Connection> | null = null;
  private begun: Promise<unknown> = Promise.resolve();
  private named: string | null = null;
  private failure: { readonly error: unknown } | null = null;
  private readonly underWay = new Set<Promise<unknown>>();
  /** How many statements were sent, for tests that count them. */
  statements = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly context: Omit<Context, 'patientId'>,
  ) {}

  /** Rows about one patient. */
  about<T>(patientId: string, sql: string, parameters: readonly unknown[]): Promise<T[]> {
    return this.send<T>(patientId, sql, parameters);
  }

  /** Rows about every patient that the reader reaches. */
  list<T>(sql: string, parameters: readonly unknown[]): Promise<T[]> {
    return this.send<T>(null, sql, parameters);
  }

  /**
   * A list whose statement is so long that planning it under the walls costs more than asking it: it is planned once a connection, whatever its
   * parameters, and so is what this snapshot asks after it. Not by several workers: before they start they would make the array of everybody's panel
   * that a policy leaves aside for a coordinator.
   */
  longList<T>(sql: string, parameters: readonly unknown[]): Promise<T[]> {
    return this.send<T>(null, sql, parameters, 'SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL max_parallel_workers_per_gather = 0');
  }

  /** Rows about some patients: of one, the walls look at that one alone. */
  aboutMany<T>(patientIds: readonly string[], sql: string, parameters: readonly unknown[]): Promise<T[]> {
    const [first, ...others] = new Set(patientIds);
    return this.send<T>(first !== undefined && others.length === 0 ? first : null, sql, parameters);
  }

  /** Rows of the organization, which are about no patient: whoever is named stays so. */
  inOrganization<T>(sql: string, parameters: readonly unknown[]): Promise<T[]> {
    return this.send<T>(undefined, sql, parameters);
  }

  /** Once nothing is under way: who gathers keys waits for the answers that bring more of them. */
  async quiet(): Promise<void> {
    while (this.underWay.size > 0) {
      await Promise.allSettled(this.underWay);
      // What the answers lead to is asked by then.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private send<T>(patientId: string | null | undefined, sql: string, parameters: readonly unknown[], setting?: string): Promise<T[]> {
    const run = this.run<T>(patientId, sql, parameters, setting);
    this.underWay.add(run);
    const over = () => this.underWay.delete(run);
    run.then(over, over);
    return run;
  }

  private async run<T>(patientId: string | null | undefined, sql: string, parameters: readonly unknown[], setting?: string): Promise<T[]> {
    // What comes after it in the same answer fails for the same reason.
    if (this.failure) throw this.failure.error;
    try {
      const connection = await (this.connection ??= this.begin(patientId ?? null));
      const before = [this.begun];
      if (patientId !== undefined && this.named !== patientId) before.push(connection.query(setPatient(patientId)));
      if (patientId !== undefined) this.named = patientId;
      if (setting !== undefined) before.push(connection.query(setting));
      this.statements += 1;
      const [{ rows }] = await Promise.all([connection.query(sql, [...parameters]), ...before]);
      return rows as T[];
    } catch (error) {
      this.failure ??= { error };
      throw this.failure.error;
    }
  }

  private async begin(patientId: string | null): Promise<Connection> {
    this.runner = this.dataSource.createQueryRunner();
    const connection = (await this.runner.connect()) as Connection;
    this.named = patientId;
    this.begun = connection.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${setContext({ ...this.context, patientId })}`);
    return connection;
  }

  /** Ends the snapshot, once everything asked so far is answered. The next statement begins a new one. */
  async end(): Promise<void> {
    await Promise.allSettled(this.underWay);
    const { connection, runner } = this;
    this.connection = null;
    this.runner = null;
    this.named = null;
    this.failure = null;
    if (!connection || !runner) return;
    await connection.then((open) => open.query('COMMIT')).catch(() => undefined);
    await runner.release();
  }
}
