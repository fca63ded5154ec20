/**
 * Walls between folders of one project. They are read from disk, so that a new module or feature has its walls at once.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Modules of the API in one direction: each may import those to its left. */
const MODULE_ORDER = [
  'identity', 'patients', 'care-team', 'plan', 'measures', 'exercises', 'notes',
  'follow-ups', 'safety', 'conferences', 'notifications', 'insights', 'fhir',
];

/** @typedef {{ target: string, from: string | string[], except?: string[], message: string }} Zone */

/**
 * @param {string} root of the repository
 * @returns {Zone[]} for import-x/no-restricted-paths
 */
export const folderZones = (root) => [...apiZones(root), ...webZones(root)];

/** @param {string} root @returns {Zone[]} */
function apiZones(root) {
  const src = join(root, 'apps/api/src');
  const module = (/** @type {string} */ name) => join(src, 'modules', name);
  const present = foldersIn(join(src, 'modules'));
  const unplaced = present.filter((name) => !MODULE_ORDER.includes(name));
  if (unplaced.length > 0) {
    throw new Error(`Give these modules of apps/api a place in MODULE_ORDER (libs/tooling/lint/folder-zones.mjs): ${unplaced.join(', ')}`);
  }
  const inOrder = MODULE_ORDER.filter((name) => present.includes(name));

  return [
    { target: join(src, 'platform'), from: [join(src, 'modules'), join(src, 'access')], message: 'platform is what any server has: it knows neither modules nor access.' },
    { target: join(src, 'access'), from: join(src, 'modules'), message: 'access asks the database and imports no module.' },
    ...inOrder.slice(0, -1).map((name, index) => ({
      target: module(name),
      from: inOrder.slice(index + 1).map(module),
      message: `Modules are in one line: ${name} comes earlier. Let the later module add its field, or react.`,
    })),
    ...inOrder.flatMap((name) => [
      { target: join(module(name), 'persistence'), from: [join(module(name), 'application'), join(module(name), 'graphql')], message: 'Rows know neither use-cases nor GraphQL.' },
      { target: join(module(name), 'application'), from: join(module(name), 'graphql'), message: 'A use-case does not know how it is asked.' },
    ]),
  ];
}

/** @param {string} root @returns {Zone[]} */
function webZones(root) {
  const src = join(root, 'apps/web/src');
  const features = join(src, 'features');
  return [
    { target: features, from: join(src, 'app'), message: 'app puts features together; a feature does not know app.' },
    ...foldersIn(features).map((name) => ({
      target: join(features, name),
      from: features,
      except: [`./${name}`],
      message: 'Features do not import each other: share through libs/ui, or let app put them together.',
    })),
  ];
}

/** @param {string} directory */
const foldersIn = (directory) =>
  existsSync(directory) ? readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name) : [];
