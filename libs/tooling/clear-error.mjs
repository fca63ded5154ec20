/** An error whose message is written for the person at the terminal: print it alone, without a stack. */
export class ClearError extends Error {
  name = 'ClearError';
}
