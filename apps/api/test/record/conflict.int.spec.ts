import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Result } from '@plexus/domain';
import { EditActivityUseCase, PlanActivityUseCase } from '../../src/modules/plan/application/activities.use-cases.ts';
import { MoveActivityUseCase } from '../../src/modules/plan/application/activity-trials.use-cases.ts';
import type { EditActivity } from '../../src/modules/plan/application/activities.use-cases.ts';
import { EditGoalUseCase, MoveGoalUseCase, ProposeGoalUseCase } from '../../src/modules/plan/application/goals.use-cases.ts';
import type { Refusal } from '../../src/platform/records/open-record.ts';
import type { Done } from '../../src/platform/records/patient-records.ts';
import { type Clinician, EDIT_PATIENT, clinician, edit, lineOf, sharedPatient } from '../support/record-clinic.ts';
import { World } from '../support/world.ts';

describe('two people who edit one patient', () => {
  let world: World;
  let physiatrist: Clinician;
  let therapist: Clinician;

  beforeAll(async () => {
    world = await World.open();
    const clinic = await world.organization();
    physiatrist = await clinician(world, clinic, 'Ingrid Vasquez-Thorne', 'physiatrist');
    therapist = await clinician(world, clinic, 'Lucia Ferrante', 'physical-therapist');
  });
  afterAll(() => world.close());

  const nameOf = async (patientId: string) => (await world.rows('SELECT given_name, family_name, pronouns, language FROM plexus.patient WHERE id = $1', [patientId]))[0];

  it('merge when they touch different things', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    await edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'she/her' });
    expect(await edit(therapist, { patientId, baseRevision: 2, language: 'es' })).toMatchObject({ __typename: 'Patient', revision: 4 });
    expect(await nameOf(patientId)).toMatchObject({ pronouns: 'she/her', language: 'es' });
  });

  it('meet when they touch the same thing: what was seen, what stands, what was wanted, and whose it is', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    await edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'she/her', language: 'es' });
    const before = await lineOf(world, patientId);
    expect(await edit(therapist, { patientId, baseRevision: 2, pronouns: 'they/them', accessNeeds: 'Ground floor' })).toEqual({
      __typename: 'EditConflict',
      groups: [
        {
          entity: 'patient',
          group: 'pronouns',
          by: { name: 'Ingrid Vasquez-Thorne' },
          at: world.clock.now().toISOString(),
          fields: [{ field: 'pronouns', base: null, theirs: 'she/her', mine: 'they/them' }],
        },
      ],
    });
    // Not even the part that met nothing is stored.
    expect(await lineOf(world, patientId)).toEqual(before);
  });

  it('meet when they touch two parts of one order: a given name and a family name are one name', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    await edit(physiatrist, { patientId, baseRevision: 2, givenName: 'Maria' });
    const { groups } = await edit(therapist, { patientId, baseRevision: 2, familyName: 'Okafor' });
    expect(groups?.map(({ group, fields }) => ({ group, fields }))).toEqual([
      {
        group: 'name',
        fields: [
          { field: 'givenName', base: 'Marisol', theirs: 'Maria', mine: 'Marisol' },
          { field: 'familyName', base: 'Okafor-Reyes', theirs: 'Okafor-Reyes', mine: 'Okafor' },
        ],
      },
    ]);
  });

  it('are shown all that they meet in at once, also from two tables', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    await edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'she/her', phone: '(312) 555-0101' });
    const { groups } = await edit(therapist, { patientId, baseRevision: 2, pronouns: 'they/them', phone: '(312) 555-0102' });
    expect(groups?.map(({ group }) => group)).toEqual(['pronouns', 'phone']);
  });

  it('base is what the editor saw, not what somebody wrote in between', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    await edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'she/her' });
    await edit(physiatrist, { patientId, baseRevision: 3, pronouns: 'she/they' });
    const { groups } = await edit(therapist, { patientId, baseRevision: 2, pronouns: 'they/them' });
    expect(groups?.[0]?.fields).toEqual([{ field: 'pronouns', base: null, theirs: 'she/they', mine: 'they/them' }]);
    const later = await edit(therapist, { patientId, baseRevision: 3, pronouns: 'they/them' });
    expect(later.groups?.[0]?.fields).toEqual([{ field: 'pronouns', base: 'she/her', theirs: 'she/they', mine: 'they/them' }]);
  });

  it('do not meet when both want the same', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    await edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'she/her' });
    expect(await edit(therapist, { patientId, baseRevision: 2, pronouns: 'she/her' })).toMatchObject({ __typename: 'Patient', revision: 4 });
  });

  it('do not meet when the other has taken the change back', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    await edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'she/her' });
    await edit(physiatrist, { patientId, baseRevision: 3, pronouns: null });
    expect(await edit(therapist, { patientId, baseRevision: 2, pronouns: 'they/them' })).toMatchObject({ __typename: 'Patient', revision: 5 });
  });

  it('and nobody meets their own earlier change', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    await edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'she/her' });
    expect(await edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'they/them' })).toMatchObject({ __typename: 'Patient', revision: 4 });
  });

  it('cannot have seen a revision that is not there yet', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    const { data, errors } = await therapist.client.run(EDIT_PATIENT, { input: { commandId: randomUUID(), patientId, baseRevision: 3, pronouns: 'they/them' } });
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'baseRevision' });
    expect(await world.revisionOf(patientId)).toBe(2);
  });

  it('at the same moment: one is first, the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const patientId = await sharedPatient(world, physiatrist, therapist);
      const answers = await Promise.all([
        edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'she/her' }),
        edit(therapist, { patientId, baseRevision: 2, pronouns: 'they/them' }),
      ]);
      expect(answers.map((answer) => answer.__typename).sort()).toEqual(['EditConflict', 'Patient']);
    }
  });

  describe('in an order', () => {
    const groupsOf = (result: Result<Done, Refusal>) => (!result.ok && result.error.kind === 'edit-conflict' ? result.error.groups : result);
    const doseOf = async (activityId: string) => (await world.rows('SELECT dose_text, status, reason FROM plexus.activity WHERE id = $1', [activityId]))[0];
    const editActivity = (by: Clinician, command: Omit<EditActivity, 'commandId'>) => world.app.nest.get(EditActivityUseCase).execute(by.actor, { commandId: randomUUID(), ...command });
    const stopActivity = (by: Clinician, command: { patientId: string; activityId: string; baseRevision: number }) =>
      world.app.nest.get(MoveActivityUseCase).execute(by.actor, { commandId: randomUUID(), verb: 'stop', reason: 'Nausea', ...command });

    async function duloxetine() {
      const patientId = await sharedPatient(world, physiatrist, therapist);
      const planned = await world.app.nest.get(PlanActivityUseCase).execute(physiatrist.actor, {
        commandId: randomUUID(), patientId, baseRevision: 2, catalogueId: 'med.duloxetine', discipline: 'physiatrist', doseText: '30 mg once a day', reason: 'Pain and low mood', startsOn: world.day(-14),
      });
      if (!planned.ok) throw new Error(JSON.stringify(planned.error));
      return { patientId, activityId: planned.value.entityId!, baseRevision: planned.value.revision };
    }

    it('30 to 60 mg and once to twice a day never become 60 mg twice a day', async () => {
      const order = await duloxetine();
      expect(await editActivity(physiatrist, { ...order, doseText: '60 mg once a day' })).toMatchObject({ ok: true });
      expect(groupsOf(await editActivity(therapist, { ...order, doseText: '30 mg twice a day' }))).toEqual([
        {
          entity: 'activity', entityId: order.activityId, group: 'order', personId: physiatrist.person.personId, at: world.clock.now(),
          fields: [{ field: 'doseText', base: '30 mg once a day', theirs: '60 mg once a day', mine: '30 mg twice a day' }],
        },
      ]);
      expect(await doseOf(order.activityId)).toMatchObject({ dose_text: '60 mg once a day' });
    });

    it('nor when both arrive at the same moment', async () => {
      for (let round = 0; round < 3; round += 1) {
        const order = await duloxetine();
        const results = await Promise.all([editActivity(physiatrist, { ...order, doseText: '60 mg once a day' }), editActivity(therapist, { ...order, doseText: '30 mg twice a day' })]);
        expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
      }
    });

    it('a dose and the reason for it are one order', async () => {
      const order = await duloxetine();
      await editActivity(physiatrist, { ...order, doseText: '60 mg once a day' });
      expect(groupsOf(await editActivity(therapist, { ...order, reason: 'Neuropathic pain' }))).toMatchObject([{ group: 'order' }]);
    });

    it('a stop meets a change of the dose, whichever comes first', async () => {
      const first = await duloxetine();
      await editActivity(physiatrist, { ...first, doseText: '60 mg once a day' });
      expect(groupsOf(await stopActivity(therapist, first))).toMatchObject([{ group: 'order', personId: physiatrist.person.personId }]);
      expect(await doseOf(first.activityId)).toMatchObject({ status: 'planned' });

      const second = await duloxetine();
      expect(await stopActivity(physiatrist, second)).toMatchObject({ ok: true });
      const met = groupsOf(await editActivity(therapist, { ...second, doseText: '60 mg once a day' }));
      expect(met).toEqual(expect.arrayContaining([expect.objectContaining({ group: 'status' })]));
      expect(await doseOf(second.activityId)).toMatchObject({ status: 'stopped', dose_text: '30 mg once a day' });
    });

    it('a review date is no part of it', async () => {
      const order = await duloxetine();
      await editActivity(physiatrist, { ...order, doseText: '60 mg once a day' });
      expect(await editActivity(therapist, { ...order, reviewOn: world.day(14) })).toMatchObject({ ok: true });
    });

    it('goals that an activity serves meet as a whole', async () => {
      const order = await duloxetine();
      const propose = async (words: string) => {
        const proposed = await world.app.nest.get(ProposeGoalUseCase).execute(physiatrist.actor, {
          commandId: randomUUID(), patientId: order.patientId, baseRevision: await world.revisionOf(order.patientId), words, scope: 'whole-person', domain: 'movement',
        });
        return proposed.ok ? proposed.value.entityId! : '';
      };
      const goals = [await propose('Walk to the library'), await propose('Sleep through')].sort();
      const baseRevision = await world.revisionOf(order.patientId);
      expect(await editActivity(physiatrist, { ...order, baseRevision, goalIds: goals.slice(0, 1) })).toMatchObject({ ok: true });
      expect(groupsOf(await editActivity(therapist, { ...order, baseRevision, goalIds: goals.slice(1) }))).toMatchObject([
        { group: 'goals', fields: [{ field: 'goals', base: [], theirs: goals.slice(0, 1), mine: goals.slice(1) }] },
      ]);
    });

    it('the end of a goal meets what a colleague says of how it goes', async () => {
      const patientId = await sharedPatient(world, physiatrist, therapist);
      const goals = { propose: world.app.nest.get(ProposeGoalUseCase), edit: world.app.nest.get(EditGoalUseCase), move: world.app.nest.get(MoveGoalUseCase) };
      const proposed = await goals.propose.execute(physiatrist.actor, { commandId: randomUUID(), patientId, baseRevision: 2, words: 'Walk to the library', scope: 'whole-person', domain: 'movement' });
      const goal = { patientId, goalId: proposed.ok ? proposed.value.entityId! : '' };
      await goals.move.execute(physiatrist.actor, { ...goal, commandId: randomUUID(), baseRevision: 3, verb: 'activate' });
      expect(await goals.edit.execute(therapist.actor, { ...goal, commandId: randomUUID(), baseRevision: 4, achievement: 'worsening' })).toMatchObject({ ok: true });
      const ended = await goals.move.execute(physiatrist.actor, { ...goal, commandId: randomUUID(), baseRevision: 4, verb: 'complete', achievement: 'achieved' });
      expect(groupsOf(ended)).toMatchObject([{ group: 'achievement', fields: [{ field: 'achievement', base: 'in-progress', theirs: 'worsening', mine: 'achieved' }] }]);
    });

    it('the end of a goal meets a change of its target', async () => {
      const patientId = await sharedPatient(world, physiatrist, therapist);
      const goals = { propose: world.app.nest.get(ProposeGoalUseCase), edit: world.app.nest.get(EditGoalUseCase), move: world.app.nest.get(MoveGoalUseCase) };
      const proposed = await goals.propose.execute(physiatrist.actor, { commandId: randomUUID(), patientId, baseRevision: 2, words: 'Walk to the library', scope: 'whole-person', domain: 'movement', target: { baseline: 5, value: 20, unit: 'minutes' } });
      const goal = { patientId, goalId: proposed.ok ? proposed.value.entityId! : '', baseRevision: 3 };
      expect(await goals.edit.execute(therapist.actor, { ...goal, commandId: randomUUID(), target: { baseline: 5, value: 40, unit: 'minutes' } })).toMatchObject({ ok: true });
      expect(groupsOf(await goals.move.execute(physiatrist.actor, { ...goal, commandId: randomUUID(), verb: 'cancel', reason: 'Moved away' }))).toMatchObject([{ group: 'target' }]);
    });
  });
});
