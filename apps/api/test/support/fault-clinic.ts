import type { Shared } from './fault-commands.ts';
import { Writer } from './fault-writer.ts';
import { PlanClinic, planOf } from './plan-clinic.ts';
import { type Clinician, clinician } from './record-clinic.ts';
import { ApiProcess, DurableCluster } from './record-cluster.ts';
import { type Sent, wrongWith } from './record-line-check.ts';
import { rowsOf } from './world.ts';

export interface FaultOptions {
  readonly servers?: number;
  readonly people: number;
  readonly patients: number;
  /** Where the cluster's data is to lie. */
  readonly folder?: string;
}

/** A PostgreSQL and servers that are processes of their own, people with patients in common, and all that was sent and heard. */
export class FaultClinic {
  private constructor(
    readonly cluster: DurableCluster,
    readonly servers: readonly ApiProcess[],
    readonly people: readonly Clinician[],
    readonly records: readonly Shared[],
    readonly writers: readonly Writer[],
    /** The revision at which every record was when the writing began. */
    readonly first: number,
  ) {}

  static async open({ servers: many = 1, people: howMany, patients, folder }: FaultOptions): Promise<FaultClinic> {
    const cluster = await DurableCluster.start(folder);
    // Put in place by a server of this process; what is under test are processes that can be killed.
    const clinic = await PlanClinic.open(cluster.database);
    const people: Clinician[] = [];
    for (let person = 0; person < howMany; person += 1) people.push(await clinician(clinic.world, clinic.world.organizations[0]!, `Clinician ${person}`, 'physical-therapist'));
    const records: Shared[] = [];
    let first = 0;
    for (let patient = 0; patient < patients; patient += 1) {
      const patientId = await clinic.patient(...people);
      for (let thing = 0; thing < 2; thing += 1) {
        await clinic.goal(patientId);
        await clinic.duloxetine(patientId);
      }
      const { revision, plan } = await planOf(clinic.physiatrist.client, patientId);
      records.push({ patientId, plan });
      first = revision;
    }
    // The servers have clocks that nobody can move: everybody signs in as of now.
    clinic.world.clock.moveTo(new Date());
    const signedIn = await Promise.all(people.map(async (who) => ({ ...who, client: await clinic.world.as(who.person) })));
    await clinic.world.app.close();
    const servers: ApiProcess[] = [];
    for (let server = 0; server < many; server += 1) servers.push(await ApiProcess.start(cluster.database));
    return new FaultClinic(cluster, servers, signedIn, records, signedIn.map((who) => new Writer(who, servers, records, first)), first);
  }

  get sent(): Sent[] {
    return this.writers.flatMap((writer) => writer.sent);
  }

  get heard(): number {
    return this.writers.reduce((sum, writer) => sum + writer.heard, 0);
  }

  get patientIds(): string[] {
    return this.records.map(({ patientId }) => patientId);
  }

  /** What the histories say against what the writers remember; nothing, when all is as it must be. */
  wrong(patientIds = this.patientIds, sent: readonly Sent[] = this.sent): Promise<string[]> {
    return wrongWith(this.cluster.database, patientIds, sent, this.first + 1);
  }

  rows<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return rowsOf<T>(this.cluster.database, sql, values);
  }

  async close(): Promise<void> {
    for (const server of this.servers) await server.stop();
    await this.cluster.stop();
  }
}
