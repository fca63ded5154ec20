import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import pg from 'pg';
import { runningDatabase } from '../../database.mjs';
import { aPort } from './clone.mjs';
import { start } from './processes.mjs';
import { repository } from './run.mjs';

const ADD_PATIENT = 'mutation ($input: AddPatientInput!) { addPatient(input: $input) { __typename ... on Patient { id } } }';

/** @param {string} url @param {string} sql */
export async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  // The database stops under it in some tests: that a waiting connection is told so is no fault of theirs.
  client.on('error', () => {});
  await client.connect();
  try {
    const results = /** @type {pg.QueryResult | pg.QueryResult[]} */ (await client.query(sql));
    return (Array.isArray(results) ? /** @type {pg.QueryResult} */ (results.at(-1)) : results).rows;
  } finally {
    await client.end();
  }
}

/** The environment of a command that works on the clinic in this folder. @param {string} dataFolder @returns {NodeJS.ProcessEnv} */
export function clinicEnvironment(dataFolder) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|NX_|NODE_OPTIONS|DATABASE_|PLEXUS_)/i.test(name));
  return { ...Object.fromEntries(inherited), PLEXUS_DATA_DIR: dataFolder, PLEXUS_PREBUILT: '1', PLEXUS_DEMO: '0', PLEXUS_DOCUMENTS: 'any', PLEXUS_WEB_ROOT: '' };
}

/**
 * `npm start` on this folder, with one clinic and one therapist, who adds patients through the server. The therapist is put there by the
 * owner and signed in by a row: a test of backups is not one of passwords.
 *
 * @param {string} dataFolder
 */
export async function openClinic(dataFolder) {
  if (!existsSync(join(repository, 'apps/api/dist/main.js'))) throw new Error('Build the server first (npx nx build @plexus/api).');
  const port = await aPort();
  const program = start([process.execPath, join(repository, 'libs/tooling/start.mjs')], { cwd: repository, env: { ...clinicEnvironment(dataFolder), PORT: String(port) } });
  await program.said(/^Plexus is ready/);
  const database = /** @type {import('../../database.mjs').Connections} */ (runningDatabase({ dataDir: join(dataFolder, 'postgres') }));
  const token = await signIn(database);

  return {
    ...program,
    database,
    /** A patient, acknowledged. @returns {Promise<string>} the id */
    async addPatient() {
      const input = { commandId: randomUUID(), mrn: `M-${randomUUID().slice(0, 8)}`, givenName: 'Marisol', familyName: `Okafor-${randomBytes(6).toString('hex').replaceAll(/\d/g, 'x')}`, birthDate: '1980-04-12', sex: 'FEMALE' };
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: `plexus-development=${token}` },
        body: JSON.stringify({ query: ADD_PATIENT, variables: { input } }),
      });
      const answer = await response.json();
      expect(answer).toEqual({ data: { addPatient: { __typename: 'Patient', id: expect.any(String) } } });
      return answer.data.addPatient.id;
    },
    async stop() {
      program.child.kill('SIGTERM');
      expect(await program.ended).toBe(0);
    },
  };
}

/** @param {import('../../database.mjs').Connections} database */
async function signIn({ adminUrl, appUrl }) {
  const [organization, administrator, account, person, personAccount] = Array.from({ length: 5 }, () => randomUUID());
  await query(
    adminUrl,
    `SELECT plexus.open_organization('${organization}', 'Lindenhall', 'America/Chicago', '${account}', '${administrator}', 'Pernille Achterberg', '${administrator}@lindenhall.example', NULL);
     SET ROLE plexus_definer;
     INSERT INTO auth.account (id, email) VALUES ('${personAccount}', '${person}@lindenhall.example');
     INSERT INTO plexus.person (organization_id, id, account_id, name, email, discipline, status)
       VALUES ('${organization}', '${person}', '${personAccount}', 'Lucia Ferrante', '${person}@lindenhall.example', 'physical-therapist', 'active')`,
  );
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest('hex');
  await query(appUrl, `SELECT auth.open_session('${randomUUID()}', '\\x${hash}', '${personAccount}', '${organization}', '${person}', clock_timestamp(), 'Test', '127.0.0.1')`);
  return token;
}

/** Rows of each table of the record, and the head of each patient's. @param {string} superuserUrl */
export async function stateOf(superuserUrl) {
  const tables = await query(superuserUrl, `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'plexus' AND table_type = 'BASE TABLE' ORDER BY 1`);
  const counts = await query(superuserUrl, tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows FROM plexus.${name}`).join(' UNION ALL '));
  const heads = await query(superuserUrl, `SELECT patient_id AS id, revision, encode(head_hash, 'hex') AS head FROM plexus.patient_record ORDER BY 1`);
  return { counts, heads };
}

/** @param {string} dataDir @returns {{ recordKey: string }} */
export const secretsOf = (dataDir) => JSON.parse(readFileSync(`${dataDir}.secrets.json`, 'utf8'));
