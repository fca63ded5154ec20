import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ask, command, done } from '../support/access-commands.ts';
import type { Client } from '../support/client.ts';
import { type TestOrganization, type TestPerson, World } from '../support/world.ts';

interface Member {
  readonly id: string;
  readonly role: string;
  readonly period: string;
  readonly validTo: string | null;
  readonly person: { readonly name: string };
  readonly standIns: readonly { readonly id: string; readonly validFrom: string; readonly validTo: string; readonly period: string; readonly person: { readonly name: string } }[];
}
interface RevisionRead {
  readonly verb: string;
  readonly person: { readonly name: string };
  readonly onBehalfOf: { readonly name: string } | null;
  readonly contact: { readonly id: string; readonly kind: string } | null;
  readonly reason: string | null;
}
interface Read {
  readonly patient: { readonly team: readonly Member[]; readonly contacts: readonly { readonly id: string; readonly kind: string; readonly openedAt: string; readonly closedAt: string | null; readonly openedBy: { readonly name: string } }[]; readonly history: { readonly edges: readonly { readonly node: RevisionRead }[] } };
}
const READ = `query ($id: ID!) { patient(patientId: $id) { team { id role period validTo person { name } standIns { id validFrom validTo period person { name } } }
  contacts { id kind openedAt closedAt openedBy { name } } history(first: 5) { edges { node { verb reason person { name } onBehalfOf { name } contact { id kind } } } } } }`;

describe('a patient’s team', () => {
  let world: World;
  let clinic: TestOrganization;
  let leader: TestPerson;
  let therapist: TestPerson;
  let colleague: TestPerson;
  let lead: Client;
  let patientId: string;

  beforeAll(async () => {
    world = await World.open();
    clinic = await world.organization();
    leader = await world.person(clinic, 'Leila Lead', 'physiatrist');
    therapist = await world.person(clinic, 'Tova Therapist', 'physical-therapist');
    colleague = await world.person(clinic, 'Cosmo Colleague', 'physical-therapist');
    lead = await world.as(leader);
  });
  beforeEach(async () => {
    ({ id: patientId } = await world.patient(lead));
  });
  afterAll(() => world.close());

  const read = async (client = lead) => (await client.data<Read>(READ, { id: patientId })).patient;
  const newest = async (client = lead) => (await read(client)).history.edges[0]!.node;
  const change = async (by: Client, name: string, input: Record<string, unknown>) => command(by, name, { patientId, baseRevision: await world.revisionOf(patientId), ...input });
  const must = async (by: Client, name: string, input: Record<string, unknown>) => done(by, name, { patientId, baseRevision: await world.revisionOf(patientId), ...input });
  const memberOf = async (name: string) => (await read()).team.find(({ person }) => person.name === name)!;
  const roles = async () => (await read()).team.map(({ person, role, period }) => `${person.name}: ${role} ${period}`);

  it('begins with whoever adds the patient, who leads it; a coordinator is a member until somebody leads', async () => {
    expect(await roles()).toEqual(['Leila Lead: LEAD CURRENT']);
    const coordinator = await world.as(await world.person(clinic, 'Cora Coordinator', 'care-coordinator', ['coordinator']));
    ({ id: patientId } = await world.patient(coordinator));
    expect((await coordinator.data<Read>(READ, { id: patientId })).patient.team.map(({ role }) => role)).toEqual(['MEMBER']);
  });

  it('takes members, and one lead at a time', async () => {
    await must(lead, 'addTeamMember', { personId: therapist.personId, role: 'MEMBER', validFrom: world.today, reason: 'Exercise' });
    expect((await change(lead, 'addTeamMember', { personId: colleague.personId, role: 'LEAD', validFrom: world.day(5), reason: 'Follows' })).refusal).toBe('SECOND_LEAD role');
    expect(await roles()).toEqual(['Leila Lead: LEAD CURRENT', 'Tova Therapist: MEMBER CURRENT']);
    expect((await memberOf('Tova Therapist')).validTo).toBeNull();
  });

  it('takes one of two leads who are added at the same moment', async () => {
    const coordinator = await world.as(await world.person(clinic, 'Coco Coordinator', 'care-coordinator', ['coordinator']));
    ({ id: patientId } = await world.patient(coordinator));
    const both = await Promise.all([leader, therapist].map(({ personId }) => change(coordinator, 'addTeamMember', { personId, role: 'LEAD', validFrom: world.today, reason: 'Leads' })));
    expect(both.map(({ outcome, refusal }) => refusal ?? outcome).sort()).toEqual(['Patient', 'SECOND_LEAD role']);
  });

  it('passes the lead on, and only then lets the one of before go', async () => {
    await world.member(lead, patientId, therapist);
    const own = (await memberOf('Leila Lead')).id;
    expect((await change(lead, 'endTeamMembership', { memberId: own, validTo: world.today, reason: 'Moves' })).refusal).toBe('LEAD_MUST_BE_PASSED_ON memberId');
    await must(lead, 'changeLead', { memberId: (await memberOf('Tova Therapist')).id, reason: 'Rotates' });
    expect(await roles()).toEqual(['Tova Therapist: LEAD CURRENT', 'Leila Lead: MEMBER CURRENT']);
    expect(await newest()).toMatchObject({ verb: 'team.change-lead', reason: 'Rotates', person: { name: 'Leila Lead' } });
    const next = await world.as(therapist);
    await must(next, 'endTeamMembership', { memberId: own, validTo: world.today, reason: 'Moves' });
    expect((await memberOf('Leila Lead')).validTo).toBe(world.today);
  });

  it('whose lead was passed on meanwhile is shown to who passes it on to somebody else', async () => {
    const coordinator = await world.as(await world.person(clinic, 'Cleo Coordinator', 'care-coordinator', ['coordinator']));
    await world.member(lead, patientId, therapist);
    await world.member(lead, patientId, colleague);
    const seen = { patientId, baseRevision: await world.revisionOf(patientId), reason: 'Rotates' };
    await done(lead, 'changeLead', { ...seen, memberId: (await memberOf('Tova Therapist')).id });
    expect((await command(coordinator, 'changeLead', { ...seen, memberId: (await memberOf('Cosmo Colleague')).id })).outcome).toBe('EditConflict');
    expect(await roles()).toEqual(['Tova Therapist: LEAD CURRENT', 'Leila Lead: MEMBER CURRENT', 'Cosmo Colleague: MEMBER CURRENT']);
  });

  it('loses the stand-ins of a member who leaves', async () => {
    await world.member(lead, patientId, therapist, { validFrom: world.day(-5) });
    const memberId = (await memberOf('Tova Therapist')).id;
    await must(lead, 'arrangeStandIn', { memberId, personId: colleague.personId, validFrom: world.day(-2), validTo: world.day(6), reason: 'Holiday' });
    expect((await memberOf('Tova Therapist')).standIns).toMatchObject([{ person: { name: 'Cosmo Colleague' }, period: 'CURRENT', validTo: world.day(6) }]);
    const standIn = await world.as(colleague);
    expect((await ask(standIn, READ, { id: patientId })).verdict).toBe('DATA');
    await must(lead, 'endTeamMembership', { memberId, validTo: world.day(-1), reason: 'Moves' });
    expect((await memberOf('Tova Therapist')).standIns).toMatchObject([{ validTo: world.day(-1), period: 'PAST' }]);
    expect((await ask(standIn, READ, { id: patientId })).verdict).toBe('NOT_FOUND');
  });

  it('is acted for by a stand-in in time, in the member’s name and with the member’s rights', async () => {
    await world.member(lead, patientId, therapist);
    await must(lead, 'arrangeStandIn', { memberId: (await memberOf('Tova Therapist')).id, personId: colleague.personId, validFrom: world.today, validTo: world.day(1), reason: 'Holiday' });
    const standIn = await world.as(colleague);
    await must(standIn, 'editPatient', { language: 'es' });
    expect(await newest()).toEqual({ verb: 'patient.edit', reason: null, person: { name: 'Cosmo Colleague' }, onBehalfOf: { name: 'Tova Therapist' }, contact: null });
    expect((await change(standIn, 'changeLead', { memberId: (await memberOf('Tova Therapist')).id, reason: 'Mine' })).outcome).toBe('FORBIDDEN');
    // The lead's stand-in leads.
    await must(lead, 'arrangeStandIn', { memberId: (await memberOf('Leila Lead')).id, personId: colleague.personId, validFrom: world.today, validTo: world.today, reason: 'Course' });
    await must(standIn, 'addTeamMember', { personId: (await world.person(clinic, 'Nia New', 'nurse')).personId, role: 'MEMBER', validFrom: world.today, reason: 'Helps' });
    // Somebody on the team themselves acts as themselves.
    await must(lead, 'editPatient', { language: 'pt' });
    expect((await newest()).onBehalfOf).toBeNull();
  });

  it('lets a stand-in go home earlier', async () => {
    await world.member(lead, patientId, therapist);
    await must(lead, 'arrangeStandIn', { memberId: (await memberOf('Tova Therapist')).id, personId: colleague.personId, validFrom: world.today, validTo: world.day(9), reason: 'Holiday' });
    const [standIn] = (await memberOf('Tova Therapist')).standIns;
    await must(lead, 'endStandIn', { standInId: standIn!.id, validTo: world.day(1), reason: 'Is back' });
    expect((await memberOf('Tova Therapist')).standIns).toMatchObject([{ validTo: world.day(1) }]);
    // The days after are free for somebody else.
    await must(lead, 'arrangeStandIn', { memberId: (await memberOf('Tova Therapist')).id, personId: colleague.personId, validFrom: world.day(2), validTo: world.day(3), reason: 'Again' });
  });

  it('has observers who read everything and write nothing', async () => {
    const observer = await world.person(clinic, 'Oona Observer', 'nurse');
    await world.member(lead, patientId, observer, { role: 'OBSERVER' });
    const client = await world.as(observer);
    const { patient } = await client.data<{ patient: { viewer: { may: string[] } } }>('query ($id: ID!) { patient(patientId: $id) { viewer { may } } }', { id: patientId });
    expect(patient.viewer.may).toEqual(['PATIENT_READ', 'PATIENT_READ_CLINICAL', 'HISTORY_READ', 'PLAN_READ', 'FOLLOW_UP_READ']);
    const before = await world.revisionOf(patientId);
    for (const [name, input] of [['editPatient', { language: 'de' }], ['addProblem', { catalogueId: 'migraine' }], ['openContact', { kind: 'CALL' }], ['recordAllergy', { substance: 'Nuts', severity: 'MILD' }]] as const) {
      expect([name, (await change(client, name, input)).outcome]).toEqual([name, 'FORBIDDEN']);
    }
    expect(await world.revisionOf(patientId)).toBe(before);
  });

  describe('in contact with the patient', () => {
    it('opens a contact, does things in it, and closes it; the history says in which', async () => {
      await must(lead, 'openContact', { kind: 'VISIT' });
      const [contact] = (await read()).contacts;
      expect(contact).toMatchObject({ kind: 'VISIT', openedAt: world.clock.now().toISOString(), closedAt: null, openedBy: { name: 'Leila Lead' } });
      await must(lead, 'addProblem', { catalogueId: 'migraine', contactId: contact!.id });
      expect(await newest()).toMatchObject({ verb: 'problem.add', contact: { id: contact!.id, kind: 'VISIT' } });
      await must(lead, 'closeContact', { contactId: contact!.id });
      expect((await read()).contacts).toMatchObject([{ id: contact!.id, closedAt: world.clock.now().toISOString() }]);
      expect((await change(lead, 'closeContact', { contactId: contact!.id })).refusal).toBe('CONTACT_CLOSED contactId');
    });

    it('opens one at a time, each person their own', async () => {
      await world.member(lead, patientId, therapist);
      await must(lead, 'openContact', { kind: 'VISIT' });
      expect((await change(lead, 'openContact', { kind: 'CALL' })).refusal).toBe('CONTACT_OPEN kind');
      await must(await world.as(therapist), 'openContact', { kind: 'CONFERENCE' });
      await must(lead, 'closeContact', { contactId: (await read()).contacts.find(({ kind }) => kind === 'VISIT')!.id });
      await must(lead, 'openContact', { kind: 'MESSAGE' });
      expect((await read()).contacts.map(({ kind }) => kind).sort()).toEqual(['CONFERENCE', 'MESSAGE', 'VISIT']);
    });

    it('opens one of two that are asked for at the same moment', async () => {
      const both = await Promise.all([change(lead, 'openContact', { kind: 'CALL' }), change(lead, 'openContact', { kind: 'CALL' })]);
      expect(both.map(({ outcome, refusal }) => refusal ?? outcome).sort()).toEqual(['CONTACT_OPEN kind', 'Patient']);
    });
  });
});
