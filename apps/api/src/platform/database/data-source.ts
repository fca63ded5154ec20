import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from '../../entities.ts';
import { PreparingClient } from './preparing-client.ts';
import { SnakeNaming } from './snake-naming.ts';

/** Milliseconds. A silent server must not hang a request: pg itself would wait forever. */
const TIMEOUTS = { connectionTimeoutMillis: 4_000, statement_timeout: 5_000, query_timeout: 5_000, idle_in_transaction_session_timeout: 10_000, lock_timeout: 4_000 };

export const appDataSourceOptions = (url: string): DataSourceOptions => ({
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
  extra: { Client: PreparingClient, pipeline: true, ...TIMEOUTS },
});

export const openDataSource = (url: string): Promise<DataSource> => new DataSource(appDataSourceOptions(url)).initialize();
