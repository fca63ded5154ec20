import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { CONFIG, type Config } from '../config/config.ts';

/** One number, or one a word; the words are written here in the code and never come from data. */
type Figures = number | Readonly<Record<string, number>>;

/**
 * Figures for Prometheus, served on a port of their own. They count; they never name a patient, a person or an organization, and no text that
 * somebody wrote is a label.
 */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  private readonly registry = new Registry();
  private server: Server | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** What is as it is now, read when it is asked for. */
  gauge(name: string, help: string, read: () => Figures, label = 'state'): void {
    this.register(Gauge, name, help, read, label);
  }

  /** What only grows and is counted elsewhere, read when it is asked for. */
  counter(name: string, help: string, read: () => Figures, label = 'outcome'): void {
    this.register(Counter, name, help, read, label);
  }

  /** What happens, counted as it happens. */
  events<L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  histogram<L extends string>(name: string, help: string, labelNames: readonly L[], buckets: number[]): Histogram<L> {
    return new Histogram({ name, help, labelNames, buckets, registers: [this.registry] });
  }

  private register(kind: typeof Gauge | typeof Counter, name: string, help: string, read: () => Figures, label: string): void {
    const metric: Gauge | Counter = new kind({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect() {
        const figures = read();
        metric.reset();
        if (typeof figures === 'number') return metric.inc(figures);
        for (const [word, figure] of Object.entries(figures)) metric.inc({ [label]: word }, figure);
      },
    });
  }

  /** Not at all unless a port is set. */
  async listen(): Promise<void> {
    const { metricsPort, metricsHost } = this.config;
    if (metricsPort === null) return;
    collectDefaultMetrics({ register: this.registry });
    this.server = createServer((req, res) => {
      if (req.method !== 'GET' || req.url !== '/metrics') return res.writeHead(404).end();
      this.registry.metrics().then(
        (text) => res.writeHead(200, { 'content-type': this.registry.contentType }).end(text),
        () => res.writeHead(500).end(),
      );
    });
    try {
      await once(this.server.listen(metricsPort, metricsHost), 'listening');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new Error(`The metrics cannot be served on ${metricsHost}:${metricsPort} (${code}): choose another PLEXUS_METRICS_PORT or PLEXUS_METRICS_HOST.`, { cause: error });
    }
  }

  /** Of the listener, for tests that let the system choose. */
  get address(): ReturnType<Server['address']> {
    return this.server?.address() ?? null;
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }
}
