import { Injectable, type LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

/** What a line about a request may contain. No variables, no names, no texts: a log is read by people who treat nobody. */
export interface RequestLine {
  readonly requestId: string;
  readonly operation: string | null;
  readonly milliseconds: number;
  readonly statements: number;
  readonly codes: readonly string[];
}

/** Technical names of an error that cannot carry what a patient's record says. */
const technical = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, constraint, table, routine } = (error as { driverError?: Record<string, unknown> }).driverError ?? (error as unknown as Record<string, unknown>);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => line.trim());
  return { error: error.constructor.name, code, constraint, table, routine, frames };
};

@Injectable()
export class Log implements LoggerService {
  private readonly pino: Logger;

  constructor(level = 'info') {
    this.pino = pino({ level, base: null });
  }

  request(line: RequestLine): void {
    this.pino.debug(line, 'request');
  }

  fault(requestId: string, error: unknown): void {
    this.pino.error({ requestId, ...technical(error) }, 'fault');
  }

  event(what: string, details: Readonly<Record<string, string | number | boolean>> = {}): void {
    this.pino.info(details, what);
  }

  trouble(what: string, error?: unknown): void {
    this.pino.warn(error === undefined ? {} : technical(error), what);
  }

  // Nest's own lines: only its warnings and errors, and of those not the arguments.
  log(): void {}
  verbose(): void {}
  debug(): void {}
  warn(message: unknown): void {
    this.pino.warn({ nest: true }, typeof message === 'string' ? message : 'warning');
  }
  error(message: unknown): void {
    this.pino.error({ nest: true, ...technical(message) }, typeof message === 'string' ? message : 'error');
  }
}
