import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { FOLLOW_UP_VERBS, type FollowUpKind, type FollowUpShape, type FollowUpState, type Holder, type Leave, addDays, courtOf, isOnLeave, isOpen, isUnowned, keepingOf } from '@plexus/domain';
import fc from 'fast-check';
import { AssignFollowUpUseCase } from '../../src/modules/follow-ups/application/change-follow-up.use-cases.ts';
import { LeaveUseCases } from '../../src/modules/follow-ups/application/leaves.use-cases.ts';
import { MoveFollowUpUseCase } from '../../src/modules/follow-ups/application/move-follow-up.use-case.ts';
import { OpenFollowUpUseCase } from '../../src/modules/follow-ups/application/open-follow-up.use-case.ts';
import { ArrangeStandInUseCase, EndTeamMembershipUseCase } from '../../src/modules/care-team/application/team-changes.use-cases.ts';
import { Transactions } from '../../src/platform/database/transactions.ts';
import { JobQueue } from '../../src/platform/jobs/job-queue.ts';
import { FollowUpClinic } from '../support/follow-up-clinic.ts';
import type { Clinician } from '../support/record-clinic.ts';

const LONG = process.env.PLEXUS_LONG === '1';

interface Row {
  readonly id: string;
  readonly shape: FollowUpShape;
  readonly kind: FollowUpKind;
  readonly state: FollowUpState;
  readonly ownerId: string | null;
  readonly askedById: string;
  readonly pool: string;
  readonly outsideParty: string | null;
  readonly outcome: string | null;
  readonly stateReason: string | null;
  readonly everyWeeks: number | null;
  readonly isTransferred: boolean;
}

type Step =
  | { readonly do: 'open'; readonly by: number; readonly owner: number | null; readonly shape: FollowUpShape; readonly safety: boolean; readonly repeats: boolean }
  | { readonly do: 'move'; readonly by: number; readonly which: number; readonly verb: number }
  | { readonly do: 'assign'; readonly by: number; readonly which: number; readonly owner: number | null }
  | { readonly do: 'leave'; readonly who: number; readonly from: number; readonly days: number }
  | { readonly do: 'stand-in'; readonly who: number; readonly other: number; readonly days: number }
  | { readonly do: 'leave the team'; readonly who: number }
  | { readonly do: 'sleep'; readonly days: number };

const someone = fc.nat(3);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('open' as const), by: someone, owner: fc.option(someone), shape: fc.constantFrom('task' as const, 'request' as const), safety: fc.boolean(), repeats: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('move' as const), by: someone, which: fc.nat(9), verb: fc.nat(FOLLOW_UP_VERBS.length - 1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('assign' as const), by: someone, which: fc.nat(9), owner: fc.option(someone) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('leave' as const), who: someone, from: fc.nat(2), days: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('stand-in' as const), who: fc.nat(2), other: someone, days: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave the team' as const), who: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sleep' as const), days: fc.integer({ min: 1, max: 3 }) }) },
);

let clinic: FollowUpClinic;
beforeAll(async () => {
  clinic = await FollowUpClinic.open();
});
afterAll(() => clinic.close());

/** One clinic's weeks as they should go. The team is the first three; the fourth coordinates. */
class Weeks {
  private readonly people: readonly Clinician[];
  private readonly gone = new Set<string>();
  private readonly leaves: Leave[] = [];
  private readonly standIns: { readonly memberId: string; readonly personId: string; readonly from: string; readonly to: string }[] = [];
  /** Every follow-up that must be there. */
  private known = new Map<string, Row>();
  private today = clinic.world.today;

  constructor() {
    const { ingrid, lucia, hamid, jonas } = clinic.people;
    this.people = [ingrid, lucia, hamid, jonas];
  }

  private get holders(): Holder[] {
    const away = (id: string) => isOnLeave(id, this.leaves, this.today);
    const roles = [['physiatrist', 'lead'], ['physical-therapist', 'member'], ['physical-therapist', 'member'], ['care-coordinator', 'member']] as const;
    return this.people.flatMap(({ person: { personId } }, at): Holder[] => {
      if (this.gone.has(personId)) return [];
      const standIn = this.standIns.find((one) => one.memberId === personId && one.from <= this.today && one.to >= this.today && !away(one.personId));
      return [{ personId, discipline: roles[at]![0], role: roles[at]![1], isOnLeave: away(personId), standInId: standIn?.personId ?? null }];
    });
  }

  private async acts<C>(useCase: abstract new (...args: never[]) => { execute(actor: Clinician['actor'], command: C): Promise<{ ok: boolean; value?: { entityId: string | null }; error?: unknown }> }, by: number, given: object): Promise<string | null> {
    const baseRevision = await clinic.world.revisionOf(clinic.patientId);
    const result = await clinic.world.app.nest.get(useCase).execute({ ...this.people[by]!.actor, today: this.today }, { commandId: randomUUID(), patientId: clinic.patientId, baseRevision, ...given } as C).catch((error: { code?: string }) => {
      // Whoever left the team reaches the patient no more.
      if (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN') return { ok: false as const };
      throw error;
    });
    return result.ok ? (result.value?.entityId ?? null) : null;
  }

  async take(next: Step): Promise<void> {
    const id = (at: number) => this.people[at]!.person.personId;
    const given = (owner: number | null) => (owner === null ? { pool: 'physical-therapist' } : { ownerId: id(owner) });
    const chosen = 'which' in next ? [...this.known.values()][next.which % Math.max(1, this.known.size)] : undefined;
    let brings = 0;
    switch (next.do) {
      case 'open':
        if (await this.acts(OpenFollowUpUseCase, next.by, { shape: next.shape, kind: next.safety ? 'safety' : 'review', priority: 'urgent', what: 'Look', dueOn: this.today, ...given(next.owner), ...(next.repeats ? { everyWeeks: 1, recursUntil: addDays(this.today, 60) } : {}) })) brings = 1;
        break;
      case 'move': {
        if (!chosen) return;
        const verb = FOLLOW_UP_VERBS[next.verb]!;
        const needs = verb === 'complete' || verb === 'report' ? { outcome: 'It went well' } : ['decline', 'cancel', 'reopen'].includes(verb) ? { reason: 'Because' } : verb === 'schedule' ? { appointmentOn: this.today } : {};
        const moved = await this.acts(MoveFollowUpUseCase, next.by, { followUpId: chosen.id, verb, ...needs });
        if (moved && chosen.everyWeeks !== null && (verb === 'complete' || verb === 'acknowledge')) brings = 1;
        break;
      }
      case 'assign':
        if (chosen) await this.acts(AssignFollowUpUseCase, next.by, { followUpId: chosen.id, ...given(next.owner) });
        break;
      case 'leave': {
        const leave = { personId: id(next.who), startsOn: addDays(this.today, next.from), endsOn: addDays(this.today, next.from + next.days) };
        const result = await clinic.world.app.nest.get(LeaveUseCases).set({ ...this.people[next.who]!.actor, today: this.today }, { commandId: randomUUID(), ...leave });
        if (result.ok) this.leaves.push(leave);
        break;
      }
      case 'stand-in': {
        const [row] = await clinic.world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 AND person_id = $2', [clinic.patientId, id(next.who)]);
        const to = addDays(this.today, next.days);
        if (await this.acts(ArrangeStandInUseCase, 3, { memberId: row!.id, personId: id(next.other), validFrom: this.today, validTo: to, reason: 'Away' })) this.standIns.push({ memberId: id(next.who), personId: id(next.other), from: this.today, to });
        break;
      }
      case 'leave the team': {
        const [row] = await clinic.world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 AND person_id = $2', [clinic.patientId, id(next.who)]);
        if (await this.acts(EndTeamMembershipUseCase, 3, { memberId: row!.id, validTo: addDays(this.today, -1), reason: 'Moves' })) this.gone.add(id(next.who));
        break;
      }
      case 'sleep':
        clinic.world.clock.moveTo(new Date(clinic.world.clock.now().getTime() + next.days * 86_400_000));
        this.today = clinic.world.today;
        await clinic.world.app.nest.get(JobQueue).strike('escalate-follow-ups');
    }
    await this.check(brings);
  }

  /** Nothing is dropped or doubled, the database holds what the model holds, and nothing ends without a word. */
  private async check(brings: number): Promise<void> {
    const rows = await clinic.world.rows<Row>(
      `SELECT id, shape, kind, state, owner_id AS "ownerId", asked_by_id AS "askedById", pool, outside_party AS "outsideParty", outcome, state_reason AS "stateReason", every_weeks AS "everyWeeks",
              EXISTS (SELECT FROM plexus.follow_up_escalation e WHERE e.follow_up_id = f.id AND e.court_since = f.court_since AND e.step = 'transfer') AS "isTransferred"
         FROM plexus.follow_up f WHERE patient_id = $1 ORDER BY id`,
      [clinic.patientId],
    );
    expect(rows).toHaveLength(this.known.size + brings);
    expect([...this.known.keys()].filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
    this.known = new Map(rows.map((row) => [row.id, row]));

    const { personId, organizationId } = this.people[0]!.person;
    const reading = clinic.world.app.nest.get(Transactions).reading({ organizationId, personId, purpose: 'care', today: this.today });
    const held = await reading.about(clinic.patientId, 'SELECT h.id, h.holder_id AS "holderId", h.through AS holding, h.reader_id AS "readerId" FROM plexus.follow_up_held h WHERE h.organization_id = $1 AND h.patient_id = $2 ORDER BY h.id', [organizationId, clinic.patientId]);
    await reading.end();
    const { holders } = this;
    expect(held).toEqual(rows.map((row) => ({ id: row.id, ...keepingOf(row, holders, row.isTransferred) })));

    const lead = holders.find(({ role }) => role === 'lead');
    const isLeadThere = lead !== undefined && (!lead.isOnLeave || lead.standInId !== null);
    for (const row of rows) {
      if (row.state === 'done' || row.state === 'read') expect(row.outcome).toBeTruthy();
      if (row.state === 'declined' || row.state === 'cancelled') expect(row.stateReason).toBeTruthy();
      if (row.kind === 'safety' && isOpen(row.state) && isLeadThere) expect({ row, isUnowned: isUnowned(courtOf(row), keepingOf(row, holders, row.isTransferred)) }).toEqual({ row, isUnowned: false });
    }
  }
}

it('whatever a team does, leaves and stands in for: nothing is dropped or doubled, and the database knows who has it as the domain does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: LONG ? 60 : 20 }), async (steps) => {
      await clinic.later(0);
      await clinic.world.rows('DELETE FROM plexus.leave');
      await clinic.newPatient();
      const weeks = new Weeks();
      for (const next of steps) await weeks.take(next);
    }),
    { numRuns: LONG ? 200 : 6, endOnFailure: !LONG },
  );
}, LONG ? 1_200_000 : 180_000);
