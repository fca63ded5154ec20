import { Agent, request } from 'node:http';
import { type Answer, sessionHeaders } from './client.ts';
import { documents } from './record-documents.ts';
import { eventually } from './record-patience.ts';

/** One request, as whoever sent it saw it. Times in milliseconds, by one clock. */
export interface Asked {
  readonly startedAt: number;
  readonly endedAt: number;
  /** `ok`, the code of the first error, or why there was no answer. */
  readonly outcome: string;
}

const agent = new Agent({ keepAlive: true });
const { id: documentId } = documents.find(({ name }) => name === 'PlanPage')!;

/** Sends one request as somebody and says how it went. */
export const ask = (url: string, cookie: string | null, query: string, variables: object): Promise<Asked> => timed(url, cookie, { query, variables });

/** Opens a patient's plan as the page does. */
export const openPlan = (url: string, cookie: string | null, patientId: string): Promise<Asked> => timed(url, cookie, { documentId, operationName: 'PlanPage', variables: { patientId } });

async function timed(url: string, cookie: string | null, body: object): Promise<Asked> {
  const startedAt = performance.now();
  const outcome = await post(url, cookie, JSON.stringify(body)).then(
    ({ errors }) => errors?.[0]?.extensions.code ?? 'ok',
    (error: NodeJS.ErrnoException) => `unanswered: ${error.code ?? error.message}`,
  );
  return { startedAt, endedAt: performance.now(), outcome };
}

/** Not by `fetch`, which takes more of the machine for a request than the server does for its answer. */
function post(url: string, cookie: string | null, body: string): Promise<Answer<object>> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), accept: 'application/graphql-response+json', ...sessionHeaders(url, cookie) };
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as Answer<object>)).on('error', reject);
    });
    // The server may close an idle connection at the moment at which it is used again: then the request never arrived, and browsers send it anew.
    const isStale = (error: NodeJS.ErrnoException) => sent.reusedSocket && error.code === 'ECONNRESET';
    sent.on('error', (error) => (isStale(error) ? post(url, cookie, body).then(resolve, reject) : reject(error))).end(body);
  });
}

/**
 * Requests that come when they come, however slow the answers are (an open model): whoever waits for an answer before asking again would spare a
 * server that is in trouble.
 */
export class OpenLoad {
  readonly asked: Asked[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private readonly begun = performance.now();
  private sent = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(perSecond: number, send: (number: number) => Promise<Asked>) {
    this.timer = setInterval(() => {
      for (const due = ((performance.now() - this.begun) / 1000) * perSecond; this.sent < due; this.sent += 1) {
        const one = send(this.sent).then((asked) => {
          this.asked.push(asked);
          this.underWay.delete(one);
        });
        this.underWay.add(one);
      }
    }, 5);
  }

  get failed(): Asked[] {
    return this.asked.filter(({ outcome }) => outcome !== 'ok');
  }

  /** So many that are sent from now on are answered as they should be. */
  async goesWell(many: number): Promise<void> {
    const from = performance.now();
    await eventually(`${many} good answers`, async () => this.asked.filter(({ startedAt, outcome }) => startedAt >= from && outcome === 'ok').length >= many, 30_000);
  }

  /** Ends when the last is answered; says how many were sent a second. */
  async stop(): Promise<number> {
    clearInterval(this.timer);
    const perSecond = Math.round((this.sent / (performance.now() - this.begun)) * 1000);
    await Promise.all(this.underWay);
    return perSecond;
  }
}
