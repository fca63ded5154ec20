import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Day, type Result, type TeamRole, type Violation, addMember, arrangeStandIn, changeLead, checkArranger, endMembership, endStandIn, mayWithPatient, ok, tidy, unless, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { notFound } from '../../../platform/faults.ts';
import { isId, newId } from '../../../platform/ids.ts';
import { PersonEntity } from '../../../platform/organization.entities.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { Reactions } from '../../../platform/records/reactions.ts';
import { STAND_IN, TEAM_MEMBER } from '../persistence/team.entities.ts';

export interface AddTeamMember extends Command {
  readonly personId: string;
  readonly role: TeamRole;
  readonly validFrom: Day;
  readonly validTo?: Day | null;
  readonly reason: string;
}

export interface EndTeamMembership extends Command {
  readonly memberId: string;
  /** The last day, inclusive. */
  readonly validTo: Day;
  readonly reason: string;
}

export interface ChangeLead extends Command {
  readonly memberId: string;
  readonly reason: string;
}

/** The same rules once more, by the database: what to say when it is the one that finds them broken. */
const CONSTRAINTS: Record<string, Violation> = {
  team_member_one_lead: violation('SECOND_LEAD', 'The team has a lead in this period. Change the lead instead.', 'role'),
  team_member_once: violation('ALREADY_ON_TEAM', 'This person is on the team in this period already.', 'personId'),
};

async function loadJoiner(record: OpenRecord, personId: string) {
  const person = isId(personId) ? await record.em.findOneBy(PersonEntity, { organizationId: record.actor.organizationId, id: personId }) : null;
  if (!person) throw notFound();
  return { personId: person.id, discipline: person.discipline, isActive: person.status === 'active' };
}

@Injectable()
export class AddTeamMemberUseCase implements OnModuleInit {
  constructor(
    private readonly records: PatientRecords,
    private readonly reactions: Reactions,
  ) {}

  /** Whoever adds a patient is the team's first member; a clinician leads it until somebody else does. */
  onModuleInit(): void {
    this.reactions.on('patient.add', async (record) => {
      const { actor } = record;
      if (actor.discipline === null) return;
      await record.add(TEAM_MEMBER, {
        id: newId(), patientId: record.patientId, personId: actor.personId, discipline: actor.discipline,
        role: actor.organizationRoles.includes('coordinator') ? 'member' : 'lead',
        validFrom: actor.today, validTo: null, reason: 'Added the patient', endReason: null,
      });
    });
  }

  execute(actor: Actor, command: AddTeamMember): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'team.add-member', action: 'team:manage', command, constraints: CONSTRAINTS }, async (record) => {
      const joiner = await loadJoiner(record, command.personId);
      const given = { role: command.role, validFrom: command.validFrom, validTo: command.validTo ?? null, reason: command.reason };
      const checked = addMember(await record.all(TEAM_MEMBER), joiner, given);
      if (!checked.ok) return checked;
      const member = { ...given, id: newId(), patientId: record.patientId, personId: joiner.personId, discipline: joiner.discipline!, reason: tidy(command.reason), endReason: null };
      await record.add(TEAM_MEMBER, member);
      return ok({ entityId: member.id });
    });
  }
}

@Injectable()
export class EndTeamMembershipUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: EndTeamMembership): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'team.end-membership', action: 'team:manage', command, reason: command.reason }, async (record) => {
      const member = await record.load(TEAM_MEMBER, command.memberId);
      const patch = { validTo: command.validTo, endReason: tidy(command.reason) };
      await record.checkConflicts(TEAM_MEMBER, member, patch);
      const checked = endMembership(member, command);
      if (!checked.ok) return checked;
      await record.edit(TEAM_MEMBER, member, patch);
      // Nobody stands in for somebody who has left.
      for (const standIn of await record.all(STAND_IN)) {
        if (standIn.memberId !== member.id || standIn.validTo <= command.validTo || standIn.validFrom > command.validTo) continue;
        await record.edit(STAND_IN, standIn, { validTo: command.validTo });
      }
      return ok({ entityId: member.id });
    });
  }
}

@Injectable()
export class ChangeLeadUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: ChangeLead): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'team.change-lead', action: 'team:manage', command, reason: command.reason, constraints: CONSTRAINTS }, async (record) => {
      const next = await record.load(TEAM_MEMBER, command.memberId);
      await record.checkConflicts(TEAM_MEMBER, next, { role: 'lead' });
      const team = await record.all(TEAM_MEMBER);
      const changed = changeLead(team, next, actor.today, command.reason);
      if (!changed.ok) return changed;
      const demoted = new Set(changed.value.demote.map((member) => member.id));
      // First these, then the new one: at no moment are there two.
      for (const member of team) {
        if (!demoted.has(member.id)) continue;
        await record.checkConflicts(TEAM_MEMBER, member, { role: 'member' });
        await record.edit(TEAM_MEMBER, member, { role: 'member' });
      }
      await record.edit(TEAM_MEMBER, next, { role: 'lead' });
      return ok({ entityId: next.id });
    });
  }
}

export interface ArrangeStandIn extends Command {
  readonly memberId: string;
  readonly personId: string;
  readonly validFrom: Day;
  readonly validTo: Day;
  readonly reason: string;
}

export interface EndStandIn extends Command {
  readonly standInId: string;
  readonly validTo: Day;
  readonly reason: string;
}

const arrangerOf = (record: OpenRecord) => ({
  personId: record.actor.personId,
  leads: mayWithPatient('team:manage', { reach: record.reach, organizationRoles: record.actor.organizationRoles, discipline: record.actor.discipline }),
});

@Injectable()
export class ArrangeStandInUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: ArrangeStandIn): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'stand-in.arrange', action: 'stand-in:arrange', command }, async (record) => {
      const member = await record.load(TEAM_MEMBER, command.memberId);
      const arranged = unless([checkArranger(member, arrangerOf(record))]);
      if (!arranged.ok) return arranged;
      const joiner = await loadJoiner(record, command.personId);
      const checked = arrangeStandIn(member, await record.all(STAND_IN), joiner, command);
      if (!checked.ok) return checked;
      const standIn = {
        id: newId(), patientId: record.patientId, memberId: member.id, personId: joiner.personId,
        validFrom: command.validFrom, validTo: command.validTo, reason: tidy(command.reason),
      };
      await record.add(STAND_IN, standIn);
      return ok({ entityId: standIn.id });
    });
  }
}

@Injectable()
export class EndStandInUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: EndStandIn): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'stand-in.end', action: 'stand-in:arrange', command, reason: command.reason }, async (record) => {
      const standIn = await record.load(STAND_IN, command.standInId);
      await record.checkConflicts(STAND_IN, standIn, { validTo: command.validTo });
      const arranged = unless([checkArranger(await record.load(TEAM_MEMBER, standIn.memberId), arrangerOf(record))]);
      if (!arranged.ok) return arranged;
      const checked = endStandIn(standIn, command, actor.today);
      if (!checked.ok) return checked;
      await record.edit(STAND_IN, standIn, { validTo: command.validTo });
      return ok({ entityId: standIn.id });
    });
  }
}
