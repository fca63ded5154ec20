import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { command, done } from '../support/access-commands.ts';
import { FollowUpClinic } from '../support/follow-up-clinic.ts';
import { clinician } from '../support/record-clinic.ts';

describe('a follow-up is with somebody', () => {
  let clinic: FollowUpClinic;
  beforeAll(async () => {
    clinic = await FollowUpClinic.open();
  });
  afterAll(() => clinic.close());
  beforeEach(async () => {
    await clinic.world.rows('DELETE FROM plexus.leave');
    await clinic.newPatient();
  });

  const leave = (by: keyof FollowUpClinic['people'], who: keyof FollowUpClinic['people'], from: number, to: number) =>
    command(clinic.people[by].client, 'setLeave', { personId: clinic.people[who].person.personId, startsOn: clinic.world.day(from), endsOn: clinic.world.day(to) });
  const standIn = async (member: keyof FollowUpClinic['people'], who: keyof FollowUpClinic['people']) =>
    clinic.does(clinic.people.ingrid, 'arrangeStandIn', { memberId: await clinic.memberOf(clinic.people[member]), personId: clinic.people[who].person.personId, validFrom: clinic.world.today, validTo: clinic.world.day(5), reason: 'Holiday' });

  it('else while its owner is on leave: with the stand-in, who acts and does not become its owner', async () => {
    const { ingrid, bridget } = clinic.people;
    const id = await clinic.opens(ingrid);
    await standIn('lucia', 'bridget');
    expect((await leave('lucia', 'lucia', 0, 5)).outcome).toBe('LeaveChange');
    expect(await clinic.one(bridget, id)).toMatchObject({ holding: 'STAND_IN', with: { name: 'Bridget' }, owner: { name: 'Lucia' }, isUnowned: false });
    expect((await clinic.moves(bridget, id, 'ACCEPT')).outcome).toBe('FollowUpChange');
    expect(await clinic.one(ingrid, id)).toMatchObject({ state: 'ACCEPTED', owner: { name: 'Lucia' }, with: { name: 'Bridget' } });
    // A stand-in who is away as well stands in for nobody.
    await leave('jonas', 'bridget', 0, 1);
    expect(await clinic.one(ingrid, id)).toMatchObject({ holding: 'POOL', with: null, isUnowned: true });
  });

  it('of its pool while its owner is on leave and nobody stands in, and with its owner again on the day after', async () => {
    const { ingrid } = clinic.people;
    const id = await clinic.opens(ingrid);
    await leave('ingrid', 'ingrid', 1, 2);
    await leave('jonas', 'lucia', 0, 0);
    expect(await clinic.one(ingrid, id)).toMatchObject({ holding: 'POOL', with: null, isUnowned: true, owner: { name: 'Lucia' } });
    // Nobody is given what nobody would see to.
    expect((await clinic.tries(clinic.people.ingrid, 'openFollowUp', { shape: 'TASK', kind: 'CALL', priority: 'SOON', what: 'Telephone', dueOn: clinic.world.today, ownerId: clinic.people.lucia.person.personId })).refusal).toBe('ASSIGNEE_AWAY ownerId');
    await clinic.later(24);
    expect(await clinic.one(clinic.people.ingrid, id)).toMatchObject({ holding: 'OWNER', with: { name: 'Lucia' } });
  });

  it.each([
    ['left the team', async () => clinic.does(clinic.people.ingrid, 'endTeamMembership', { memberId: await clinic.memberOf(clinic.people.lucia), validTo: clinic.world.day(-1), reason: 'Moves' })],
    ['was deactivated', async () => clinic.world.database.admin(`SET ROLE plexus_definer; UPDATE plexus.person SET status = 'deactivated' WHERE id = '${clinic.people.lucia.person.personId}'`)],
  ])('of its pool at once when its owner %s; what concerns safety is with the lead', async (_how, leaves) => {
    const { ingrid, hamid } = clinic.people;
    const [id, safety] = [await clinic.opens(ingrid), await clinic.opens(ingrid, { kind: 'SAFETY' })];
    await leaves();
    expect(await clinic.one(hamid, id)).toMatchObject({ holding: 'POOL', with: null, isUnowned: true, transitions: ['ACCEPT', 'DECLINE', 'CANCEL'] });
    expect(await clinic.one(ingrid, safety)).toMatchObject({ holding: 'LEAD', with: { name: 'Ingrid' }, isUnowned: false });
    await clinic.world.database.admin(`SET ROLE plexus_definer; UPDATE plexus.person SET status = 'active' WHERE id = '${clinic.people.lucia.person.personId}'`);
  });

  it('who reads: for an asker who is away, their stand-in or the lead', async () => {
    const { hamid, lucia, ingrid } = clinic.people;
    const id = await clinic.opens(hamid);
    await clinic.moves(lucia, id, 'ACCEPT');
    await clinic.moves(lucia, id, 'REPORT', { outcome: 'Even' });
    expect(await clinic.one(lucia, id)).toMatchObject({ court: 'ASKER', with: { name: 'Hamid' } });
    expect((await clinic.moves(ingrid, id, 'ACKNOWLEDGE')).refusal).toBe('FOLLOW_UP_OF_ASKER verb');
    await leave('hamid', 'hamid', 0, 3);
    expect(await clinic.one(lucia, id)).toMatchObject({ with: { name: 'Ingrid' }, isUnowned: false });
    expect((await clinic.moves(ingrid, id, 'ACKNOWLEDGE')).outcome).toBe('FollowUpChange');
  });

  it('a coordinator of no team as well, until they are away', async () => {
    const { ingrid, jonas } = clinic.people;
    const id = await clinic.opens(ingrid, { ownerId: jonas.person.personId });
    expect(await clinic.one(jonas, id)).toMatchObject({ holding: 'OWNER', with: { name: 'Jonas' }, pool: { id: 'care-coordinator' } });
    await leave('jonas', 'jonas', 0, 1);
    expect(await clinic.one(ingrid, id)).toMatchObject({ holding: 'POOL', isUnowned: true });
  });

  it('leave is one’s own, a coordinator’s or an administrator’s to write; once for the same days, and ends today or was never begun', async () => {
    const { hamid, lucia, jonas } = clinic.people;
    expect((await leave('hamid', 'lucia', 0, 3)).refusal).toBe('LEAVE_OF_OTHERS personId');
    expect((await leave('lucia', 'lucia', 0, -1)).refusal).toBe('END_BEFORE_START endsOn, LEAVE_OVER endsOn');
    expect((await leave('lucia', 'lucia', -9, -2)).refusal).toBe('LEAVE_OVER endsOn');
    const running = await leave('lucia', 'lucia', -1, 3);
    expect((await leave('jonas', 'lucia', 3, 4)).refusal).toBe('LEAVE_OVERLAPS startsOn');
    const planned = await leave('jonas', 'lucia', 10, 12);
    expect((await command(hamid.client, 'endLeave', { leaveId: running.id, version: 1 })).refusal).toBe('LEAVE_OF_OTHERS leaveId');
    const ended = await done(lucia.client, 'endLeave', { leaveId: running.id, version: 1 });
    expect(ended.data).toMatchObject({ endLeave: { leave: { endsOn: clinic.world.today, version: 2, person: { name: 'Lucia' } } } });
    expect((await command(jonas.client, 'endLeave', { leaveId: running.id, version: 1 })).outcome).toBe('EditConflict');
    expect((await command(jonas.client, 'endLeave', { leaveId: running.id, version: 2 })).refusal).toBe('LEAVE_ENDS leaveId');
    expect((await done(jonas.client, 'endLeave', { leaveId: planned.id, version: 1 })).data).toMatchObject({ endLeave: { leave: null } });
    expect(await clinic.world.rows('SELECT ends_on FROM plexus.leave')).toHaveLength(1);
    const officer = await clinician(clinic.world, clinic.organization, 'Desmond', 'nurse', ['privacy-officer']);
    expect((await command(officer.client, 'setLeave', { personId: lucia.person.personId, startsOn: clinic.world.day(20), endsOn: clinic.world.day(21) })).refusal).toBe('LEAVE_OF_OTHERS personId');
  });
});
