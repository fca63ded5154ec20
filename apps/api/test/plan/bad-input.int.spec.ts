import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ask, command, outcomeOf } from '../support/access-commands.ts';
import { Fingerprints } from '../support/access-fingerprint.ts';
import type { Client } from '../support/client.ts';
import { PlanClinic } from '../support/plan-clinic.ts';
import { clinician, sharedPatient } from '../support/record-clinic.ts';

/** 100 kB of text, and text that cannot be stored, seen, or trusted to read as it looks. */
const ENDLESS = 'x'.repeat(100_000);
const NUL = 'a\0b';
const HALF = 'a\ud800b';
const BIDI = '30 mg \u202egm 3';
const NOT_FOUND = 'NOT_FOUND -';
/** As many as a request of 1 MB holds. */
const MANY = 20_000;

describe('bad input to the plan', () => {
  let clinic: PlanClinic;
  let lead: Client;
  let fingerprints: Fingerprints;
  let whole: Record<string, string>;
  let patientId: string;
  let baseRevision: number;
  let ids: Readonly<Record<'goal' | 'planned' | 'running' | 'resting' | 'stopped' | 'served' | 'rated' | 'rating' | 'proposed' | 'active' | 'held' | 'completed' | 'cancelled' | 'othersGoal' | 'othersActivity' | 'foreignGoal' | 'nobody' | 'former' | 'standIn' | 'undone', string>>;

  beforeAll(async () => {
    clinic = await PlanClinic.open();
    const { world, physiatrist, therapist } = clinic;
    lead = physiatrist.client;
    fingerprints = await Fingerprints.of(world.database);
    const former = await clinic.join('Fergus Former', 'nurse');
    const standIn = await clinic.join('Stanislava Standin', 'physical-therapist');
    const nobody = await clinic.join('Nuno Newcomer', 'nurse');
    patientId = await clinic.patient(former);
    const memberOf = async (who: string) => (await world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 AND person_id = $2', [patientId, who]))[0]!.id;
    for (const [name, input] of [
      ['endTeamMembership', { memberId: await memberOf(former.person.personId), validTo: world.day(-1), reason: 'Left' }],
      ['arrangeStandIn', { memberId: await memberOf(therapist.person.personId), personId: standIn.person.personId, validFrom: world.today, validTo: world.day(3), reason: 'Away' }],
    ] as const) expect((await command(lead, name, { patientId, baseRevision: await world.revisionOf(patientId), ...input })).outcome).toBe('Patient');

    const goalThat = async (...verbs: readonly (readonly [verb: string, fields?: Record<string, unknown>])[]) => {
      const goalId = await clinic.goal(patientId);
      for (const [verb, fields] of verbs) await clinic.does(physiatrist, 'moveGoal', patientId, { goalId, verb, ...fields });
      return goalId;
    };
    const activityThat = async (fields: Record<string, unknown>, ...verbs: readonly string[]) => {
      const activityId = await clinic.duloxetine(patientId, fields);
      for (const verb of verbs) await clinic.does(physiatrist, 'moveActivity', patientId, { activityId, verb, reason: 'Because' });
      return activityId;
    };
    const goal = await clinic.goal(patientId, { words: 'Carry the shopping home' });
    // Whoever is on no team of this patient is on another's.
    const other = await sharedPatient(world, physiatrist, nobody);
    const there = await world.organization('Marrowgate');
    const foreigner = await clinician(world, there, 'Freya Foreigner', 'physiatrist');
    const foreign = await sharedPatient(world, foreigner);
    const undone = await clinic.does(physiatrist, 'proposeGoal', patientId, { words: 'Slip of the pen', scope: 'WHOLE_PERSON', domain: 'SOCIAL' });
    await clinic.does(physiatrist, 'undoPlanChange', patientId, { revision: undone.revision });
    const scale = ['None', 'One bag', 'Two bags', 'Three bags', 'Four bags'];
    const rated = await goalThat(['ACTIVATE']);
    await clinic.does(physiatrist, 'editGoal', patientId, { goalId: rated, scale });
    const { entityId: rating } = await clinic.does(physiatrist, 'rateGoal', patientId, { goalId: rated, rater: 'PATIENT', level: 0, words: 'Two bags', ratedOn: world.today });
    ids = {
      rated, rating,
      goal, nobody: nobody.person.personId, former: former.person.personId, standIn: standIn.person.personId, undone: undone.entityId,
      proposed: await goalThat(), active: await goalThat(['ACTIVATE']), held: await goalThat(['ACTIVATE'], ['PAUSE', { reason: 'Flare' }]),
      completed: await goalThat(['ACTIVATE'], ['COMPLETE', { achievement: 'ACHIEVED' }]), cancelled: await goalThat(['CANCEL', { reason: 'Another wish' }]),
      planned: await activityThat({ startsOn: world.day(5), reviewOn: world.day(7), endsOn: world.day(10) }), running: await activityThat({}, 'START'), resting: await activityThat({}, 'START', 'PAUSE'),
      stopped: await activityThat({}, 'STOP'), served: await activityThat({ endsOn: world.day(-3) }),
      othersGoal: await clinic.goal(other), othersActivity: await clinic.duloxetine(other), foreignGoal: await clinic.goal(foreign, {}, foreigner),
    };
    baseRevision = await world.revisionOf(patientId);
    whole = await fingerprints.take();
  });
  afterAll(async () => {
    await fingerprints.close();
    await clinic.close();
  });

  type Given = () => Record<string, unknown>;
  type Case = readonly [what: string, name: string, given: Given, refusal: string];
  const about = (fields: Given): Given => () => ({ patientId, baseRevision, ...fields() });
  const plan = about(() => ({}));
  const proposal = about(() => ({ words: 'Sleep until the alarm', scope: 'WHOLE_PERSON', domain: 'SLEEP' }));
  const goalEdit = about(() => ({ goalId: ids.goal }));
  const activity = about(() => ({ catalogueId: 'med.duloxetine', discipline: 'physiatrist' }));
  const activityEdit = about(() => ({ activityId: ids.planned }));
  const goalMove = (goal: () => string, verb: string, fields: Record<string, unknown> = { reason: 'Because' }): Given => about(() => ({ goalId: goal(), verb, ...fields }));
  const activityMove = (of: () => string, verb: string, fields: Record<string, unknown> = { reason: 'Because' }): Given => about(() => ({ activityId: of(), verb, ...fields }));
  const ratingOf = about(() => ({ goalId: ids.rated, rater: 'CLINICIAN', level: 1, words: 'Three bags', ratedOn: clinic.world.today }));
  const withdrawal = about(() => ({ ratingId: ids.rating, reason: 'The wrong goal' }));
  const and = (base: Given, fields: Record<string, unknown> | Given): Given => () => ({ ...base(), ...(typeof fields === 'function' ? fields() : fields) });

  type Kind = 'line' | 'name' | 'paragraph';
  /** The same texts in every field that takes one. */
  const texts = (name: string, base: Given, fields: readonly (readonly [field: string, kind: Kind, required: boolean])[]): Case[] =>
    fields.flatMap(([field, kind, required]) => [
      ...(required ? ([['', 'nothing'], [' \t ', 'blanks'], ['\u200b\u2060', 'what nobody sees']] as const).map(([text, words]): Case => [`${field} is ${words}`, name, and(base, { [field]: text }), `REQUIRED ${field}`]) : []),
      [`${field} is 100 kB`, name, and(base, { [field]: ENDLESS }), `TOO_LONG ${field}`],
      [`${field} has a NUL`, name, and(base, { [field]: NUL }), `TEXT_UNPRINTABLE ${field}`],
      [`${field} has half a character`, name, and(base, { [field]: HALF }), `TEXT_ILL_FORMED ${field}`],
      [`${field} reads as something else`, name, and(base, { [field]: BIDI }), `TEXT_UNPRINTABLE ${field}`],
      ...(kind === 'paragraph' ? [] : [[`${field} has two lines`, name, and(base, { [field]: 'one\ntwo' }), `ONE_LINE ${field}`] satisfies Case]),
    ]);
  const days = (name: string, base: Given, fields: readonly string[]): Case[] =>
    fields.flatMap((field): Case[] => [
      [`${field} is on 30 February`, name, and(base, { [field]: '2026-02-30' }), `BAD_USER_INPUT ${field}`],
      [`${field} is an instant`, name, and(base, { [field]: '2026-12-01T00:00:00Z' }), `BAD_USER_INPUT ${field}`],
      [`${field} is a number`, name, and(base, { [field]: 20261201 }), `BAD_USER_INPUT ${field}`],
      [`${field} is a slip of the keyboard`, name, and(base, { [field]: '2062-12-01' }), `DATE_TOO_FAR ${field}`],
    ]);

  const EVERY: readonly (readonly [name: string, given: Given])[] = [
    ['editPlan', plan], ['proposeGoal', proposal], ['editGoal', goalEdit], ['joinGoal', goalEdit], ['moveGoal', goalMove(() => ids.active, 'PAUSE')], ['rateGoal', ratingOf], ['withdrawRating', withdrawal],
    ['planActivity', activity], ['editActivity', activityEdit], ['moveActivity', activityMove(() => ids.planned, 'START')],
  ];

  const CASES: readonly Case[] = [
    ...EVERY.flatMap(([name, given]): Case[] => [
      ['commandId is no UUID', name, and(given, { commandId: 'one' }), 'INVALID commandId'],
      ['commandId is in upper case', name, and(given, { commandId: randomUUID().toUpperCase() }), 'INVALID commandId'],
      ['commandId is missing', name, and(given, { commandId: undefined }), 'BAD_USER_INPUT input'],
      ['baseRevision is missing', name, and(given, { baseRevision: undefined }), 'BAD_USER_INPUT input'],
      ['baseRevision is ahead of the record', name, and(given, () => ({ baseRevision: baseRevision + 1 })), 'INVALID baseRevision'],
      ['baseRevision is below nothing', name, and(given, { baseRevision: -1 }), 'INVALID baseRevision'],
      ['baseRevision is no whole number', name, and(given, { baseRevision: 1.5 }), 'BAD_USER_INPUT baseRevision'],
      ['baseRevision is a text', name, and(given, { baseRevision: '1' }), 'BAD_USER_INPUT baseRevision'],
      ['baseRevision is beyond 32 bits', name, and(given, { baseRevision: 2 ** 31 }), 'BAD_USER_INPUT baseRevision'],
      ['patientId is no id', name, and(given, { patientId: 'Marisol' }), NOT_FOUND],
      ['patientId is nobody’s', name, and(given, { patientId: randomUUID() }), NOT_FOUND],
      ['contactId is no id', name, and(given, { contactId: 'visit' }), NOT_FOUND],
      ['contactId is no contact', name, and(given, { contactId: randomUUID() }), NOT_FOUND],
      ['a field that nobody knows', name, and(given, { colour: 'red' }), 'BAD_USER_INPUT input'],
    ]),

    ...texts('editPlan', plan, [['title', 'line', true], ['summary', 'paragraph', false], ['agreedMessage', 'line', false], ['reason', 'line', false]]),
    ...days('editPlan', plan, ['reviewDate']),
    ['title is cleared', 'editPlan', and(plan, { title: null }), 'REQUIRED title'],
    ['status has a command of its own', 'editPlan', and(plan, { status: 'ACTIVE' }), 'BAD_USER_INPUT input'],

    ...([['proposeGoal', proposal], ['editGoal', goalEdit]] as const).flatMap(([name, base]): Case[] => [
      ...texts(name, base, [['words', 'line', true], ['restatement', 'paragraph', false]]),
      ['scope is no scope', name, and(base, { scope: 'LEFT_KNEE' }), 'BAD_USER_INPUT scope'],
      ['domain is no domain', name, and(base, { domain: 'MONEY' }), 'BAD_USER_INPUT domain'],
      ['the target’s unit is endless', name, and(base, { target: { unit: ENDLESS } }), 'TOO_LONG targetUnit'],
      ['the target’s unit has a NUL', name, and(base, { target: { unit: NUL } }), 'TEXT_UNPRINTABLE targetUnit'],
      ['the target’s measure is unknown', name, and(base, { target: { measure: 'happiness' } }), 'MEASURE_UNKNOWN targetMeasure'],
      ['the target’s date is on 31 June', name, and(base, { target: { date: '2026-06-31' } }), 'BAD_USER_INPUT target.date'],
      ['the target’s date is a slip of the keyboard', name, and(base, { target: { date: '2062-06-30' } }), 'DATE_TOO_FAR targetDate'],
      ['the target’s value is not a number', name, and(base, { target: { value: 'NaN' } }), 'BAD_USER_INPUT target.value'],
      ['the target’s baseline is a text', name, and(base, { target: { baseline: '5' } }), 'BAD_USER_INPUT target.baseline'],
      ['the target is a text', name, and(base, { target: '20 minutes' }), 'BAD_USER_INPUT target'],
      ['the owner is no id', name, and(base, { ownerId: 'Lucia' }), 'NOT_ON_TEAM ownerId'],
      ['the owner is not on the team', name, and(base, () => ({ ownerId: ids.nobody })), 'NOT_ON_TEAM ownerId'],
      ['the owner has left the team', name, and(base, () => ({ ownerId: ids.former })), 'NOT_ON_TEAM ownerId'],
      ['the owner only stands in', name, and(base, () => ({ ownerId: ids.standIn })), 'NOT_ON_TEAM ownerId'],
      ['a participant is not on the team', name, and(base, () => ({ participantIds: [clinic.therapist.person.personId, ids.nobody] })), 'NOT_ON_TEAM participantIds'],
      ['participants without end', name, and(base, () => ({ participantIds: Array.from({ length: MANY }, () => randomUUID()) })), 'NOT_ON_TEAM participantIds'],
      ['a participant is none', name, and(base, { participantIds: [null] }), 'BAD_USER_INPUT participantIds[0]'],
    ]),
    ...texts('editGoal', goalEdit, [['reason', 'line', false]]),
    ['achievement is none', 'editGoal', and(goalEdit, { achievement: 'HALF' }), 'BAD_USER_INPUT achievement'],
    ...(['words', 'scope', 'domain', 'achievement'] as const).map((field): Case => [`${field} is cleared`, 'editGoal', and(goalEdit, { [field]: null }), `REQUIRED ${field}`]),
    ['words are missing', 'proposeGoal', and(proposal, { words: undefined }), 'BAD_USER_INPUT input'],
    ['like one that is there', 'proposeGoal', and(proposal, { words: 'Carry shopping home', domain: 'MOVEMENT' }), 'GOAL_SIMILAR words'],
    ['like one that is there, unlike thousands of others', 'proposeGoal', and(proposal, () => ({ words: 'Carry shopping home', domain: 'MOVEMENT', distinctFrom: Array.from({ length: MANY }, () => randomUUID()) })), 'GOAL_SIMILAR words'],

    ...(['editGoal', 'joinGoal', 'moveGoal'] as const).flatMap((name): Case[] => {
      const of = (goal: () => string) => (name === 'moveGoal' ? goalMove(goal, 'ACTIVATE') : about(() => ({ goalId: goal() })));
      return [
        ['goalId is no id', name, of(() => 'walking'), NOT_FOUND],
        ['goalId is no goal', name, of(() => randomUUID()), NOT_FOUND],
        ['goalId is an activity', name, of(() => ids.planned), NOT_FOUND],
        ['goalId is another patient’s', name, of(() => ids.othersGoal), NOT_FOUND],
        ['goalId is another organization’s', name, of(() => ids.foreignGoal), NOT_FOUND],
        ['the goal is completed', name, of(() => ids.completed), 'GOAL_STATUS goalId'],
        ['the goal is cancelled', name, of(() => ids.cancelled), 'GOAL_STATUS goalId'],
        ['the goal was entered in error', name, of(() => ids.undone), 'GOAL_STATUS goalId'],
      ];
    }),
    ['verb is none', 'moveGoal', goalMove(() => ids.active, 'ENJOY'), 'BAD_USER_INPUT verb'],
    ...([['proposed', ['PAUSE', 'RESUME', 'COMPLETE']], ['active', ['ACTIVATE', 'RESUME']], ['held', ['ACTIVATE', 'PAUSE']], ['completed', ['RESUME', 'COMPLETE', 'CANCEL']], ['cancelled', ['RESUME', 'COMPLETE', 'CANCEL']]] as const).flatMap(
      ([state, verbs]) => verbs.map((verb): Case => [`${verb} of a goal that is ${state}`, 'moveGoal', goalMove(() => ids[state], verb, { reason: 'Because', achievement: 'ACHIEVED' }), 'GOAL_STATUS goalId']),
    ),
    ['it is paused without a reason', 'moveGoal', goalMove(() => ids.active, 'PAUSE', {}), 'REQUIRED reason'],
    ['it is cancelled without a reason', 'moveGoal', goalMove(() => ids.active, 'CANCEL', { reason: '  ' }), 'REQUIRED reason'],
    ['it is completed and nobody says how it went', 'moveGoal', goalMove(() => ids.active, 'COMPLETE', {}), 'REQUIRED achievement, REQUIRED reason'],
    ['it is completed and how it went is cleared', 'moveGoal', goalMove(() => ids.active, 'COMPLETE', { achievement: null, reason: 'Because' }), 'REQUIRED achievement'],
    ['it is completed short of the goal without a reason', 'moveGoal', goalMove(() => ids.active, 'COMPLETE', { achievement: 'NOT_ACHIEVED' }), 'REQUIRED reason'],
    ...texts('moveGoal', goalMove(() => ids.active, 'PAUSE'), [['reason', 'line', true]]),

    ...([['planActivity', activity], ['editActivity', activityEdit]] as const).flatMap(([name, base]): Case[] => [
      ...texts(name, base, [['doseText', 'line', false], ['reason', 'line', false]]),
      ...days(name, name === 'editActivity' ? about(() => ({ activityId: ids.running })) : base, ['startsOn', 'reviewOn', 'endsOn']),
      ['the catalogue has no such activity', name, and(base, { catalogueId: 'med.unicorn' }), 'ACTIVITY_UNKNOWN catalogueId'],
      ['the catalogue has no such discipline', name, and(base, { discipline: 'astrologer' }), 'DISCIPLINE_UNKNOWN discipline'],
      ['it ends before it starts', name, and(base, () => ({ startsOn: clinic.world.day(9), endsOn: clinic.world.day(8), reviewOn: null })), 'END_BEFORE_START endsOn'],
      ['its review is before it starts', name, and(base, () => ({ startsOn: clinic.world.day(9), reviewOn: clinic.world.day(8), endsOn: null })), 'END_BEFORE_START reviewOn'],
      ['the owner is not on the team', name, and(base, () => ({ ownerId: ids.nobody })), 'NOT_ON_TEAM ownerId'],
      ['the owner is no id', name, and(base, { ownerId: '' }), 'NOT_ON_TEAM ownerId'],
      ['a goal is no id', name, and(base, () => ({ goalIds: [ids.goal, 'walking'] })), 'GOAL_UNKNOWN goalIds'],
      ['a goal is none', name, and(base, () => ({ goalIds: [randomUUID()] })), 'GOAL_UNKNOWN goalIds'],
      ['a goal is another patient’s', name, and(base, () => ({ goalIds: [ids.goal, ids.othersGoal] })), 'GOAL_UNKNOWN goalIds'],
      ['a goal is another organization’s', name, and(base, () => ({ goalIds: [ids.foreignGoal] })), 'GOAL_UNKNOWN goalIds'],
      ['goals without end', name, and(base, () => ({ goalIds: Array.from({ length: MANY }, () => randomUUID()) })), 'GOAL_UNKNOWN goalIds'],
    ]),
    ...texts('editActivity', activityEdit, [['changeReason', 'line', false]]),
    ['catalogueId is cleared', 'editActivity', and(activityEdit, { catalogueId: null }), 'REQUIRED catalogueId'],
    ['discipline is cleared', 'editActivity', and(activityEdit, { discipline: null }), 'REQUIRED discipline'],
    ['it starts after the end that stands', 'editActivity', and(activityEdit, () => ({ startsOn: clinic.world.day(11), reviewOn: null })), 'END_BEFORE_START endsOn'],
    ['it ends before the start that stands', 'editActivity', and(activityEdit, () => ({ endsOn: clinic.world.day(4) })), 'END_BEFORE_START endsOn'],
    ['its review is before the start that stands', 'editActivity', and(activityEdit, () => ({ reviewOn: clinic.world.day(4) })), 'END_BEFORE_START reviewOn'],
    ['it has begun as something else', 'editActivity', about(() => ({ activityId: ids.running, catalogueId: 'med.pregabalin' })), 'ACTIVITY_BEGUN catalogueId'],
    ['it has been stopped', 'editActivity', about(() => ({ activityId: ids.stopped, doseText: '60 mg' })), 'ACTIVITY_STATUS activityId'],
    ...(['editActivity', 'moveActivity'] as const).flatMap((name): Case[] => {
      const of = (id: () => string) => (name === 'moveActivity' ? activityMove(id, 'START') : about(() => ({ activityId: id() })));
      return [
        ['activityId is no id', name, of(() => 'duloxetine'), NOT_FOUND],
        ['activityId is a goal', name, of(() => ids.goal), NOT_FOUND],
        ['activityId is another patient’s', name, of(() => ids.othersActivity), NOT_FOUND],
      ];
    }),
    ['verb is none', 'moveActivity', activityMove(() => ids.running, 'FORGET'), 'BAD_USER_INPUT verb'],
    ...([['planned', ['PAUSE', 'RESUME', 'COMPLETE']], ['running', ['START', 'RESUME', 'DECLINE']], ['resting', ['START', 'PAUSE', 'DECLINE']], ['stopped', ['START', 'RESUME', 'STOP', 'COMPLETE', 'DECLINE']]] as const).flatMap(([state, verbs]) =>
      verbs.map((verb): Case => [`${verb} of an activity that is ${state}`, 'moveActivity', activityMove(() => ids[state], verb), 'ACTIVITY_STATUS activityId']),
    ),
    ...([['running', 'PAUSE'], ['running', 'STOP'], ['planned', 'DECLINE']] as const).map(([state, verb]): Case => [`${verb} without a reason`, 'moveActivity', activityMove(() => ids[state], verb, {}), 'REQUIRED reason']),
    ...texts('moveActivity', activityMove(() => ids.running, 'STOP'), [['reason', 'line', true]]),
    ['it starts after its end', 'moveActivity', activityMove(() => ids.served, 'START', {}), 'END_BEFORE_START endsOn'],

    ...([['four descriptors', ['a', 'b', 'c', 'd'], 'SCALE_INCOMPLETE scalePlus2'], ['20,000 descriptors', Array<string>(MANY).fill('a'), 'SCALE_INCOMPLETE scale'], ['no list', 'a', 'SCALE_INCOMPLETE scaleMinus1'],
      ['an empty one', ['a', 'b', ' ', 'd', 'e'], 'REQUIRED scaleZero'], ['two alike', ['a', 'b', 'c', 'd', 'B'], 'SCALE_REPEATED scalePlus2'], ['an endless one', ['a', 'b', 'c', 'd', ENDLESS], 'TOO_LONG scalePlus2'],
      ['one with a NUL', [NUL, 'b', 'c', 'd', 'e'], 'TEXT_UNPRINTABLE scaleMinus2'], ['numbers', [1, 2, 3, 4, 5], 'BAD_USER_INPUT scale[0]']] as const).map(([what, scale, refusal]): Case => [`the scale is ${what}`, 'editGoal', and(goalEdit, { scale }), refusal]),
    ...texts('rateGoal', ratingOf, [['note', 'line', false]]),
    ...texts('withdrawRating', withdrawal, [['reason', 'line', true]]),
    ['a rating on 30 February', 'rateGoal', and(ratingOf, { ratedOn: '2026-02-30' }), 'BAD_USER_INPUT ratedOn'],
    ['a rating tomorrow', 'rateGoal', and(ratingOf, () => ({ ratedOn: clinic.world.day(1) })), 'DATE_IN_FUTURE ratedOn'],
    ['a rating before the goal began', 'rateGoal', and(ratingOf, () => ({ ratedOn: clinic.world.day(-1) })), 'RATED_TOO_EARLY ratedOn'],
    ['a level beyond the scale', 'rateGoal', and(ratingOf, { level: 3 }), 'LEVEL_UNKNOWN level'],
    ['half a level', 'rateGoal', and(ratingOf, { level: 0.5 }), 'BAD_USER_INPUT level'],
    ['a rater who is none', 'rateGoal', and(ratingOf, { rater: 'FAMILY' }), 'BAD_USER_INPUT rater'],
    ['the words of another level', 'rateGoal', and(ratingOf, { level: 2 }), 'SCALE_CHANGED level'],
    ['endless words', 'rateGoal', and(ratingOf, { words: ENDLESS }), 'SCALE_CHANGED level'],
    ['a rating of a goal without a scale', 'rateGoal', and(ratingOf, () => ({ goalId: ids.active })), 'SCALE_MISSING level'],
    ['a rating of a goal that was only proposed', 'rateGoal', and(ratingOf, () => ({ goalId: ids.proposed })), 'GOAL_STATUS goalId, SCALE_MISSING level'],
    ['a rating of another patient’s goal', 'rateGoal', and(ratingOf, () => ({ goalId: ids.othersGoal })), NOT_FOUND],
    ['a rating that is a goal', 'withdrawRating', and(withdrawal, () => ({ ratingId: ids.rated })), NOT_FOUND],
    ['a rating that is no id', 'withdrawRating', and(withdrawal, { ratingId: 'mine' }), NOT_FOUND],

    ['a revision that is not there yet', 'undoPlanChange', () => ({ patientId, revision: baseRevision + 1 }), 'INVALID baseRevision'],
    ['no revision', 'undoPlanChange', () => ({ patientId, revision: 0 }), 'INVALID revision'],
    ['a revision below nothing', 'undoPlanChange', () => ({ patientId, revision: -1 }), 'INVALID revision'],
    ['a revision beyond 32 bits', 'undoPlanChange', () => ({ patientId, revision: 2 ** 40 }), 'BAD_USER_INPUT revision'],
    ['commandId is no UUID', 'undoPlanChange', () => ({ patientId, revision: baseRevision, commandId: 'one' }), 'INVALID commandId'],
    ['patientId is nobody’s', 'undoPlanChange', () => ({ patientId: randomUUID(), revision: 1 }), NOT_FOUND],
    ['what is no part of the plan', 'undoPlanChange', () => ({ patientId, revision: 1 }), 'UNDO_IMPOSSIBLE revision'],
  ];

  it.each(CASES)('%s: %s is refused, its field is named, and nothing is written', async (_, name, given, refusal) => {
    const answer = await command(lead, name, given());
    expect(answer.refusal).toBe(refusal);
    expect(answer.text.length).toBeLessThan(2_000);
    expect(await fingerprints.take()).toEqual(whole);
  });

  it('a number without end is refused, in whichever way it is written', async () => {
    const variables = { input: { ...goalEdit(), commandId: randomUUID() } };
    const body = JSON.stringify({ query: 'mutation ($input: EditGoalInput!) { editGoal(input: $input) { __typename } }', variables }).replace('"goalId"', '"target":{"value":1e999},"goalId"');
    expect(((await (await lead.send(body)).json()) as { errors: { extensions: unknown }[] }).errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'target.value' });
    const literal = `mutation { editGoal(input: { commandId: "${randomUUID()}", patientId: "${patientId}", baseRevision: ${baseRevision}, goalId: "${ids.goal}", target: { value: 1e999 } }) { __typename ... on RuleViolation { violations { code field } } } }`;
    expect(outcomeOf('editGoal', await ask(lead, literal)).refusal).toBe('NUMBER_INVALID targetValue');
    expect(await fingerprints.take()).toEqual(whole);
  });
});
