import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { me } from '../support/access-accounts.ts';
import { ask, command, done } from '../support/access-commands.ts';
import { Fingerprints } from '../support/access-fingerprint.ts';
import type { Client } from '../support/client.ts';
import { type TestOrganization, type TestPerson, World } from '../support/world.ts';

describe('the people of an organization', () => {
  let world: World;
  let fingerprints: Fingerprints;
  let clinic: TestOrganization;
  let administrator: Client;
  let nurse: TestPerson;

  beforeAll(async () => {
    world = await World.open();
    fingerprints = await Fingerprints.of(world.database);
    clinic = await world.organization();
    administrator = await world.as(clinic.administrator);
  });
  beforeEach(async () => {
    nurse = await world.person(clinic, 'Nadia Nurse', 'nurse');
  });
  afterAll(async () => {
    await fingerprints.close();
    await world.close();
  });

  const invitation = (fields: Record<string, unknown> = {}) => ({ name: 'Ines Invited', email: `${randomUUID()}@lindenhall.example`, discipline: 'nurse', roles: [], ...fields });
  const personOf = async ({ personId }: TestPerson) => {
    const { people } = await administrator.data<{ people: { id: string; name: string; version: number; status: string; roles: string[] }[] }>('{ people(withInactive: true) { id name version status roles discipline } }');
    return people.find(({ id }) => id === personId);
  };

  it('are invited once for each address, however it is written', async () => {
    const given = invitation();
    await done(administrator, 'invitePerson', given);
    const messages = world.mail.messages.length;
    const before = await fingerprints.take();
    expect((await command(administrator, 'invitePerson', { ...given, email: ` ${given.email.toUpperCase()} ` })).refusal).toBe('EMAIL_TAKEN email');
    expect(await fingerprints.take()).toEqual(before);
    expect(world.mail.messages).toHaveLength(messages);
  });

  it.each([
    [{ name: '' }, 'REQUIRED name'], [{ name: '​' }, 'REQUIRED name'], [{ name: 'x'.repeat(101) }, 'TOO_LONG name'], [{ name: 'A\0B' }, 'TEXT_UNPRINTABLE name'], [{ name: 'A\ud800' }, 'TEXT_ILL_FORMED name'],
    [{ email: 'nobody' }, 'EMAIL_INVALID email'], [{ email: '' }, 'REQUIRED email'], [{ email: `a\0@b.example` }, 'TEXT_UNPRINTABLE email'], [{ discipline: 'wizard' }, 'DISCIPLINE_UNKNOWN discipline'],
    [{ commandId: 'nonsense' }, 'INVALID commandId'],
  ])('are not invited with %p: %s', async (fields, refusal) => {
    const before = await fingerprints.take();
    expect((await command(administrator, 'invitePerson', invitation(fields))).refusal).toBe(refusal);
    expect(await fingerprints.take()).toEqual(before);
  });

  it.each([
    [{ name: ' ' }, 'REQUIRED name'], [{ discipline: 'wizard' }, 'DISCIPLINE_UNKNOWN discipline'], [{ name: null }, 'REQUIRED name'], [{ personId: randomUUID() }, 'NOT_FOUND -'],
  ])('are not edited with %p: %s', async (fields, refusal) => {
    const result = await command(administrator, 'editPerson', { personId: nurse.personId, baseVersion: 1, ...fields });
    expect([result.refusal, result.outcome === 'INTERNAL']).toEqual([refusal, false]);
  });

  it('that were edited meanwhile are a conflict: who, what stands, what was wanted; nothing is stored', async () => {
    const carla = await world.person(clinic, 'Carla Colleague', null, ['administrator']);
    const colleague = await world.as(carla);
    await done(colleague, 'editPerson', { personId: nurse.personId, baseVersion: 1, name: 'Nadia Newname' });
    const before = await fingerprints.take();
    const { data, outcome } = await command(administrator, 'editPerson', { personId: nurse.personId, baseVersion: 1, name: 'Nadia Other' });
    expect(outcome).toBe('EditConflict');
    expect(data).toMatchObject({ editPerson: { groups: [{ entity: 'person', fields: expect.arrayContaining([{ field: 'name', theirs: 'Nadia Newname', mine: 'Nadia Other' }]), by: { name: 'Carla Colleague' } }] } });
    expect((await command(administrator, 'deactivatePerson', { personId: nurse.personId, baseVersion: 1, reason: 'Left' })).outcome).toBe('EditConflict');
    expect(await fingerprints.take()).toEqual(before);

    // An administrator among others may lay the role down.
    await done(colleague, 'editPerson', { personId: carla.personId, baseVersion: 1, roles: [] });
    expect(await personOf(carla)).toMatchObject({ roles: [], version: 2 });
  });

  it('always have an active administrator', async () => {
    const own = { personId: clinic.administrator.personId, baseVersion: 1 };
    expect((await command(administrator, 'editPerson', { ...own, roles: [] })).refusal).toBe('LAST_ADMINISTRATOR roles');
    const second = await world.person(clinic, 'Sara Second', null, ['administrator']);
    const hers = await world.as(second);
    await done(administrator, 'deactivatePerson', { personId: second.personId, baseVersion: 1, reason: 'Leave' });
    expect((await command(administrator, 'editPerson', { ...own, roles: ['COORDINATOR'] })).refusal).toBe('LAST_ADMINISTRATOR roles');
    expect(await me(hers)).toBe('SIGNED_OUT');
    await done(administrator, 'reactivatePerson', { personId: second.personId, baseVersion: 2, reason: 'Back' });
    // Both at once would leave nobody: one of the two is refused.
    const back = await world.as(second);
    const both = await Promise.all([
      command(administrator, 'editPerson', { personId: second.personId, baseVersion: 3, roles: [] }),
      command(back, 'editPerson', { ...own, roles: [] }),
    ]);
    expect(both.filter(({ outcome }) => outcome === 'Person')).toHaveLength(1);
    const [row] = await world.rows<{ n: number }>(`SELECT count(*)::int AS n FROM plexus.organization_role WHERE role = 'administrator' AND organization_id = $1`, [clinic.organizationId]);
    expect(row!.n).toBe(1);
    await world.rows(`INSERT INTO plexus.organization_role VALUES ($1, $2, 'administrator') ON CONFLICT DO NOTHING`, [clinic.organizationId, clinic.administrator.personId]);
  });

  it('do not deactivate themselves', async () => {
    const version = (await personOf(clinic.administrator))!.version;
    expect((await command(administrator, 'deactivatePerson', { personId: clinic.administrator.personId, baseVersion: version, reason: 'Tired' })).refusal).toBe('DEACTIVATES_SELF personId');
  });

  it('who are deactivated are signed out everywhere at once, and what they wrote stays', async () => {
    const writer = await world.person(clinic, 'Wera Writer', 'physiatrist');
    const sessions = [await world.as(writer), await world.as(writer)];
    const { id } = await world.patient(sessions[0]!);
    await done(administrator, 'deactivatePerson', { personId: writer.personId, baseVersion: 1, reason: 'Left' });
    expect(await Promise.all(sessions.map((client) => me(client)))).toEqual(['SIGNED_OUT', 'SIGNED_OUT']);
    expect(await world.rows('SELECT ended_reason FROM auth.session WHERE person_id = $1', [writer.personId])).toEqual([{ ended_reason: 'deactivated' }, { ended_reason: 'deactivated' }]);
    expect(await world.rows('SELECT person_id FROM plexus.revision WHERE patient_id = $1', [id])).toEqual([{ person_id: writer.personId }]);
    expect(await personOf(writer)).toMatchObject({ status: 'DEACTIVATED' });
    const { people } = await administrator.data<{ people: { name: string }[] }>('{ people { name } }');
    expect(people.map(({ name }) => name)).not.toContain('Wera Writer');
  });

  it.each([
    ['invitePerson', () => invitation()],
    ['editPerson', () => ({ personId: nurse.personId, baseVersion: 1, name: 'Nadia Twice', roles: ['COORDINATOR'] })],
    ['deactivatePerson', () => ({ personId: nurse.personId, baseVersion: 1, reason: 'Left' })],
  ] as const)('are changed once when %s comes again, in turn or at the same moment', async (name, input) => {
    const given = { commandId: randomUUID(), ...input() };
    const messages = world.mail.messages.length;
    const answers = await Promise.all([command(administrator, name, given), command(administrator, name, given)]);
    answers.push(await command(administrator, name, given));
    expect(answers.map(({ outcome, id }) => [outcome, id])).toEqual(answers.map(() => ['Person', answers[0]!.id]));
    expect(await world.rows('SELECT 1 AS one FROM plexus.organization_command WHERE id = $1', [given.commandId])).toHaveLength(1);
    expect(world.mail.messages.length - messages).toBe(name === 'invitePerson' ? 1 : 0);
    expect((await command(administrator, 'editPerson', { commandId: given.commandId, personId: nurse.personId, baseVersion: 2, name: 'Another' })).refusal).toBe('COMMAND_REUSED commandId');
  });

  it('of another organization are out of an administrator’s hands, and not even found', async () => {
    const elsewhere = await world.organization('Marrowgate');
    const theirs = await world.as(elsewhere.administrator);
    const before = await fingerprints.take();
    for (const [name, input] of [['editPerson', { name: 'Mine Now' }], ['deactivatePerson', { reason: 'Left' }], ['reactivatePerson', { reason: 'Back' }]] as const) {
      const [foreign, random] = [await command(theirs, name, { personId: nurse.personId, baseVersion: 1, ...input }), await command(theirs, name, { personId: randomUUID(), baseVersion: 1, ...input })];
      expect([name, foreign.outcome, foreign.text.replace(/"requestId":"[^"]+"/, '')]).toEqual([name, 'NOT_FOUND', random.text.replace(/"requestId":"[^"]+"/, '')]);
    }
    expect(await fingerprints.take()).toEqual(before);
    expect((await ask(theirs, '{ people(withInactive: true) { name } }')).text).not.toContain('Nadia');
  });

  it('see the address of a colleague only when they manage people or it is their own', async () => {
    const client = await world.as(nurse);
    const emails = async (who: Client) => (await who.data<{ people: { id: string; email: string | null }[] }>('{ people { id email } }')).people.filter(({ email }) => email !== null);
    expect(await emails(client)).toEqual([{ id: nurse.personId, email: nurse.email }]);
    expect((await emails(administrator)).length).toBeGreaterThan(1);
  });
});
