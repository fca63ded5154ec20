import { Injectable, type LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import type { Config } from '../config/config.ts';
import { type Fields, type Message, allowed, isMessage } from './allowed.ts';
import { technical } from './technical.ts';

type Level = 'debug' | 'info' | 'warn' | 'error' | 'fatal';

const STANDARD_OUTPUT = 1;

/** A request that was answered. */
export interface RequestLine {
  readonly requestId: string;
  /** As the client named it. */
  readonly operation: string | null;
  readonly milliseconds: number;
  readonly statements: number;
  readonly codes: readonly string[];
}

/** What the server writes while it runs: JSON lines of declared messages with declared fields, and nothing else. */
@Injectable()
export class Log implements LoggerService {
  private readonly pino: Logger;
  private readonly onAnswer: ((line: RequestLine & { readonly operation: string }) => void)[] = [];
  /** Lines that somebody should look at, by their level, since the start. */
  readonly written = { warn: 0, error: 0, fatal: 0 };

  /** @param operations names that may be written; what clients call an operation is theirs to choose */
  constructor(
    config: Pick<Config, 'logLevel' | 'logFile'>,
    private readonly operations: ReadonlySet<string> = new Set(),
  ) {
    const destination = pino.destination({ dest: config.logFile ?? STANDARD_OUTPUT, mkdir: true, sync: true });
    // A disk that is full or a terminal that is gone must not take the server with it.
    destination.on('error', () => undefined);
    this.pino = pino({ level: config.logLevel, base: null }, destination);
  }

  /** Called with every answer, under a name that may be shown, whether or not a line of it is written. */
  whenAnswered(act: (line: RequestLine & { readonly operation: string }) => void): void {
    this.onAnswer.push(act);
  }

  request(line: RequestLine): void {
    const named = { ...line, operation: this.operations.has(line.operation ?? '') ? line.operation! : 'other' };
    for (const act of this.onAnswer) act(named);
    this.write('debug', 'request', named);
  }

  fault(requestId: string, error: unknown): void {
    this.write('error', 'fault', { requestId, ...technical(error) });
  }

  event(message: Message): void {
    this.write('info', message);
  }

  trouble(message: Message, error?: unknown, fields: Fields = {}): void {
    this.write('warn', message, { ...fields, ...(error === undefined ? {} : technical(error)) });
  }

  /** After which the server ends. */
  fatal(message: Message, error: unknown): void {
    this.write('fatal', message, technical(error));
  }

  // Nest's own lines: only its warnings and errors, and of those what an error may say.
  log(): void {}
  verbose(): void {}
  debug(): void {}
  warn(said: unknown): void {
    this.write('warn', 'A library complained.', technical(said));
  }
  error(said: unknown): void {
    this.write('error', 'A library complained.', technical(said));
  }

  /** The one way out. */
  private write(level: Level, message: Message, fields: Fields = {}): void {
    if (level in this.written) this.written[level as keyof typeof this.written] += 1;
    if (this.pino.isLevelEnabled(level)) this.pino[level](allowed(fields), isMessage(message) ? message : 'fault');
  }
}
