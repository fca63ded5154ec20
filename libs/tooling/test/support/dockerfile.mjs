/** As much of a Dockerfile's meaning as ours needs: stages, COPY, RUN, ENV. */
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

/**
 * @typedef {{ name: string, text: string, words: string[], from: string | undefined }} Step `words`: of a COPY, sources and target
 * @typedef {{ name: string, base: string, steps: Step[] }} Stage
 */

/** @param {string} text @returns {Stage[]} */
export function stages(text) {
  const lines = text.replaceAll(/\\\n\s*/g, '').split('\n').filter((line) => line.trim() && !line.startsWith('#'));
  /** @type {Stage[]} */
  const found = [];
  for (const line of lines) {
    const [, name, rest] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    if (!name) throw new Error(`Not understood: ${line}`);
    if (name === 'FROM') {
      const [base, , alias = 'final'] = rest.split(/\s+/);
      found.push({ name: alias, base, steps: [] });
      continue;
    }
    const [, from] = /--from=(\S+)/.exec(rest) ?? [];
    const words = name === 'COPY' ? rest.split(/\s+/).filter((word) => !word.startsWith('--')) : [];
    found[found.length - 1].steps.push({ name, text: rest, words, from });
  }
  return found;
}

/**
 * Does a stage's steps in an empty folder, after those of the stage it is made from.
 *
 * @param {Stage[]} all
 * @param {Stage} stage
 * @param {object} options
 * @param {string} options.from the build context
 * @param {() => string} options.into makes an empty folder
 * @param {(command: string, cwd: string) => Promise<void>} options.run
 * @param {boolean} [options.skipMissing] what a RUN would have made, when nothing is run
 * @param {Map<string, string>} [options.done]
 * @returns {Promise<{ folder: string, env: Record<string, string> }>}
 */
export async function runStage(all, stage, options) {
  const { from, into, run, skipMissing = false, done = new Map() } = options;
  const folder = into();
  /** @type {Record<string, string>} */
  const env = {};
  const base = all.find((other) => other.name === stage.base);
  if (base) cpSync(await folderOf(base), folder, { recursive: true, verbatimSymlinks: true });
  let workdir = '';
  for (const step of [...(base ? base.steps.filter(({ name }) => name === 'WORKDIR') : []), ...stage.steps]) {
    if (step.name === 'WORKDIR') workdir = step.text;
    if (step.name === 'ENV') for (const pair of step.text.split(' ')) env[pair.split('=')[0]] = pair.split('=')[1];
    if (step.name === 'RUN') await run(step.text, folder);
    if (step.name === 'COPY') {
      const target = /** @type {string} */ (step.words[step.words.length - 1]);
      const root = step.from ? await folderOf(/** @type {Stage} */ (all.find((other) => other.name === step.from))) : from;
      for (const word of step.words.slice(0, -1)) copy(root, step.from ? relative(workdir, word) : word, target);
    }
  }
  return { folder, env };

  /** @param {Stage} other */
  async function folderOf(other) {
    if (!done.has(other.name)) done.set(other.name, (await runStage(all, other, { ...options, done })).folder);
    return /** @type {string} */ (done.get(other.name));
  }

  /** Docker copies a folder's content, and a file into a target that ends with a slash. @param {string} root @param {string} source @param {string} target */
  function copy(root, source, target) {
    const original = join(root, source);
    if (skipMissing && !existsSync(original)) return;
    const isFile = /\.[a-z]+$/.test(source) || source.startsWith('.');
    const at = isFile && target.endsWith('/') ? join(folder, target, basename(source)) : join(folder, target);
    mkdirSync(join(at, '..'), { recursive: true });
    cpSync(original, at, { recursive: true, verbatimSymlinks: true, filter: (path) => !/\/(node_modules|dist|test-results|gql)$/.test(path.slice(from.length)) || root !== from });
  }
}
