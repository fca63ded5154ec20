import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done } from '../support/access-commands.ts';
import { type Clinician, clinician } from '../support/record-clinic.ts';
import { documentText } from '../support/record-documents.ts';
import { fullChart } from '../support/record-full-chart.ts';
import { inShort, statementsOf } from '../support/record-statements.ts';
import { World } from '../support/world.ts';

/** The least that is an opening of a chart. */
const GLANCE = 'query ($patientId: ID!) { patient(patientId: $patientId) { id revision } }';

describe('what a page asks of the database', () => {
  let world: World;
  let physiatrist: Clinician;
  let therapist: Clinician;
  let standIn: Clinician;
  let patientId: string;
  let followUpId: string;

  beforeAll(async () => {
    world = await World.open();
    const clinic = await world.organization();
    physiatrist = await clinician(world, clinic, 'Ingrid Vasquez-Thorne', 'physiatrist');
    therapist = await clinician(world, clinic, 'Lucia Ferrante', 'physical-therapist');
    standIn = await clinician(world, clinic, 'Hamid Solberg', 'physical-therapist');
    patientId = await fullChart(world, physiatrist, therapist, standIn);
    followUpId = (await world.rows<{ id: string }>('SELECT id FROM plexus.follow_up WHERE patient_id = $1', [patientId]))[0]!.id;
    await done(therapist.client, 'markReviewed', { commandId: undefined, patientId, revision: 1, safetySeen: [] });
  });
  afterAll(() => world.close());

  /** In one order: which of two that wait for nobody comes first is chance, and so is whether people are asked for once, or again for whom a later answer names. */
  async function asked(page: string, variables: object): Promise<string[]> {
    const sent = (await statementsOf(() => therapist.client.data(documentText(page), variables))).map(inShort);
    const between = sent.slice(2, -1).sort();
    if (between.filter((statement) => statement === 'person').length === 2) between.splice(between.indexOf('person'), 1);
    return [...sent.slice(0, 2), ...between, ...sent.slice(-1)];
  }
  // Whoever opened this chart within the quarter hour has their line in the access log already.
  const opened = () => therapist.client.data(GLANCE, { patientId });

  // Who asks, and one snapshot to answer from.
  const enveloped = (statements: readonly string[]): string[] => ['session_by_token', 'begin', ...[...statements].sort(), 'end'];
  const HEADER = ['reach', 'patient', 'patient_details', 'allergy', 'problem', 'team_member', 'stand_in', 'device', 'contact', 'red_flag_screen', 'plan', 'medicine', 'dissent', 'activity', 'person'];

  it.each<[page: string, statements: string[]]>([
    ['RevisionsAfter', ['reach', 'patient', 'revision', 'change', 'team_member', 'problem', 'allergy', 'device', 'consent', 'named_substance', 'medicine', 'plan', 'symptom', 'risk_factor', 'red_flag_screen', 'dissent', 'goal', 'goal_rating', 'activity', 'follow_up', 'follow_up_entry', 'agreement', 'stand_in', 'person']],
    // Of what the reader did not do themselves.
    ['Unread', ['reach', 'patient', 'patient_record', 'revision', 'change', 'team_member', 'problem', 'device', 'consent', 'medicine', 'plan', 'goal', 'activity', 'follow_up', 'stand_in', 'person']],
    ['PatientLayout', HEADER],
    ['MedicinesPage', ['reach', 'patient', 'medicine', 'patient_details', 'allergy', 'named_substance', 'contact', 'plan', 'medicine', 'activity', 'activity', 'person']],
    ['PlanPage', ['reach', 'patient', 'plan', 'team_member', 'stand_in', 'contact', 'patient_details', 'allergy', 'named_substance', 'goal', 'goal_rating', 'agreement', 'change', 'activity', 'person']],
    ['CopyPage', ['reach', 'patient', 'patient_details', 'allergy', 'medicine', 'device', 'red_flag_screen', 'team_member', 'stand_in', 'plan', 'medicine', 'goal', 'goal_rating', 'agreement', 'change', 'activity', 'dissent', 'activity', 'person']],
    ['FollowUpsPage', ['reach', 'patient', 'follow_up', 'follow_up', 'follow_up_held', 'goal', 'contact', 'person']],
    // Of many patients at once: each wall is passed once, whoever's follow-ups they are.
    ['Worklist', ['SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL max_parallel_workers_per_gather = 0', 'counts', 'name the patient', 'follow_up_held', 'goal', 'patient', 'person']],
    ['FollowUpPanel', ['name the patient', 'reach', 'patient', 'follow_up', 'follow_up_held', 'e', 'follow_up_entry', 'follow_up_attachment', 'follow_up_escalation', 'goal', 'contact', 'person']],
    ['CareTeamPage', ['reach', 'patient', 'team_member', 'stand_in', 'consent', 'contact', 'person']],
    ['PatientDetailsPage', HEADER],
    ['PlanAsOf', ['reach', 'patient', 'patient_record', 'change', 'plan', 'goal', 'activity', 'goal_rating', 'dissent', 'team_member', 'stand_in', 'unnest', 'agreement', 'change', 'person']],
    // The two moments, then one statement for all changes between them.
    ['RecordDifference', ['reach', 'patient', 'patient_record', 'patient_record', 'change', 'problem', 'allergy', 'device', 'consent', 'named_substance', 'medicine', 'plan', 'symptom', 'risk_factor', 'person']],
    ['ThingHistory', ['reach', 'patient', 'revision', 'change', 'person', 'contact']],
    // A history names what it speaks of as it is called now: of each kind that it mentions the ones that it mentions.
    ['RecordHistory', ['reach', 'patient', 'revision', 'change', 'team_member', 'plan', 'problem', 'allergy', 'device', 'consent', 'named_substance', 'medicine', 'symptom', 'risk_factor', 'red_flag_screen', 'dissent', 'goal', 'goal_rating', 'activity', 'follow_up', 'follow_up_entry', 'agreement', 'stand_in', 'person', 'contact']],
  ])('%s', async (page, statements) => {
    await opened();
    const more: Readonly<Record<string, object>> = {
      RecordHistory: { first: 30 }, RevisionsAfter: { revision: 1 }, PlanAsOf: { moment: { revision: 14 } }, RecordDifference: { from: { revision: 3 }, to: { revision: 14 } },
      Worklist: { queue: 'ALL', sort: 'DUE', first: 50 }, FollowUpPanel: { id: followUpId }, ThingHistory: { entity: 'patient', entityId: patientId, first: 20 },
    };
    const variables = { patientId, ...more[page] };
    expect(await asked(page, variables)).toEqual(enveloped(statements));
  });

  it('the first look at a chart costs one more: its line in the access log', async () => {
    const late = { ...therapist, client: await world.as(therapist.person) };
    const sent = await statementsOf(() => late.client.data(GLANCE, { patientId }));
    expect(sent.map(inShort)).toEqual(['session_by_token', 'begin', 'reach', 'log_access', 'patient', 'end']);
  });

  it('a caseload costs the same for two patients and for twelve', async () => {
    const variables = { sort: 'NAME', first: 50 };
    await fullChart(world, physiatrist, therapist, standIn);
    const { patients } = await therapist.client.data<{ patients: { totalCount: number } }>(documentText('CaseloadPage'), variables);
    expect(patients.totalCount).toBe(2);
    const two = await asked('CaseloadPage', variables);
    for (let more = 0; more < 10; more += 1) await fullChart(world, physiatrist, therapist, standIn);
    const all = await therapist.client.data<{ patients: { totalCount: number } }>(documentText('CaseloadPage'), variables);
    expect(all.patients.totalCount).toBe(12);
    expect(two).toEqual(enveloped(['page', 'follow_up', 'person']));
    expect(await asked('CaseloadPage', variables)).toEqual(two);
  });
});
