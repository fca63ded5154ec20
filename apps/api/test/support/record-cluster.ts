import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, startDatabase } from '@plexus/tooling/database';
import { migrate } from '../../src/platform/database/migrate.ts';
import type { TestDatabase } from './database.ts';
import { testLogFile } from './logs.ts';
import { eventually } from './record-patience.ts';
import { rowsOf } from './world.ts';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const KILLED = 'SIGKILL';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** A PostgreSQL of this test's own that keeps what it acknowledged, unlike the run's; it can be killed like any process. */
export class DurableCluster {
  private constructor(
    private readonly folder: string,
    private server: Database,
  ) {}

  static async start(folder = mkdtempSync(join(tmpdir(), 'plexus-faults-'))): Promise<DurableCluster> {
    chmodSync(folder, 0o755); // where we are root, the server is another account
    const server = await startDatabase({ dataDir: join(folder, 'data'), throwaway: false });
    await migrate({ adminUrl: server.adminUrl, appRole: 'plexus_app' });
    return new DurableCluster(folder, server);
  }

  get database(): TestDatabase {
    const { appUrl, adminUrl, superuserUrl } = this.server;
    const database: TestDatabase = { appUrl, adminUrl, superuserUrl, admin: (sql, values) => rowsOf({ ...database, superuserUrl: '' }, sql, values), drop: async () => undefined };
    return database;
  }

  get pid(): number {
    return this.server.pid;
  }

  /** As when the machine dies, and comes back: the same data at the same address. */
  async killAndRestart(): Promise<void> {
    this.signal(KILLED);
    await this.startAgain();
  }

  /** As whoever looks after it would: `SIGINT` is PostgreSQL's fast shutdown, `SIGQUIT` its immediate one. */
  async restart(how: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    process.kill(this.server.pid, how);
    await this.startAgain();
  }

  /** The server and all its backends stop where they stand: connections stay open, and nobody answers. */
  freeze(): void {
    this.signal('SIGSTOP');
  }

  thaw(): void {
    this.signal('SIGCONT');
  }

  /** The server first, so that it can start no backend meanwhile. */
  private signal(name: NodeJS.Signals): void {
    const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
    const backends = processes.filter(([, parent]) => parent === this.server.pid).map(([pid]) => pid!);
    process.kill(this.server.pid, name);
    for (const pid of backends) {
      try {
        process.kill(pid, name);
      } catch {
        // Gone by itself meanwhile.
      }
    }
  }

  private async startAgain(): Promise<void> {
    const { port, dataDir } = this.server;
    await this.server.exited;
    await this.server.stop();
    // Backends of the dead server may hold its memory for a moment.
    this.server = await eventually('PostgreSQL to start again', () => startDatabase({ dataDir, port, throwaway: false }).catch(() => null), 60_000);
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** The server as it is started for people: a process of its own that can be killed. */
export class ApiProcess {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly database: TestDatabase,
    private readonly port: number,
  ) {}

  static async start(database: TestDatabase): Promise<ApiProcess> {
    const api = new ApiProcess(database, await freePort());
    await api.begin();
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  private async begin(): Promise<void> {
    const errors: string[] = [];
    this.child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
      stdio: ['pipe', 'ignore', 'pipe'],
      env: {
        PATH: process.env.PATH, DATABASE_URL: this.database.appUrl, DATABASE_ADMIN_URL: this.database.adminUrl, PLEXUS_RECORD_KEY: process.env.PLEXUS_TEST_RECORD_KEY,
        PLEXUS_EMBEDDED: '1', PLEXUS_DEMO: '0', PLEXUS_DOCUMENTS: 'any', PLEXUS_WEB_ROOT: '', PLEXUS_LOG_LEVEL: 'debug', PLEXUS_LOG_FILE: testLogFile(), HOST: '127.0.0.1', PORT: String(this.port),
        // It ends with us, however we end.
        PLEXUS_EXIT_WITH_PARENT: '1',
      },
    });
    this.child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
    await eventually('the server to be ready', async () => {
      if (this.child?.exitCode != null) throw new Error(`The server ended: ${errors.join('')}`);
      return (await fetch(`${this.url}/health/ready`).catch(() => null))?.ok;
    }, 180_000);
  }

  /** As when the machine under it dies: it says no goodbye. */
  async kill(): Promise<void> {
    await this.end(KILLED);
  }

  async killAndRestart(): Promise<void> {
    await this.kill();
    await this.begin();
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** Null when it has ended: by us, or of a fault. */
  get pid(): number | null {
    const ended = this.child?.exitCode ?? this.child?.signalCode ?? null;
    return ended === null ? (this.child?.pid ?? null) : null;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}
