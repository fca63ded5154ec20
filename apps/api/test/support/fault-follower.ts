import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { Client, sessionHeaders } from './client.ts';
import type { Clinician } from './record-clinic.ts';

const AGAIN_MS = 50;
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, AGAIN_MS));

/** Somebody who has a patient's page open and writes nothing: listens, comes back by themselves when the line is lost, and asks for what they missed. */
export class Follower {
  /** The revisions they heard of, in the order in which they did. */
  readonly heard: number[] = [];
  /** How often the line was lost. */
  lost = 0;
  private readonly socket;
  private readonly following: Promise<void>;
  private stopped = false;

  constructor(
    private readonly who: Clinician,
    private readonly url: string,
    private readonly patientId: string,
    private known: number,
  ) {
    const headers = sessionHeaders(url, who.client.cookie);
    class Socket extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers });
      }
    }
    // As the pages do, only sooner.
    this.socket = createClient({ url: `${url.replace(/^http/, 'ws')}/graphql`, webSocketImpl: Socket, retryAttempts: Infinity, shouldRetry: () => true, retryWait: pause, on: { closed: () => void (this.lost += 1) } });
    this.following = this.follow();
  }

  private async follow(): Promise<void> {
    while (!this.stopped) {
      try {
        const deliveries = this.socket.iterate<{ patientRevised: { revision: number } }>({
          query: 'subscription ($patientId: ID!) { patientRevised(patientId: $patientId) { revision } }', variables: { patientId: this.patientId },
        });
        for await (const { data, errors } of deliveries) {
          if (errors) throw new Error(JSON.stringify(errors));
          await this.catchUp(data!.patientRevised.revision);
        }
      } catch {
        // Refused while the records could not be reached: asked again.
      }
      await pause();
    }
  }

  private async catchUp(to: number): Promise<void> {
    const client = new Client(this.url, this.who.client.cookie);
    while (this.known < to) {
      const { patient } = await client.data<{ patient: { revisionsAfter: { number: number }[] } }>(
        'query ($patientId: ID!, $known: Int!) { patient(patientId: $patientId) { revisionsAfter(revision: $known, first: 100) { number } } }',
        { patientId: this.patientId, known: this.known },
      );
      for (const { number } of patient.revisionsAfter) this.heard.push((this.known = number));
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    // It may be on its way back at this very moment, and be refused.
    await Promise.resolve(this.socket.dispose()).catch(() => undefined);
    await this.following;
  }
}
