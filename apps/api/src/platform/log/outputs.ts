import type { Log } from './log.ts';

const output = process.stdout.write.bind(process.stdout);
const errors = process.stderr.write.bind(process.stderr);

/** For the person who started the server, in words: that it is ready and where, and in the demo who can sign in and what was mailed. */
export const say = (text: string): void => void output(`${text}\n`);

/** Why it does not start, and what to do. */
export const complain = (text: string): void => void errors(`${text}\n`);

/**
 * From now on nothing leaves by the outputs but the log's lines and what is said above: not what a library prints, not a warning of Node, not the
 * message of an error that nobody caught. In place of each the log has a line that names the place in code.
 */
export function guardOutputs(log: Log): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', () => undefined); // whoever read it is gone
    stream.write = (...args: unknown[]) => {
      log.trouble('Something was written past the log and is not shown.', new Error());
      const written = args.at(-1);
      if (typeof written === 'function') process.nextTick(written);
      return true;
    };
  }
  process.removeAllListeners('warning').on('warning', (warning) => log.trouble('Node.js warned.', warning));
  // A promise that nobody waited for comes here too. What state it left is not known, and what was acknowledged is safe in the database.
  process.on('uncaughtException', (error) => {
    log.fatal('An error was not caught; the server ends.', error);
    process.exit(1);
  });
}
