import { parseArgs } from 'node:util';
import { ClearError } from '../clear-error.mjs';

/**
 * What was typed after the command's name. What is not an option of it is said together with how it is written.
 *
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} T
 * @param {string[]} args
 * @param {T} options
 * @param {string} usage
 */
export function readArguments(args, options, usage) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new ClearError(`${error.message.split('. ')[0]}. It is written: ${usage}`);
  }
}
