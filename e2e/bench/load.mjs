import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import autocannon from 'autocannon';

export const CONNECTIONS = 8;

/** @typedef {{ name: string, text: string }} TrustedDocument */
const manifest = /** @type {Record<string, TrustedDocument>} */ (
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@plexus/contract/trusted-documents.json'), 'utf8'))
);

/** The hash under which the built web asks. @param {string} name */
export function documentId(name) {
  const found = Object.entries(manifest).find(([, document]) => document.name === name);
  if (!found) throw new Error(`The web has no document ${name}: build it first.`);
  if (createHash('sha256').update(found[1].text).digest('hex') !== found[0]) throw new Error(`The document ${name} is not what its hash says.`);
  return found[0];
}

/** The worklist as its page asks for it. */
export const WORKLIST = `query Worklist { followUps(queue: ALL) { totalCount counts { needsMe overdue waiting referrals unowned reported } pageInfo { hasNextPage endCursor }
  edges { node { id what kind priority state dueOn isOverdue court daysInCourt patient { id givenName familyName } askedBy { id name } owner { id name } with { id name } holding isUnowned transitions } } } }`;

/** @param {string} token */
export const headersOf = (token) => ({ 'content-type': 'application/json', 'accept': 'application/graphql-response+json', 'cookie': `plexus-development=${token}` });

/**
 * @typedef {object} Measured
 * @property {number} perSecond
 * @property {number} p50 milliseconds
 * @property {number} p99 milliseconds
 */

/**
 * @param {string} url
 * @param {autocannon.Request[]} requests taken in turn by each connection
 * @param {{ seconds: number, connections?: number }} options
 * @returns {Promise<Measured>}
 */
export async function fire(url, requests, { seconds, connections = CONNECTIONS }) {
  /** @type {string | null} */
  let wrong = null;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: requests.map((request) => ({
      ...request,
      onResponse: (status, body) => {
        if (status !== 200 || body.includes('"errors"')) wrong ??= `${status} ${body.slice(0, 300)}`;
      },
    })),
  });
  if (result.requests.total === 0) throw new Error(`Nothing was answered: ${url}${requests[0]?.path ?? ''} (${result.errors} errors, ${result.timeouts} timeouts).`);
  if (wrong !== null) throw new Error(`An answer was no answer: ${String(wrong)}`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

/** @param {number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Of several rounds the one in the middle. @param {Measured[]} rounds @returns {Measured} */
export const middle = (rounds) => /** @type {Measured} */ ([...rounds].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds.length / 2)]);
