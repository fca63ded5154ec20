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
      await runner.query(`BEGIN; ${setContext(context)}`);
      markActive(runner, true);
      const value = await work(runner.manager, (error) => {
        throw new Refused(error);
      });
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

/**
 * A READ ONLY transaction whose statements run one after another. Each says which patient it is about (or that it is about a list), and the
 * context follows: inside one patient's chart a statement that forgot its WHERE cannot show another patient.
 */
export class Reading {
  private runner: QueryRunner | null = null;
  private named: string | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private failure: { readonly error: unknown } | null = null;
  /** How many statements were sent, for tests that count them. */
  statements = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly context: Omit<Context, 'patientId'>,
  ) {}

  /** Rows about one patient. */
  about<T>(patientId: string, sql: string, parameters: readonly unknown[]): Promise<T[]> {
    return this.enqueue<T>(patientId, sql, parameters);
  }

  /** Rows about the organization, or about every patient that the reader reaches. */
  list<T>(sql: string, parameters: readonly unknown[]): Promise<T[]> {
    return this.enqueue<T>(null, sql, parameters);
  }

  private enqueue<T>(patientId: string | null, sql: string, parameters: readonly unknown[]): Promise<T[]> {
    const run = this.queue.then(() => this.run<T>(patientId, sql, parameters));
    this.queue = run.catch(() => undefined);
    return run;
  }

  private async run<T>(patientId: string | null, sql: string, parameters: readonly unknown[]): Promise<T[]> {
    // What comes after it in the same answer fails for the same reason.
    if (this.failure) throw this.failure.error;
    try {
      if (this.runner === null) {
        this.runner = this.dataSource.createQueryRunner();
        await this.runner.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${setContext({ ...this.context, patientId })}`);
      } else if (this.named !== patientId) {
        await this.runner.query(setPatient(patientId));
      }
      this.named = patientId;
      this.statements += 1;
      return (await this.runner.query(sql, [...parameters])) as T[];
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }

  /** Ends the snapshot, once everything asked so far is answered. The next statement begins a new one. */
  end(): Promise<void> {
    const done = this.queue.then(async () => {
      const runner = this.runner;
      this.runner = null;
      this.named = null;
      this.failure = null;
      if (!runner) return;
      await runner.query('COMMIT').catch(() => undefined);
      await runner.release();
    });
    this.queue = done.catch(() => undefined);
    return done;
  }
}
