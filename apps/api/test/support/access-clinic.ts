import type { OrganizationRole } from '@plexus/domain';
import { done } from './access-commands.ts';
import { FILES, attach } from './attachments.ts';
import { screenAnswers } from './screens.ts';
import type { Client } from './client.ts';
import { type TestOrganization, type TestPerson, World } from './world.ts';

/** What somebody can be to one patient. */
export const RELATIONS = [
  'anonymous', 'stranger', 'foreigner', 'former', 'future', 'standIn', 'standInEarly', 'standInLate', 'observer', 'member', 'lead', 'coordinator',
  'administrator', 'privacyOfficer', 'peerMentor', 'deactivated', 'locked',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** A value that stands nowhere else, so that finding it in an answer means that this field was told. */
/** `mark` begins every word, `digits` tell phone numbers and birth dates apart. */
const canariesFor = (mark: string, digits: string) => ({
  team: {
    mrn: `${mark}-MRN`, givenName: `${mark}given`, familyName: `${mark}family`, preferredName: `${mark}preferred`, birthDate: `19${digits}-07-19`, pronouns: `${mark}pronouns`,
    accessNeeds: `${mark} access needs`, memberReason: `${mark} joined because`, endReason: `${mark} left because`, standInReason: `${mark} stands in because`,
    planTitle: `${mark} plan title`, planSummary: `${mark} plan summary`, agreedMessage: `${mark} agreed message`,
    goalWords: `${mark} goal in words`, restatement: `${mark} goal restated`, targetUnit: `${mark}units`, doseText: `${mark} dose`, nextStep: `${mark} next step`, activityReason: `${mark} activity because`, statusReason: `${mark} declined because`,
    expected: `${mark} as expected`,
  },
  clinical: {
    phone: `(312) 555-01${digits}`, email: `${mark}@post.example`, address: `${mark} Larkspur Court`, problemNote: `${mark} problem note`,
    substance: `${mark} substance`, reaction: `${mark} reaction`, ratingNote: `${mark} rating note`, dissentReason: `${mark} disagrees because`, objection: `${mark} objects because`,
    symptomWords: `${mark} symptom`, symptomNote: `${mark} symptom note`, patternWords: `${mark} pattern`, riskNote: `${mark} risk note`,
    flagFound: `${mark} flag found`, decidedBecause: `${mark} decided because`, drug: `${mark} drug`, prescriber: `${mark} prescriber`, medicineNote: `${mark} medicine note`,
    deviceModel: `${mark} model`, deviceSerial: `${mark}-7741`, deviceSite: `${mark} site`, mriTerms: `${mark} MRI terms`, followedBy: `${mark} device clinic`, deviceNote: `${mark} device note`,
    deviceRemoved: `${mark} taken out because`, partyName: `${mark} sister`, partyRelation: `${mark}relation`, consentScope: `${mark} may be told`, representative: `${mark} guardian`, consentNote: `${mark} consent note`,
    followUpWhat: `${mark} asked`, followUpWhy: `${mark} asked because`, outsideParty: `${mark} clinic elsewhere`, documentsSent: `${mark} documents`, followUpEntry: `${mark} said on the telephone`, checklistLine: `${mark} line`, reportName: `${mark} report.pdf`,
  },
  /** Only the history has these. */
  history: { resolvedBecause: `${mark} resolved because`, phoneBefore: `(312) 555-02${digits}`, editedBecause: `${mark} removed because`, stoppedBecause: `${mark} stopped because` },
});
export type Canaries = ReturnType<typeof canariesFor>;

export interface Chart {
  readonly patientId: string;
  readonly canaries: Canaries;
  /** The membership of whoever added the patient. */
  readonly adderMemberId: string;
  readonly memberId: string;
  readonly observerMemberId: string;
  readonly standInId: string;
  readonly problemId: string;
  readonly allergyId: string;
  readonly contactId: string;
  readonly symptomId: string;
  readonly riskFactorId: string;
  readonly screenId: string;
  readonly medicineId: string;
  readonly deviceId: string;
  readonly consentId: string;
  /** Devices and consents that a test may use up. */
  readonly spareDeviceIds: readonly [string, string];
  readonly spareConsentIds: readonly [string, string];
  /** Problem and allergy that a test may use up. */
  readonly spareProblemId: string;
  readonly spareAllergyId: string;
  readonly dissentId: string;
  readonly spareDissentId: string;
  readonly spareSymptomId: string;
  readonly spareRiskFactorId: string;
  readonly spareScreenId: string;
  readonly goalId: string;
  readonly activityId: string;
  /** Goal and activity that a test may move. */
  readonly spareGoalId: string;
  readonly spareActivityId: string;
  readonly ratingId: string;
  readonly followUpId: string;
  /** A follow-up that a test may move. */
  readonly spareFollowUpId: string;
  readonly attachmentId: string;
  /** A report that a test may take off. */
  readonly spareAttachmentId: string;
  /** A rating that a test may enter in error. */
  readonly spareRatingId: string;
}

export const everyCanary = ({ team, clinical, history }: Canaries): string[] => [team, clinical, history].flatMap((group) => Object.values(group));

/** Fills a chart so that every table about a patient has a row and every text a value of its own. */
export async function chartOf(world: World, by: TestPerson, client: Client, people: { member: TestPerson; observer: TestPerson; standIn: TestPerson }, mark: string, digits: string): Promise<Chart> {
  const canaries = canariesFor(mark, digits);
  const { team, clinical, history } = canaries;
  const { mrn, givenName, familyName, preferredName, birthDate, pronouns, accessNeeds } = team;
  const { id: patientId } = await world.patient(client, {
    mrn, givenName, familyName, preferredName, birthDate, pronouns, accessNeeds, phone: history.phoneBefore, email: clinical.email, address: clinical.address,
  });
  const run = async (name: string, input: Record<string, unknown>) => done(client, name, { patientId, baseRevision: await world.revisionOf(patientId), ...input });
  const idOf = async (table: string, where = 'true') => (await world.rows<{ id: string }>(`SELECT id FROM plexus.${table} WHERE patient_id = $1 AND ${where} ORDER BY id DESC LIMIT 1`, [patientId]))[0]!.id;

  await run('addTeamMember', { personId: people.member.personId, role: 'MEMBER', validFrom: world.day(-60), reason: team.memberReason });
  const memberId = await idOf('team_member');
  await run('addTeamMember', { personId: people.observer.personId, role: 'OBSERVER', validFrom: world.day(-60), reason: 'Learns' });
  const observerMemberId = await idOf('team_member');
  await run('arrangeStandIn', { memberId, personId: people.standIn.personId, validFrom: world.day(-1), validTo: world.day(1), reason: team.standInReason });
  const standInId = await idOf('stand_in');
  await run('editPatient', { phone: clinical.phone });
  await run('addProblem', { catalogueId: 'neck-pain', note: 'Passing' });
  await run('resolveProblem', { problemId: await idOf('problem'), reason: history.resolvedBecause });
  await run('addProblem', { catalogueId: 'fibromyalgia', note: clinical.problemNote });
  const problemId = await idOf('problem');
  await run('addProblem', { catalogueId: 'thoracic-back-pain' });
  const spareProblemId = await idOf('problem');
  await run('recordAllergy', { substance: 'Latex', severity: 'MILD' });
  const spareAllergyId = await idOf('allergy');
  await run('recordAllergy', { substance: 'Slip', severity: 'MILD' });
  await run('removeAllergy', { allergyId: await idOf('allergy'), reason: history.editedBecause });
  await run('recordAllergy', { substance: clinical.substance, reaction: clinical.reaction, severity: 'SEVERE' });
  const allergyId = await idOf('allergy');
  const aMedicine = { drug: clinical.drug, kind: 'PRESCRIPTION', source: 'OTHER_CLINICIAN', prescriber: clinical.prescriber, note: clinical.medicineNote };
  await run('addMedicine', aMedicine);
  await run('stopMedicine', { medicineId: await idOf('medicine'), until: world.today, reason: history.stoppedBecause });
  await run('addMedicine', aMedicine);
  const medicineId = await idOf('medicine');
  await run('answerNamedSubstance', { substance: 'latex', answer: 'NOT_ALLERGIC' });
  await run('reconcileMedicines', { seen: [{ medicineId, revision: (await world.revisionOf(patientId)) - 1 }] });
  await run('addDevice', { kind: 'intrathecal-pump' });
  await run('removeDevice', { deviceId: await idOf('device'), removedOn: world.today, reason: clinical.deviceRemoved });
  const spare = async (table: string, name: string, inputs: readonly Record<string, unknown>[]): Promise<[string, string]> => {
    const ids: string[] = [];
    for (const input of inputs) {
      await run(name, input);
      ids.push(await idOf(table));
    }
    return ids as [string, string];
  };
  const spareDeviceIds = await spare('device', 'addDevice', [{ kind: 'tens-unit' }, { kind: 'spinal-hardware' }]);
  await run('addDevice', {
    kind: 'spinal-cord-stimulator', maker: 'Northlight', model: clinical.deviceModel, serial: clinical.deviceSerial, site: clinical.deviceSite, side: 'LEFT', implantedOn: world.day(-400), cardSeenOn: world.today,
    mriCondition: 'CONDITIONAL', mriTerms: clinical.mriTerms, followedBy: clinical.followedBy, note: clinical.deviceNote,
  });
  const deviceId = await idOf('device');
  const consented = { givenOn: world.today, givenBy: 'PATIENT', how: 'SPOKEN', validFrom: world.today };
  const spareConsentIds = await spare('consent', 'recordConsent', [{ ...consented, kind: 'email' }, { ...consented, kind: 'phone' }]);
  await run('recordConsent', {
    ...consented, kind: 'relative-told', partyName: clinical.partyName, partyRelation: clinical.partyRelation, scope: clinical.consentScope, givenBy: 'REPRESENTATIVE', representative: clinical.representative, note: clinical.consentNote,
  });
  const consentId = await idOf('consent');
  await run('openContact', { kind: 'VISIT' });
  const contactId = await idOf('contact');
  await run('recordSymptom', { code: 'pain' });
  const spareSymptomId = await idOf('symptom');
  await run('recordSymptom', { words: clinical.symptomWords, note: clinical.symptomNote, patternWords: clinical.patternWords, severity: 7, places: [{ site: 'hip', side: 'LEFT' }] });
  const symptomId = await idOf('symptom');
  await run('addRiskFactor', { code: 'stress' });
  const spareRiskFactorId = await idOf('risk_factor');
  await run('addRiskFactor', { code: 'smoking', note: clinical.riskNote });
  const riskFactorId = await idOf('risk_factor');
  await run('signRedFlagScreen', screenAnswers());
  const spareScreenId = await idOf('red_flag_screen');
  await run('signRedFlagScreen', screenAnswers({ malignancy: clinical.flagFound }));
  const screenId = await idOf('red_flag_screen');
  await run('decideOnRedFlagScreen', { screenId, decision: 'WATCH', reason: clinical.decidedBecause });

  const { planTitle, planSummary, agreedMessage, goalWords, restatement, targetUnit, doseText, activityReason, statusReason, nextStep, expected } = team;
  const owner = people.member.personId;
  const made = async (name: string, input: Record<string, unknown>) => (await run(name, input)).id!;
  await run('editPlan', { agreedMessage: 'What was said before' });
  const spareDissentId = await made('dissentFromMessage', { message: 'What was said before', reason: 'Passing' });
  await run('editPlan', { title: planTitle, summary: planSummary, agreedMessage, reviewDate: world.day(14) });
  await run('activatePlan', {});
  const dissentId = await made('dissentFromMessage', { message: agreedMessage, reason: clinical.dissentReason });
  const goalId = await made('proposeGoal', { words: goalWords, restatement, scope: 'WHOLE_PERSON', domain: 'MOVEMENT', ownerId: owner, participantIds: [owner], target: { value: 20, unit: targetUnit } });
  await run('moveGoal', { goalId, verb: 'ACTIVATE' });
  await run('editGoal', { goalId, scale: ['None', 'A little', expected, 'More', 'Much more'] });
  const rating = { goalId, rater: 'PATIENT', level: 0, words: expected, ratedOn: world.today };
  const spareRatingId = await made('rateGoal', rating);
  const ratingId = await made('rateGoal', { ...rating, note: clinical.ratingNote });
  const part = { catalogueId: 'life.sleep-hygiene', discipline: 'nurse', ownerId: owner, goalIds: [goalId] };
  const activityId = await made('planActivity', { ...part, doseText, reason: activityReason, nextStep });
  const restingId = await made('planActivity', part);
  await run('moveActivity', { activityId: restingId, verb: 'DECLINE', reason: statusReason });
  const spareGoalId = await made('proposeGoal', { words: 'Something else entirely', scope: 'WHOLE_PERSON', domain: 'SOCIAL' });
  const spareActivityId = await made('planActivity', part);
  const asked = { shape: 'REQUEST', kind: 'REFERRAL', priority: 'SOON', ownerId: owner, dueOn: world.day(14) };
  const followUpId = await made('openFollowUp', { ...asked, what: clinical.followUpWhat, why: clinical.followUpWhy, outsideParty: clinical.outsideParty, documentsSent: clinical.documentsSent, checklist: [clinical.checklistLine] });
  await run('noteOnFollowUp', { followUpId, kind: 'COMMENT', text: clinical.followUpEntry });
  const report = async (name: string) => {
    const { status } = await attach(client, { patientId, followUpId, baseRevision: await world.revisionOf(patientId), name }, Buffer.concat([FILES.pdf, Buffer.from(name)]));
    if (status !== 200) throw new Error(`A report was refused: ${status}`);
    return idOf('follow_up_attachment');
  };
  const spareAttachmentId = await report('Slip.pdf');
  const attachmentId = await report(clinical.reportName);
  const spareFollowUpId = await made('openFollowUp', { ...asked, shape: 'TASK', kind: 'CALL', what: 'Telephone' });
  const [{ planVersion }] = await world.rows<{ planVersion: number }>('SELECT plan_version AS "planVersion" FROM plexus.patient_record WHERE patient_id = $1', [patientId]) as [{ planVersion: number }];
  await run('answerForMyPart', { planVersion, answer: 'OBJECTION', reason: clinical.objection });
  return { patientId, canaries, memberId, observerMemberId, standInId, problemId, allergyId, contactId, medicineId, deviceId, consentId, spareDeviceIds, spareConsentIds, symptomId, riskFactorId, screenId, spareProblemId, spareAllergyId, spareSymptomId, spareRiskFactorId, spareScreenId, dissentId, spareDissentId, goalId, activityId, spareGoalId, spareActivityId, ratingId, spareRatingId, followUpId, spareFollowUpId, attachmentId, spareAttachmentId, adderMemberId: await idOf('team_member', `person_id = '${by.personId}'`) };
}

/** Two organizations, three charts full of canaries, and one person for everything that somebody can be to the first patient. */
export class Clinic {
  private constructor(
    readonly world: World,
    readonly people: Readonly<Record<Exclude<Relation, 'anonymous' | 'locked'>, TestPerson>>,
    readonly clients: Readonly<Record<Relation, Client>>,
    /** Whose patient all relations are about. */
    readonly chart: Chart,
    /** The stranger's own patient, in the same organization. */
    readonly other: Chart,
    /** The foreigner's own patient, in another organization. */
    readonly foreign: Chart,
    /** Somebody on the first patient's team whom no test is about. */
    readonly spareMemberId: string,
    /** Somebody on no team whom no test is about. */
    readonly leaver: TestPerson,
  ) {}

  static async open(): Promise<Clinic> {
    const world = await World.open();
    const here = await world.organization('Lindenhall');
    const there = await world.organization('Marrowgate');
    const person = (name: string, discipline: string | null, organization: TestOrganization = here, ...roles: OrganizationRole[]) => world.person(organization, name, discipline, roles);
    const people = {
      stranger: await person('Hamid Stranger', 'physiatrist'),
      foreigner: await person('Freya Foreigner', 'physiatrist', there, 'coordinator', 'administrator', 'privacy-officer'),
      former: await person('Fergus Former', 'nurse'),
      future: await person('Fumiko Future', 'nurse'),
      standIn: await person('Stanislava Standin', 'physical-therapist'),
      standInEarly: await person('Earl Early', 'physical-therapist'),
      standInLate: await person('Lata Late', 'physical-therapist'),
      observer: await person('Oren Observer', 'nurse'),
      member: await person('Mehmet Member', 'physical-therapist'),
      lead: await person('Leila Lead', 'physiatrist'),
      coordinator: await person('Corin Coordinator', 'care-coordinator', here, 'coordinator'),
      administrator: here.administrator,
      privacyOfficer: await person('Priya Privacy', null, here, 'privacy-officer'),
      peerMentor: await person('Pema Mentor', 'peer-mentor'),
      deactivated: await person('Dov Deactivated', 'nurse'),
    };
    const thereToo = { member: await person('Ottilie Elsewhere', 'physical-therapist', there), observer: await person('Ulf Elsewhere', 'nurse', there), standIn: await person('Sunniva Elsewhere', 'physical-therapist', there) };
    const clients = {} as Record<Relation, Client>;
    for (const [relation, who] of Object.entries(people)) clients[relation as keyof typeof people] = await world.as(who);
    clients.anonymous = world.anonymous();
    clients.locked = await world.as(people.lead);
    await clients.locked.data('mutation { lockSession }');

    const others = [await person('Ottilie Elsewhere', 'physical-therapist'), await person('Ulf Elsewhere', 'nurse'), await person('Sunniva Elsewhere', 'physical-therapist')] as const;
    const chart = await chartOf(world, people.lead, clients.lead, people, 'kqA1', '31');
    const other = await chartOf(world, people.stranger, clients.stranger, { member: others[0], observer: others[1], standIn: others[2] }, 'kqA2', '32');
    const foreign = await chartOf(world, people.foreigner, clients.foreigner, thereToo, 'kqB1', '33');

    const join = (who: TestPerson, fields: Record<string, string>) => command(world, clients.lead, chart.patientId, 'addTeamMember', { personId: who.personId, role: 'MEMBER', reason: 'Treats', ...fields });
    await join(people.former, { validFrom: world.day(-60) });
    const [former] = await world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 AND person_id = $2', [chart.patientId, people.former.personId]);
    await command(world, clients.lead, chart.patientId, 'endTeamMembership', { memberId: former!.id, validTo: world.day(-1), reason: chart.canaries.team.endReason });
    await join(people.future, { validFrom: world.day(1) });
    await join(people.peerMentor, { validFrom: world.today, role: 'OBSERVER' });
    await world.consent(clients.lead, chart.patientId);
    await join(people.deactivated, { validFrom: world.day(-60) });
    await join(await person('Sven Spare', 'nurse'), { validFrom: world.today });
    const [spare] = await world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 ORDER BY id DESC LIMIT 1', [chart.patientId]);
    const standIn = (who: TestPerson, from: number, to: number) =>
      command(world, clients.lead, chart.patientId, 'arrangeStandIn', { memberId: chart.memberId, personId: who.personId, validFrom: world.day(from), validTo: world.day(to), reason: 'Away' });
    await standIn(people.standInEarly, 5, 9);
    await standIn(people.standInLate, -10, -3);
    for (const who of ['lead', 'foreigner'] as const) await done(clients[who], 'setLeave', { personId: people[who].personId, startsOn: world.day(300), endsOn: world.day(301) });
    await world.database.admin(`SET ROLE plexus_definer; UPDATE plexus.person SET status = 'deactivated' WHERE id = '${people.deactivated.personId}'`);
    return new Clinic(world, people, clients, chart, other, foreign, spare!.id, await person('Lev Leaver', 'nurse'));
  }

  close(): Promise<void> {
    return this.world.close();
  }
}

const command = async (world: World, client: Client, patientId: string, name: string, input: Record<string, unknown>) =>
  done(client, name, { patientId, baseRevision: await world.revisionOf(patientId), ...input });
