import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from '../../entities.ts';
import { PreparingClient } from './preparing-client.ts';
import { SnakeNaming } from './snake-naming.ts';

/**
 * Milliseconds. A silent server must not hang a request: pg itself would wait forever. Waiting for a connection and for the statement that finds
 * the server silent is within the 5 seconds that a request may take to fail; a server that is only slow ends the statement first, and keeps the connection.
 */
const TIMEOUTS = { connectionTimeoutMillis: 2_000, lock_timeout: 1_500, statement_timeout: 2_000, query_timeout: 2_500, idle_in_transaction_session_timeout: 10_000 };

/** @param patience how many times as long a slow database is waited for (1 where Plexus is used) */
export const timeouts = (patience: number) => Object.fromEntries(Object.entries(TIMEOUTS).map(([name, milliseconds]) => [name, milliseconds * patience]));

export const appDataSourceOptions = (url: string, patience = 1): DataSourceOptions => ({
  type: 'postgres',
  url,
  schema: 'plexus',
  entities,
  namingStrategy: new SnakeNaming(),
  synchronize: false,
  installExtensions: false,
  uuidExtension: 'pgcrypto',
  applicationName: 'plexus',
  poolSize: 10,
  // Statements are sent behind one another without waiting for the answers between them.
  extra: { Client: PreparingClient, pipeline: true, ...timeouts(patience) },
});

export const openDataSource = (url: string, patience?: number): Promise<DataSource> => new DataSource(appDataSourceOptions(url, patience)).initialize();
