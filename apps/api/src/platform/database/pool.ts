import type pg from 'pg';
import type { DataSource } from 'typeorm';

/** The pool behind TypeORM, which names it to nobody: for looking at, and for whoever must not open a transaction. */
export const poolOf = (dataSource: DataSource): pg.Pool => (dataSource.driver as unknown as { master: pg.Pool }).master;
