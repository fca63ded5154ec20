/**
 * Looks through what servers under test have logged for what people wrote: every text of their databases and every text that was sent to them. One
 * folder a run: `*.log` are the servers' logs, `*.texts` one text a line, as JSON.
 */
import { appendFileSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Shorter ones are found by chance in the names of functions. */
const SHORTEST = 5;
/** Of a longer text its beginning is looked for. */
const LONGEST = 200;
/** Words that the code itself writes (a status, an operation's verb, an id, an instant, a digest, a time zone); a log may have them. */
const OF_THE_CODE = [/^[a-z][a-z0-9_.:-]*$/, /^[A-Z][A-Z0-9_]*$/, /^[0-9a-f]{8}-[0-9a-f]{4}-/, /^\d{4}-\d\d-\d\dT/, /^\\x/, /^[0-9a-f]{40,}$/, /^[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+$/];
const isSomebodys = (/** @type {string} */ text) => text.length >= SHORTEST && !OF_THE_CODE.some((pattern) => pattern.test(text));

/** Whole words. @param {string} text */
const beginningOf = (text) => (text.length > LONGEST ? text.slice(0, LONGEST).replace(/\s*\S*$/, '') || text.slice(0, LONGEST) : text);

/** @param {unknown} value @returns {string[]} what somebody wrote, wherever in it */
function textsIn(value) {
  if (typeof value === 'string') return isSomebodys(value.trim()) ? [beginningOf(value.trim())] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** @type {Set<string>} */
const noted = new Set();

/** Remembers the texts of this value. @param {string} folder @param {unknown} value */
export function noteTexts(folder, value) {
  const fresh = [...new Set(textsIn(value))].filter((text) => !noted.has(text));
  for (const text of fresh) noted.add(text);
  if (fresh.length > 0) appendFileSync(join(folder, `${process.pid}.texts`), `${fresh.map((text) => JSON.stringify(text)).join('\n')}\n`);
}

/** Remembers every text that this database holds. @param {string} folder @param {string} url of somebody who sees all rows */
export async function noteDatabase(folder, url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query(`SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('plexus', 'auth')`);
    for (const { name } of tables) noteTexts(folder, (await client.query(`SELECT to_jsonb(t) AS row FROM ${name} t`)).rows);
  } finally {
    await client.end();
  }
}

/** What differs from request to request; without it few different lines are left. */
const OF_ONE_LINE = /"requestId":"[0-9a-f-]{36}"|"(time|milliseconds|statements)":[\d.]+/g;

/**
 * @param {string} folder
 * @returns {{ lines: number, texts: number, findings: string[] }} one sentence each
 */
export function sweep(folder) {
  const read = (/** @type {string} */ ending) => readdirSync(folder).filter((name) => name.endsWith(ending)).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean));
  const lines = read('.log');
  const different = [...new Set(lines.map((line) => line.replaceAll(OF_ONE_LINE, '"x":0')))];
  /** @type {string[]} */
  const texts = [...new Set(read('.texts'))].map((line) => JSON.parse(line));
  const findings = different.filter((line) => !isJson(line)).map((line) => `This is no line of the log: ${line.slice(0, LONGEST)}`);
  const all = different.join('\n');
  for (const text of texts) {
    const place = [text, JSON.stringify(text).slice(1, -1)].map((form) => placeOf(all, form)).find((index) => index >= 0);
    if (place !== undefined) findings.push(`Somebody's text (${text.length} characters) stands in: ${all.slice(all.lastIndexOf('\n', place) + 1).split('\n', 1)[0]}`);
  }
  return { lines: lines.length, texts: texts.length, findings };
}

/** Says what was looked through, and throws when something was found. @param {string} folder */
export function reportSweep(folder) {
  const { lines, texts, findings } = sweep(folder);
  if (findings.length > 0) throw new Error(`The logs in ${folder} say what no log may say:\n  ${findings.slice(0, 20).join('\n  ')}`);
  process.stdout.write(`Of ${texts} texts that people wrote none stands in ${lines} lines of the servers' logs.\n`);
}

/** Where it stands as words of its own, not within a longer name; -1: nowhere. @param {string} all @param {string} text */
function placeOf(all, text) {
  const isPartOfName = (/** @type {number} */ at) => /[A-Za-z0-9]/.test(all[at] ?? '');
  for (let at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) if (!isPartOfName(at - 1) && !isPartOfName(at + text.length)) return at;
  return -1;
}

/** @param {string} line */
function isJson(line) {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
