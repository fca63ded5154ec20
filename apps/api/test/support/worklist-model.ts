import { randomUUID } from 'node:crypto';
import { type Day, ESCALATION_STEPS, type EscalationStep, type FollowUpState, type Holder, type TeamRole, courtOf, dueAt, isOpen, keepingOf } from '@plexus/domain';
import type { TestOrganization, TestPerson, World } from './world.ts';
import { ZONE } from './world.ts';

/** A small organization drawn by chance, as plain rows; and what its worklists are by the rules of the domain, without any SQL. */
export interface Drawn {
  readonly members: readonly { patient: number; person: number; role: TeamRole; from: number; to: number | null }[];
  readonly standIns: readonly { member: number; person: number; from: number; days: number }[];
  readonly leaves: readonly { person: number; from: number; days: number }[];
  readonly followUps: readonly { patient: number; asker: number; owner: number | null; safety: boolean; referral: boolean; outside: boolean; state: FollowUpState; due: number; snoozed: number | null; escalated?: EscalationStep | null }[];
}

export const PATIENTS = 4;
/** The last three coordinate, mentor, and are on no team. */
export const DISCIPLINES = ['physiatrist', 'physical-therapist', 'nurse', 'psychotherapist', 'care-coordinator', 'peer-mentor', 'nurse'] as const;
export const [COORDINATOR, MENTOR, STRANGER] = [4, 5, 6];

interface FollowUpRow {
  readonly id: string;
  readonly patientId: string;
  readonly kind: string;
  readonly shape: 'task' | 'request';
  readonly state: FollowUpState;
  readonly askedById: string;
  readonly ownerId: string | null;
  readonly outsideParty: string | null;
  readonly dueOn: Day;
  readonly snoozedUntil: Day | null;
  /** How far it has come where it lies. */
  readonly steps: readonly EscalationStep[];
}

export interface Placed {
  readonly people: readonly TestPerson[];
  readonly patientIds: readonly string[];
  readonly followUps: readonly FollowUpRow[];
  readonly drawn: Drawn;
}

const insert = (world: World, table: string, rows: readonly Record<string, unknown>[]): Promise<unknown> => {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  return rows.length === 0 ? Promise.resolve() : world.rows(`INSERT INTO plexus.${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::plexus.${table}, $1)`, [JSON.stringify(rows)]);
};

/** Puts it there as it is: the list is under test, not the commands. */
export async function place(world: World, clinic: TestOrganization, drawn: Drawn): Promise<Placed> {
  const organization_id = clinic.organizationId;
  const people: TestPerson[] = [];
  for (const [i, discipline] of DISCIPLINES.entries()) people.push(await world.person(clinic, `Person ${i}`, discipline, i === COORDINATOR ? ['coordinator'] : []));
  const id = (person: number) => people[person]!.personId;
  const patientIds = Array.from({ length: PATIENTS }, () => randomUUID());
  await insert(world, 'patient_record', patientIds.map((patient_id) => ({ organization_id, patient_id, revision: 1, plan_version: 1, head_hash: '\\x00', opened_by: id(0) })));
  await insert(world, 'patient', patientIds.map((patient, i) => ({
    organization_id, id: patient, mrn: `W-${i}`, given_name: `Given${i % 2}`, family_name: `Family${i}`, birth_date: '1980-01-01', sex: 'female', interpreter_needed: false, revision: 1,
  })));
  const memberIds = drawn.members.map(() => randomUUID());
  await insert(world, 'team_member', drawn.members.map(({ patient, person, role, from, to }, i) => ({
    organization_id, id: memberIds[i], patient_id: patientIds[patient], person_id: id(person), discipline: DISCIPLINES[person], role, valid_from: world.day(from), valid_to: to === null ? null : world.day(to), reason: 'Treats', revision: 1,
  })));
  await insert(world, 'stand_in', drawn.standIns.map(({ member, person, from, days }) => ({
    organization_id, id: randomUUID(), patient_id: patientIds[drawn.members[member]!.patient], member_id: memberIds[member], person_id: id(person), valid_from: world.day(from), valid_to: world.day(from + days), reason: 'Away', revision: 1,
  })));
  await insert(world, 'leave', drawn.leaves.map(({ person, from, days }) => ({ organization_id, id: randomUUID(), person_id: id(person), starts_on: world.day(from), ends_on: world.day(from + days), version: 1 })));
  const followUps = drawn.followUps.map((one): FollowUpRow => ({
    id: randomUUID(), patientId: patientIds[one.patient]!, shape: one.state === 'open' || one.state === 'done' ? 'task' : 'request', kind: one.safety ? 'safety' : one.referral ? 'referral' : 'review', state: one.state,
    askedById: id(one.asker), ownerId: one.owner === null ? null : id(one.owner), outsideParty: one.outside && one.state !== 'open' ? 'Harbour Clinic' : null, dueOn: world.day(one.due), snoozedUntil: one.snoozed === null ? null : world.day(one.snoozed), steps: ESCALATION_STEPS.slice(0, one.escalated ? ESCALATION_STEPS.indexOf(one.escalated) + 1 : 0),
  }));
  await insert(world, 'follow_up', followUps.map((one, i) => ({
    organization_id, id: one.id, patient_id: one.patientId, shape: one.shape, kind: one.kind, priority: 'routine', state: one.state, what: `Ask about sleep ${i}`, asked_by_id: one.askedById, owner_id: one.ownerId, pool: 'nurse',
    outside_party: one.outsideParty, due_on: one.dueOn, due_zone: ZONE, court_since: new Date(world.clock.now().getTime() - i * 60_000), outcome: ['done', 'reported', 'read'].includes(one.state) ? 'Slept' : null,
    state_reason: ['declined', 'cancelled'].includes(one.state) ? 'Moved away' : null, appointment_on: one.state === 'scheduled' ? one.dueOn : null, snoozed_until: one.snoozedUntil, watchers: '{}', checklist: '{}', checklist_done: '{}',
    opened_at: world.clock.now(), revision: 1,
  })));
  await insert(world, 'follow_up_escalation', followUps.flatMap((one, i) => one.steps.map((step) => ({
    organization_id, patient_id: one.patientId, follow_up_id: one.id, court_since: new Date(world.clock.now().getTime() - i * 60_000), step, at: world.clock.now(),
  }))));
  return { people, patientIds, followUps, drawn };
}

const covers = (from: number, to: number | null): boolean => from <= 0 && (to === null || to >= 0);

/** Ids of each queue for one of the people, in order. */
export function worklistsOf({ people, patientIds, followUps, drawn }: Placed, viewer: number, now: Date, today: Day): Record<string, string[]> {
  const isAway = (person: number): boolean => drawn.leaves.some((leave) => leave.person === person && covers(leave.from, leave.from + leave.days));
  const members = drawn.members.map((member, i) => ({ ...member, standIn: drawn.standIns.find((one) => one.member === i && covers(one.from, one.from + one.days))?.person ?? null })).filter(({ from, to }) => covers(from, to));
  const holdersOf = (patient: number): Holder[] => {
    const team = members.filter((member) => member.patient === patient && member.role !== 'observer' && member.person !== MENTOR).map(({ person, role, standIn }) => ({
      personId: people[person]!.personId, discipline: DISCIPLINES[person]!, role, isOnLeave: isAway(person), standInId: standIn === null || isAway(standIn) ? null : people[standIn]!.personId,
    }));
    const coordinator: Holder = { personId: people[COORDINATOR]!.personId, discipline: 'care-coordinator', role: 'member', isOnLeave: isAway(COORDINATOR), standInId: null };
    return team.some(({ personId }) => personId === coordinator.personId) ? team : [...team, coordinator];
  };
  const reached = patientIds.filter((_, patient) => viewer === COORDINATOR || members.some((member) => member.patient === patient && member.person !== MENTOR && (member.person === viewer || member.standIn === viewer)));
  const me = people[viewer]!.personId;
  const open = followUps.filter(({ patientId, state }) => reached.includes(patientId) && isOpen(state)).map((one) => {
    const { holderId, readerId } = keepingOf(one, holdersOf(patientIds.indexOf(one.patientId)), false);
    return { ...one, turn: courtOf(one) === 'asker' ? readerId : holderId, at: dueAt(one.dueOn, null, ZONE).getTime() };
  });
  open.sort((a, b) => Number(a.kind !== 'safety') - Number(b.kind !== 'safety') || a.at - b.at || (a.id < b.id ? -1 : 1));
  const leads = (patientId: string): boolean => members.some(({ patient, role, person, standIn }) => patientIds[patient] === patientId && role === 'lead' && (person === viewer || standIn === viewer));
  const isLate = (one: (typeof open)[number]): boolean => one.at <= now.getTime() || courtOf(one) === 'asker';
  const ids = (wanted: (one: (typeof open)[number]) => boolean): string[] => open.filter(wanted).map((one) => one.id);
  return {
    NEEDS_ME: ids((one) => one.turn === me && (one.snoozedUntil ?? today) <= today),
    OVERDUE: ids((one) => one.at <= now.getTime()),
    WAITING: ids((one) => one.askedById === me && one.turn !== me),
    REFERRALS: ids((one) => one.shape === 'request' && one.kind === 'referral'),
    UNOWNED: ids((one) => one.turn === null),
    ESCALATED: ids((one) => isLate(one) && (one.steps.includes('inform') && (one.askedById === me || leads(one.patientId)) || one.steps.includes('ask-help') && viewer === COORDINATOR)),
    REPORTED: ids((one) => one.state === 'reported'),
    ALL: ids(() => true),
  };
}
