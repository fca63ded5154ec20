import { type Answer, Client } from './client.ts';
import { documents } from './record-documents.ts';
import { eventually } from './record-patience.ts';

/** One request, as whoever sent it saw it. Times in milliseconds, by one clock. */
export interface Asked {
  readonly startedAt: number;
  readonly endedAt: number;
  /** `ok`, the code of the first error, or `unanswered`. */
  readonly outcome: string;
}

/** Sends one request as somebody and says how it went. */
export const ask = (url: string, cookie: string | null, query: string, variables: object): Promise<Asked> => timed(() => new Client(url, cookie).run(query, variables));

const { id: documentId } = documents.find(({ name }) => name === 'PlanPage')!;

/** Opens a patient's plan as the page does. */
export const openPlan = (url: string, cookie: string | null, patientId: string): Promise<Asked> =>
  timed(async () => {
    const response = await new Client(url, cookie).send(JSON.stringify({ documentId, operationName: 'PlanPage', variables: { patientId } }), { accept: 'application/graphql-response+json' });
    return (await response.json()) as Answer<object>;
  });

async function timed(send: () => Promise<Answer<object>>): Promise<Asked> {
  const startedAt = performance.now();
  const answer = await send().catch(() => null);
  const outcome = answer === null ? 'unanswered' : (answer.errors?.[0]?.extensions.code ?? 'ok');
  return { startedAt, endedAt: performance.now(), outcome };
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

  /** So many that were sent from now on, or after a moment, were answered as they should be. */
  async goesWell(many: number, after = performance.now()): Promise<void> {
    await eventually(`${many} good answers`, async () => this.asked.filter(({ startedAt, outcome }) => startedAt >= after && outcome === 'ok').length >= many, 30_000);
  }

  /** Ends when the last is answered; says how many were sent a second. */
  async stop(): Promise<number> {
    clearInterval(this.timer);
    const perSecond = Math.round((this.sent / (performance.now() - this.begun)) * 1000);
    await Promise.all(this.underWay);
    return perSecond;
  }
}
