import type { INestApplicationContext } from '@nestjs/common';
import { type Result, addDays, dayAt } from '@plexus/domain';
import { Temporal } from 'temporal-polyfill';
import { v5 } from 'uuid';
import type { Actor } from '../platform/actor.ts';
import type { MovedClock } from '../platform/clock/clock.ts';
import { Transactions } from '../platform/database/transactions.ts';
import type { Refusal } from '../platform/records/open-record.ts';
import type { Command, Done } from '../platform/records/patient-records.ts';
import type { Deed, DayOffset, OrganizationStory, StaffKey } from './story.types.ts';

/** Names everything that the demo makes, so that a load that was cut off goes on where it stopped: the same command is never done twice. */
const NAMESPACE = 'b6d0a1f2-5c3e-5a47-9f0b-2c6a1c0f7d11';
export const demoId = (...names: readonly string[]): string => v5(names.join('/'), NAMESPACE);

export interface Staff {
  readonly personId: string;
  readonly accountId: string;
}

/** One organization of the demo while its stories are played: who is who, what day it is, and what has an id already. */
export class Clinic {
  /** Patient key → id and newest revision. */
  readonly patients = new Map<string, { id: string; revision: number }>();
  /** `patient/goal`, `patient/activity`, `patient/member/person` … → id. */
  readonly ids = new Map<string, string>();

  constructor(
    readonly app: INestApplicationContext,
    readonly clock: MovedClock,
    readonly organizationId: string,
    readonly story: OrganizationStory,
    private readonly dayZero: string,
    private readonly staff: ReadonlyMap<StaffKey, Staff>,
  ) {}

  day(offset: DayOffset): string {
    return addDays(this.dayZero, offset);
  }

  optionalDay(offset: DayOffset | undefined): string | undefined {
    return offset === undefined ? undefined : this.day(offset);
  }

  personId(key: StaffKey): string {
    const staff = this.staff.get(key);
    if (!staff) throw new Error(`The story of ${this.story.key} names nobody called ${key}.`);
    return staff.personId;
  }

  /** Moves the clock to a moment of the story and answers who acts then. */
  at(deed: Deed, minute: number): Actor {
    const { timeZone } = this.story;
    const at = Temporal.PlainDate.from(this.day(deed.day)).toZonedDateTime({ timeZone, plainTime: { hour: deed.hour, minute } });
    const instant = new Date(at.epochMilliseconds);
    this.clock.moveTo(instant);
    const person = this.story.staff.find((one) => one.key === deed.by);
    if (!person) throw new Error(`The story of ${this.story.key} names nobody called ${deed.by}.`);
    return {
      organizationId: this.organizationId,
      personId: this.personId(deed.by),
      accountId: this.staff.get(deed.by)!.accountId,
      sessionId: demoId('session', deed.by),
      discipline: person.discipline,
      organizationRoles: person.roles,
      timeZone,
      today: dayAt(instant, timeZone),
    };
  }

  /** What every command about a patient carries; `name` makes its id. */
  command(patient: string, name: string, contact?: string): Command {
    const known = this.patients.get(patient);
    if (!known) throw new Error(`${patient} is not added yet at "${name}".`);
    return { commandId: this.idOf(patient, name), patientId: known.id, baseRevision: known.revision, ...(contact ? { contactId: contact } : {}) };
  }

  /** Keeps what a command answered; a refusal is a mistake in the story. */
  async keep(patient: string, name: string, outcome: Promise<Result<Done, Refusal>>): Promise<Done> {
    const result = await outcome;
    if (!result.ok) {
      const why = result.error.kind === 'rule-violation' ? result.error.violations.map((v) => `${v.field ?? ''}: ${v.message}`).join(' ') : 'edit conflict';
      throw new Error(`The demo story of ${patient} was refused at "${name}": ${why}`);
    }
    const known = this.patients.get(patient);
    const revision = Math.max(known?.revision ?? 0, result.value.revision);
    this.patients.set(patient, { id: result.value.patientId, revision });
    if (result.value.entityId) this.ids.set(`${patient}/${name}`, result.value.entityId);
    return result.value;
  }

  idOf(patient: string, name: string): string {
    return demoId(this.story.key, patient, name);
  }

  /** The membership that adding the patient made, for the person who added them. */
  async membershipOf(patient: string, person: StaffKey): Promise<string> {
    const [row] = await this.read<{ id: string }>(patient, person, 'SELECT m.id FROM plexus.team_member m WHERE m.organization_id = $1 AND m.patient_id = $2 AND m.person_id = $3', this.personId(person));
    if (!row) throw new Error(`${person} added ${patient} and is not on the team.`);
    return row.id;
  }

  /** The version at which a patient's plan stands. */
  async planVersion(patient: string, reader: StaffKey): Promise<number> {
    const [row] = await this.read<{ planVersion: number }>(patient, reader, 'SELECT r.plan_version AS "planVersion" FROM plexus.patient_record r WHERE r.organization_id = $1 AND r.patient_id = $2');
    return row!.planVersion;
  }

  private async read<R>(patient: string, reader: StaffKey, sql: string, ...more: readonly string[]): Promise<R[]> {
    const { id: patientId } = this.patients.get(patient)!;
    const context = { organizationId: this.organizationId, personId: this.personId(reader), purpose: 'job', today: dayAt(this.clock.now(), this.story.timeZone) } as const;
    const reading = this.app.get(Transactions).reading(context);
    try {
      return await reading.about<R>(patientId, sql, [this.organizationId, patientId, ...more]);
    } finally {
      await reading.end();
    }
  }

  id(patient: string, name: string): string {
    const id = this.ids.get(`${patient}/${name}`);
    if (!id) throw new Error(`The demo story of ${patient} speaks of "${name}" before it is there.`);
    return id;
  }
}
