import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything that comes from outside, read once. Nothing is derived from NODE_ENV. */
export interface Config {
  readonly databaseUrl: string;
  readonly adminUrl: string;
  /** Keys the digests of the record's chain; whoever lacks it can read the database but not forge a history. */
  readonly recordKey: Buffer;
  readonly host: string;
  readonly port: number;
  /** The cluster is the embedded one on this machine: a demo or development, warned about and never refused for its age. */
  readonly embedded: boolean;
  readonly demo: boolean;
  /** `trusted`: only the built web's own documents, by hash. `any`: development and tests. */
  readonly documents: 'trusted' | 'any';
  /** Where the built web lies; null: not served. */
  readonly webRoot: string | null;
  /** Origins besides our own host that may send requests, such as the development server. */
  readonly allowedOrigins: readonly string[];
  /** How many proxies in front of us may say who the client is. */
  readonly trustedProxies: number;
  /** An SMTP server, `smtps://user:password@host`; null: messages are printed in the demo and cannot be sent elsewhere. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** How people reach us, for links in messages. */
  readonly publicUrl: string;
  readonly logLevel: LogLevel;
  /** Where the log is appended; null: standard output. */
  readonly logFile: string | null;
  /** After the signal to end, requests are taken as before for so long, while readiness already says no: a proxy must notice before it is refused. */
  readonly shutdownNoticeMs: number;
  /** Where the figures are served; null: nowhere. Not the public port, because they tell how busy a clinic is. */
  readonly metricsPort: number | null;
  readonly metricsHost: string;
  /** How many times as long as its limits say a slow database is waited for. More than 1 is for tests of something else, which a busy machine must not fail. */
  readonly patience: number;
}

export const CONFIG = Symbol('CONFIG');

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

const HIGHEST_PORT = 65_535;

const required = (env: NodeJS.ProcessEnv, name: string): string => {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set. Start with "npm start", or set it as the README says.`);
  return value;
};

function wholeNumber(env: NodeJS.ProcessEnv, name: string, otherwise: number, most: number, least = 0): number {
  const value = env[name] ? Number(env[name]) : otherwise;
  if (!Number.isInteger(value) || value < least || value > most) throw new Error(`${name} must be a number from ${least} to ${most} (it is "${env[name]}").`);
  return value;
}

function logLevel(env: NodeJS.ProcessEnv): LogLevel {
  const level = env.PLEXUS_LOG_LEVEL || 'info';
  const known = LOG_LEVELS.find((name) => name === level);
  if (!known) throw new Error(`PLEXUS_LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')} (it is "${level}").`);
  return known;
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const recordKey = Buffer.from(required(env, 'PLEXUS_RECORD_KEY'), 'hex');
  if (recordKey.length < 32) throw new Error('PLEXUS_RECORD_KEY must be at least 32 bytes in hexadecimal.');
  const host = env.HOST ?? '127.0.0.1';
  const demo = env.PLEXUS_DEMO === '1';
  if (demo && !isLoopback(host)) throw new Error(`The demo clinic has known passwords and is served on loopback only: set PLEXUS_DEMO=0, or HOST=127.0.0.1 (it is ${host}).`);
  if (env.PLEXUS_DOCUMENTS === 'any' && !isLoopback(host)) throw new Error('PLEXUS_DOCUMENTS=any is for development on this machine. Unset it, or set HOST=127.0.0.1.');
  const port = wholeNumber(env, 'PORT', 3000, HIGHEST_PORT);
  return {
    databaseUrl: required(env, 'DATABASE_URL'),
    adminUrl: required(env, 'DATABASE_ADMIN_URL'),
    recordKey,
    host,
    port,
    embedded: env.PLEXUS_EMBEDDED === '1' && isLoopback(host),
    demo,
    documents: env.PLEXUS_DOCUMENTS === 'any' ? 'any' : 'trusted',
    webRoot: env.PLEXUS_WEB_ROOT === '' ? null : resolve(env.PLEXUS_WEB_ROOT ?? fileURLToPath(new URL('../../../../web/dist', import.meta.url))),
    allowedOrigins: (env.PLEXUS_ALLOWED_ORIGINS ?? '').split(',').filter((origin) => origin !== ''),
    trustedProxies: Number(env.PLEXUS_TRUSTED_PROXIES ?? 0),
    smtpUrl: env.PLEXUS_SMTP_URL || null,
    mailFrom: env.PLEXUS_MAIL_FROM ?? 'Plexus <plexus@localhost>',
    publicUrl: env.PLEXUS_PUBLIC_URL ?? `http://localhost:${port}`,
    logLevel: logLevel(env),
    logFile: env.PLEXUS_LOG_FILE ? resolve(env.PLEXUS_LOG_FILE) : null,
    shutdownNoticeMs: wholeNumber(env, 'PLEXUS_SHUTDOWN_NOTICE_MS', isLoopback(host) ? 200 : 5_000, 60_000),
    metricsPort: env.PLEXUS_METRICS_PORT ? wholeNumber(env, 'PLEXUS_METRICS_PORT', 0, HIGHEST_PORT) : null,
    metricsHost: env.PLEXUS_METRICS_HOST || '127.0.0.1',
    patience: wholeNumber(env, 'PLEXUS_PATIENCE', 1, 100, 1), // 0 would be for ever
  };
}
