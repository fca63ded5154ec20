import type { Server, ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';

/** Ends a server so that whoever asked is answered, and nobody comes back to it. */
export class Drain {
  private readonly open = new Set<ServerResponse>();
  private isLeaving = false;

  constructor(private readonly server: Server) {
    server.prependListener('request', (_req, res: ServerResponse) => {
      if (this.isLeaving) res.setHeader('connection', 'close');
      this.open.add(res);
      res.once('close', () => this.open.delete(res));
    });
  }

  /** From now on every answer says that its connection is not kept; the next request comes over a new one, which a proxy leads elsewhere. */
  leave(): void {
    this.isLeaving = true;
    for (const res of this.open) if (!res.headersSent) res.setHeader('connection', 'close');
  }

  /** Takes no connection any more; settles when whoever asked has the answer. */
  async finish(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    // What has arrived on a connection is seen within one turn.
    for (await turn(); this.open.size > 0; await turn()) await Promise.all([...this.open].map((res) => new Promise((resolve) => res.once('close', resolve))));
    // Browsers keep connections in reserve on which nothing was asked: those never end by themselves.
    this.server.closeAllConnections();
    await closed;
  }
}
