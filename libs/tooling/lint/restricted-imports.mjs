import { builtinModules } from 'node:module';

const builders = { regex: '^@plexus/domain/testing$', message: 'Builders and personas are for tests and the demo clinic.' };
const node = { regex: `^(node:|(${builtinModules.map((name) => name.replaceAll('/', '\\/')).join('|')})(/|$))`, message: 'This library also runs in the browser: nothing of Node.' };
// Nx knows a package only by its declared entries. The apps have none, but a deep path into them would still resolve.
const apps = { regex: '^@plexus/(api|web|e2e)(/|$)', message: 'An app is imported by nobody: what two need is a library.' };

/**
 * One rule, one setting: ESLint does not add up the settings of two blocks, so each block names all it bans.
 *
 * @param {{ builders?: boolean, node?: boolean }} bans
 */
export const restrictedImports = (bans) => ({
  'no-restricted-imports': ['error', { patterns: [apps, ...(bans.builders ? [builders] : []), ...(bans.node ? [node] : [])] }],
});
