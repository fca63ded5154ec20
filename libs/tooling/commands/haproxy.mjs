import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installFromDebian } from './debian.mjs';
import { say } from './workspace.mjs';

/**
 * The proxy in front of two servers, for the end-to-end tests. Without one they run against one server, which is less but not nothing: so it is
 * not required.
 *
 * @returns {Promise<string>} its path; empty when there is none
 */
export async function haproxy() {
  if (!installedHaproxy()) await installFromDebian('haproxy');
  const found = installedHaproxy();
  if (!found) say('There is no haproxy here: the flows run against one server, and none is restarted under load. Install haproxy to test two.');
  return found ?? '';
}

function installedHaproxy() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'haproxy')).find((file) => existsSync(file));
}
