// Lints pieces of code as if they were files, outside Jest's sandbox. In: { root?, snippets: [{ file, code }] }; out: rule ids for each.
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { join } from 'node:path';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const { root, snippets } = JSON.parse(await text(process.stdin));

/** A made-up tree has no project graph, so the rule about projects is left to the real one. */
async function configOfTree() {
  const { lintConfig } = await import('../../lint/config.mjs');
  return [...lintConfig(root), { rules: { '@nx/enforce-module-boundaries': 'off' } }];
}

const eslint = new ESLint(
  root
    ? { cwd: root, overrideConfigFile: true, overrideConfig: await configOfTree() }
    : { cwd: repository, overrideConfigFile: join(repository, 'libs/tooling/eslint.config.mjs') },
);

const found = [];
for (const { file, code } of snippets) {
  const [result] = await eslint.lintText(code, { filePath: join(root ?? repository, file) });
  found.push(result.messages.map((message) => message.ruleId ?? message.message));
}
process.stdout.write(JSON.stringify(found));
