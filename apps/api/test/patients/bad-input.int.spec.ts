import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ask, command, commandDocument, done, outcomeOf, said } from '../support/access-commands.ts';
import { Fingerprints } from '../support/access-fingerprint.ts';
import type { Client } from '../support/client.ts';
import { type TestOrganization, type TestPerson, World } from '../support/world.ts';

/** 100 kB of text, and text that cannot be stored, seen, or trusted to read as it looks. */
const ENDLESS = 'x'.repeat(100_000);
const NUL = 'a\0b';
const HALF = 'a\ud800b';
const BIDI = '30 mg \u202egm 3';

describe('bad input', () => {
  let world: World;
  let fingerprints: Fingerprints;
  /** Before any of it. */
  let whole: Record<string, string>;
  let clinic: TestOrganization;
  let lead: Client;
  let nurse: TestPerson;
  let patientId: string;
  let ids: Readonly<Record<'problem' | 'allergy' | 'device' | 'removedDevice' | 'consent' | 'withdrawnConsent' | 'othersDevice' | 'othersConsent' | 'contact' | 'member' | 'lead' | 'observer' | 'standIn' | 'othersContact' | 'othersProblem' | 'othersMember', string>>;
  let others: { mentor: TestPerson; nobody: TestPerson; departed: TestPerson; undisciplined: TestPerson; observer: TestPerson };

  beforeAll(async () => {
    world = await World.open();
    fingerprints = await Fingerprints.of(world.database);
    clinic = await world.organization();
    lead = await world.as(await world.person(clinic, 'Leila Lead', 'physiatrist'));
    nurse = await world.person(clinic, 'Nadia Nurse', 'nurse');
    others = {
      mentor: await world.person(clinic, 'Pema Mentor', 'peer-mentor'), nobody: await world.person(clinic, 'Nuno Newcomer', 'nurse'), departed: await world.person(clinic, 'Dov Departed', 'nurse'),
      undisciplined: clinic.administrator, observer: await world.person(clinic, 'Oren Observer', 'nurse'),
    };
    await world.database.admin(`SET ROLE plexus_definer; UPDATE plexus.person SET status = 'deactivated' WHERE id = '${others.departed.personId}'`);
    await world.patient(lead, { mrn: 'TAKEN-1' });
    ({ id: patientId } = await world.patient(lead, { mrn: 'M-1' }));
    await world.member(lead, patientId, nurse, { validFrom: world.day(-10) });
    const change = async (name: string, input: Record<string, unknown>, of = patientId) => done(lead, name, { patientId: of, baseRevision: await world.revisionOf(of), ...input });
    const newest = async (table: string, of = patientId) => (await world.rows<{ id: string }>(`SELECT id FROM plexus.${table} WHERE patient_id = $1 ORDER BY id DESC LIMIT 1`, [of]))[0]!.id;
    const member = await newest('team_member');
    await world.member(lead, patientId, others.observer, { role: 'OBSERVER' });
    const observer = await newest('team_member');
    await change('addProblem', { catalogueId: 'fibromyalgia' });
    await change('recordAllergy', { substance: 'Latex', severity: 'MILD' });
    await change('addDevice', { kind: 'cardiac-pacemaker' });
    const removedDevice = await newest('device');
    await change('removeDevice', { deviceId: removedDevice, removedOn: world.day(-1), reason: 'Battery' });
    await change('addDevice', { kind: 'spinal-cord-stimulator', implantedOn: '2024-05-01' });
    await world.consent(lead, patientId, { kind: 'email' });
    const withdrawnConsent = await newest('consent');
    await change('withdrawConsent', { consentId: withdrawnConsent, withdrawnOn: world.today, withdrawnBy: 'PATIENT', withdrawnHow: 'SPOKEN' });
    await world.consent(lead, patientId, { validTo: world.day(10) });
    await change('openContact', { kind: 'VISIT' });
    await change('arrangeStandIn', { memberId: member, personId: others.nobody.personId, validFrom: world.today, validTo: world.day(3), reason: 'Away' });
    const { id: other } = await world.patient(lead, { mrn: 'OTHER-1' });
    await change('openContact', { kind: 'CALL' }, other);
    await change('addProblem', { catalogueId: 'fibromyalgia' }, other);
    await change('addDevice', { kind: 'spinal-cord-stimulator' }, other);
    await world.consent(lead, other);
    const [leadRow] = await world.rows<{ id: string }>(`SELECT id FROM plexus.team_member WHERE patient_id = $1 AND role = 'lead'`, [patientId]);
    ids = {
      member, observer, lead: leadRow!.id, problem: await newest('problem'), allergy: await newest('allergy'), contact: await newest('contact'), standIn: await newest('stand_in'),
      device: await newest('device'), removedDevice, consent: await newest('consent'), withdrawnConsent, othersDevice: await newest('device', other), othersConsent: await newest('consent', other),
      othersContact: await newest('contact', other), othersProblem: await newest('problem', other), othersMember: await newest('team_member', other),
    };
    whole = await fingerprints.take();
  });
  afterAll(async () => {
    await fingerprints.close();
    await world.close();
  });
  type Given = () => Record<string, unknown>;
  type Case = readonly [what: string, name: string, given: Given, refusal: string];
  const patient: Given = () => ({ mrn: 'M-2', givenName: 'Marisol', familyName: 'Okafor-Reyes', birthDate: '1980-04-12', sex: 'FEMALE' });
  const about = (fields: Given): Given => () => ({ patientId, baseRevision: 1, ...fields() });
  const joining = (fields: Given): Given => about(() => ({ personId: others.nobody.personId, role: 'MEMBER', validFrom: world.today, reason: 'Treats', ...fields() }));
  const device = (fields: Given): Given => about(() => ({ kind: 'intrathecal-pump', ...fields() }));
  const consent = (fields: Given): Given => about(() => ({ kind: 'relative-told', partyName: 'Efua Reyes', givenOn: world.today, givenBy: 'PATIENT', how: 'SPOKEN', validFrom: world.today, ...fields() }));
  const withdrawal = (fields: Given): Given => about(() => ({ consentId: ids.consent, withdrawnOn: world.today, withdrawnBy: 'REPRESENTATIVE', withdrawnRepresentative: 'Efua Reyes', withdrawnHow: 'WRITTEN', ...fields() }));
  const standing = (fields: Given): Given => about(() => ({ memberId: ids.member, personId: others.observer.personId, validFrom: '2027-01-01', validTo: '2027-01-03', reason: 'Away', ...fields() }));

  /** The same texts in every field that takes one. */
  const texts = (name: string, base: Given, fields: readonly (readonly [field: string, required: boolean])[]): Case[] =>
    fields.flatMap(([field, required]) => [
      ...(required ? ([['', 'nothing'], ['   ', 'blanks'], ['\u200b\u2060', 'what nobody sees']] as const).map(([text, words]): Case => [`${field} is ${words}`, name, () => ({ ...base(), [field]: text }), `REQUIRED ${field}`]) : []),
      [`${field} is 100 kB`, name, () => ({ ...base(), [field]: ENDLESS }), `TOO_LONG ${field}`],
      [`${field} has a NUL`, name, () => ({ ...base(), [field]: NUL }), `TEXT_UNPRINTABLE ${field}`],
      [`${field} has half a character`, name, () => ({ ...base(), [field]: HALF }), `TEXT_ILL_FORMED ${field}`],
      [`${field} reads as something else`, name, () => ({ ...base(), [field]: BIDI }), `TEXT_UNPRINTABLE ${field}`],
    ]);

  const NOT_FOUND = 'NOT_FOUND -';
  const CASES: readonly Case[] = [
    ...texts('addPatient', patient, [['mrn', true], ['givenName', true], ['familyName', true], ['preferredName', false], ['pronouns', false], ['address', false], ['accessNeeds', false], ['phone', false], ['email', false], ['language', false]]),
    ...texts('editPatient', about(() => ({})), [['mrn', true], ['givenName', true], ['familyName', true], ['preferredName', false], ['pronouns', false], ['address', false], ['accessNeeds', false], ['phone', false], ['email', false], ['language', false]]),
    ...texts('addProblem', about(() => ({ catalogueId: 'migraine' })), [['note', false]]),
    ...texts('resolveProblem', about(() => ({ problemId: ids.problem })), [['reason', true]]),
    ...texts('recordAllergy', about(() => ({ severity: 'MILD', substance: 'Nuts' })), [['substance', true], ['reaction', false]]),
    ...texts('removeAllergy', about(() => ({ allergyId: ids.allergy })), [['reason', true]]),
    ...texts('addDevice', device(() => ({ mriCondition: 'CONDITIONAL', mriTerms: 'Head only' })), [['maker', false], ['model', false], ['serial', false], ['site', false], ['mriTerms', true], ['followedBy', false], ['note', false]]),
    ...texts('editDevice', about(() => ({ deviceId: ids.device })), [['maker', false], ['model', false], ['serial', false], ['site', false], ['mriTerms', false], ['followedBy', false], ['note', false]]),
    ...texts('removeDevice', about(() => ({ deviceId: ids.device, removedOn: world.today })), [['reason', true]]),
    ...texts('markDeviceInError', about(() => ({ deviceId: ids.device })), [['reason', true]]),
    ...texts('recordConsent', consent(() => ({ givenBy: 'REPRESENTATIVE', representative: 'Kofi Reyes' })), [['partyName', true], ['partyRelation', false], ['scope', false], ['representative', true], ['note', false]]),
    ...texts('editConsent', about(() => ({ consentId: ids.consent })), [['note', false]]),
    ...texts('withdrawConsent', withdrawal(() => ({})), [['withdrawnRepresentative', true]]),
    ...texts('markConsentInError', about(() => ({ consentId: ids.consent })), [['reason', true]]),
    ...texts('addTeamMember', joining(() => ({ personId: others.mentor.personId, role: 'OBSERVER' })), [['reason', true]]),
    ...texts('endTeamMembership', about(() => ({ memberId: ids.member, validTo: world.today })), [['reason', true]]),
    ...texts('changeLead', about(() => ({ memberId: ids.member })), [['reason', true]]),
    ...texts('arrangeStandIn', standing(() => ({})), [['reason', true]]),
    ...texts('endStandIn', about(() => ({ standInId: ids.standIn, validTo: world.today })), [['reason', true]]),

    ...(['addPatient', 'editPatient'] as const).flatMap((name): Case[] => {
      const given = (fields: Record<string, unknown>): Given => () => ({ ...(name === 'addPatient' ? patient() : about(() => ({}))()), ...fields });
      return [
        ['birthDate is tomorrow', name, () => ({ ...given({})(), birthDate: world.day(1) }), 'DATE_IN_FUTURE birthDate'],
        ['birthDate is in 1800', name, given({ birthDate: '1800-01-01' }), 'DATE_TOO_EARLY birthDate'],
        ['birthDate is on 30 February', name, given({ birthDate: '2026-02-30' }), 'BAD_USER_INPUT birthDate'],
        ['birthDate is in the year 0', name, given({ birthDate: '0000-01-01' }), 'BAD_USER_INPUT birthDate'],
        ['birthDate is an instant', name, given({ birthDate: '1980-04-12T00:00:00Z' }), 'BAD_USER_INPUT birthDate'],
        ['mrn is another’s', name, given({ mrn: 'TAKEN-1' }), 'MRN_TAKEN mrn'],
        ['mrn is another’s with blanks around it', name, given({ mrn: '  TAKEN-1 ' }), 'MRN_TAKEN mrn'],
        ['mrn has signs', name, given({ mrn: `M'1; --` }), 'MRN_INVALID mrn'],
        ['phone is no number', name, given({ phone: 'by the river' }), 'PHONE_INVALID phone'],
        ['email is no address', name, given({ email: 'by the river' }), 'EMAIL_INVALID email'],
        ['language is no code', name, given({ language: 'Spanish please' }), 'LANGUAGE_INVALID language'],
        ['sex is not one of the four', name, given({ sex: 'QUEEN' }), 'BAD_USER_INPUT sex'],
        ['name has two lines', name, given({ givenName: 'Mari\nsol' }), 'ONE_LINE givenName'],
        ['several are wrong at once', name, given({ givenName: '', phone: 'x', birthDate: '1800-01-01' }), 'REQUIRED givenName, PHONE_INVALID phone, DATE_TOO_EARLY birthDate'],
      ];
    }),
    ['a problem is none of the catalogue', 'addPatient', () => ({ ...patient(), problems: ['fibromyalgia', 'evil-eye'] }), 'PROBLEM_UNKNOWN problems'],
    ...(['mrn', 'givenName', 'familyName', 'birthDate', 'sex', 'interpreterNeeded'] as const).map((field): Case => [`${field} is cleared`, 'editPatient', about(() => ({ [field]: null })), `REQUIRED ${field}`]),

    ['the problem is none of the catalogue', 'addProblem', about(() => ({ catalogueId: 'evil-eye' })), 'PROBLEM_UNKNOWN catalogueId'],
    ['the problem is listed', 'addProblem', about(() => ({ catalogueId: 'fibromyalgia' })), 'PROBLEM_LISTED catalogueId'],
    ['the problem began tomorrow', 'addProblem', about(() => ({ catalogueId: 'migraine', since: world.day(1) })), 'DATE_IN_FUTURE since'],
    ['the problem began before the patient', 'addProblem', about(() => ({ catalogueId: 'migraine', since: '1979-01-01' })), 'DATE_TOO_EARLY since'],
    ['the problem is another patient’s', 'resolveProblem', about(() => ({ problemId: ids.othersProblem, reason: 'Over' })), NOT_FOUND],
    ['the allergy is listed, in capitals', 'recordAllergy', about(() => ({ substance: ' LATEX ', severity: 'MILD' })), 'ALLERGY_LISTED substance'],
    ['the allergy is a problem', 'removeAllergy', about(() => ({ allergyId: ids.problem, reason: 'Slip' })), NOT_FOUND],
    ['"none known" while one is recorded', 'setAllergyStatus', about(() => ({ status: 'NONE_KNOWN' })), 'ALLERGIES_RECORDED status'],
    ['"not asked" while one is recorded', 'setAllergyStatus', about(() => ({ status: 'NOT_ASKED' })), 'ALLERGIES_RECORDED status'],
    ['"recorded" without an allergy', 'setAllergyStatus', about(() => ({ status: 'RECORDED' })), 'ALLERGY_STATUS_DERIVED status'],
    ['the device is none of the catalogue', 'addDevice', device(() => ({ kind: 'phone' })), 'DEVICE_UNKNOWN kind'],
    ['the device is listed', 'addDevice', device(() => ({ kind: 'spinal-cord-stimulator' })), 'DEVICE_LISTED kind'],
    ['another device that nobody names', 'addDevice', device(() => ({ kind: 'other' })), 'REQUIRED model'],
    ['a side where the kind has none', 'addDevice', device(() => ({ kind: 'spinal-hardware', side: 'LEFT' })), 'DEVICE_WITHOUT_SIDE side'],
    ['a side that is none', 'addDevice', device(() => ({ side: 'TOP' })), 'BAD_USER_INPUT side'],
    ['implanted tomorrow', 'addDevice', device(() => ({ implantedOn: world.day(1) })), 'DATE_IN_FUTURE implantedOn'],
    ['implanted before the patient was born', 'addDevice', device(() => ({ implantedOn: '1979-01-01' })), 'DATE_TOO_EARLY implantedOn'],
    ['a card seen tomorrow', 'addDevice', device(() => ({ cardSeenOn: world.day(1) })), 'DATE_IN_FUTURE cardSeenOn'],
    ['the MRI condition is cleared', 'addDevice', device(() => ({ mriCondition: null })), 'REQUIRED mriCondition'],
    ['the kind is cleared', 'editDevice', about(() => ({ deviceId: ids.device, kind: null })), 'REQUIRED kind'],
    ['it becomes a kind without the side', 'editDevice', about(() => ({ deviceId: ids.device, kind: 'spinal-hardware', side: 'LEFT' })), 'DEVICE_WITHOUT_SIDE side'],
    ['what was taken out is edited', 'editDevice', about(() => ({ deviceId: ids.removedDevice, note: 'x' })), 'DEVICE_NOT_IN_PLACE deviceId'],
    ['the device is another patient’s', 'editDevice', about(() => ({ deviceId: ids.othersDevice, note: 'x' })), NOT_FOUND],
    ['taken out before it was implanted', 'removeDevice', about(() => ({ deviceId: ids.device, removedOn: '2024-04-30', reason: 'Infection' })), 'REMOVED_BEFORE_IMPLANTED removedOn'],
    ['taken out tomorrow', 'removeDevice', about(() => ({ deviceId: ids.device, removedOn: world.day(1), reason: 'Infection' })), 'DATE_IN_FUTURE removedOn'],
    ['"no device" while one is in place', 'setDeviceAnswer', about(() => ({ answer: 'NONE' })), 'DEVICES_RECORDED answer'],
    ['"recorded" without a device', 'setDeviceAnswer', about(() => ({ answer: 'RECORDED' })), 'DEVICE_ANSWER_DERIVED answer'],
    ['the answer is one that only readers are given', 'setDeviceAnswer', about(() => ({ answer: 'NOT_SHOWN' })), 'DEVICE_ANSWER_DERIVED answer, DEVICES_RECORDED answer'],
    ['the consent is none of the catalogue', 'recordConsent', consent(() => ({ kind: 'anything' })), 'CONSENT_UNKNOWN kind'],
    ['to before from', 'recordConsent', consent(() => ({ validTo: world.day(-1) })), 'END_BEFORE_START validTo'],
    ['from far away', 'recordConsent', consent(() => ({ validFrom: '2062-01-01' })), 'DATE_TOO_FAR validFrom'],
    ['from before it was given', 'recordConsent', consent(() => ({ validFrom: world.day(-1) })), 'CONSENT_BEFORE_GIVEN validFrom'],
    ['given tomorrow', 'recordConsent', consent(() => ({ givenOn: world.day(1), validFrom: world.day(1) })), 'DATE_IN_FUTURE givenOn'],
    ['a relative without a name', 'recordConsent', consent(() => ({ partyName: null })), 'REQUIRED partyName'],
    ['a representative without a name', 'recordConsent', consent(() => ({ givenBy: 'REPRESENTATIVE' })), 'REQUIRED representative'],
    ['a name where nobody is named', 'recordConsent', consent(() => ({ kind: 'photographs' })), 'CONSENT_NAMES_NOBODY partyName'],
    ['another scope than the mentor’s', 'recordConsent', consent(() => ({ kind: 'peer-mentor-sees-plan', partyName: null, validFrom: world.day(20), scope: 'All' })), 'CONSENT_SCOPE_FIXED scope'],
    ['a day that another one covers', 'recordConsent', consent(() => ({ kind: 'peer-mentor-sees-plan', partyName: null, validFrom: world.day(10) })), 'CONSENT_COVERED validFrom'],
    ['the first day is cleared', 'editConsent', about(() => ({ consentId: ids.consent, validFrom: null })), 'REQUIRED validFrom'],
    ['a representative comes without a name', 'editConsent', about(() => ({ consentId: ids.consent, givenBy: 'REPRESENTATIVE' })), 'REQUIRED representative'],
    ['what was withdrawn is edited', 'editConsent', about(() => ({ consentId: ids.withdrawnConsent, note: 'x' })), 'CONSENT_WITHDRAWN consentId'],
    ['withdrawn before it was given', 'withdrawConsent', withdrawal(() => ({ withdrawnOn: world.day(-1) })), 'WITHDRAWN_BEFORE_GIVEN withdrawnOn'],
    ['withdrawn tomorrow', 'withdrawConsent', withdrawal(() => ({ withdrawnOn: world.day(1) })), 'DATE_IN_FUTURE withdrawnOn'],
    ['withdrawn twice', 'withdrawConsent', withdrawal(() => ({ consentId: ids.withdrawnConsent })), 'CONSENT_WITHDRAWN consentId'],
    ['the consent is another patient’s', 'withdrawConsent', withdrawal(() => ({ consentId: ids.othersConsent })), NOT_FOUND],
    ['the status is one that only readers are given', 'setAllergyStatus', about(() => ({ status: 'NOT_SHOWN' })), 'ALLERGY_STATUS_DERIVED status, ALLERGIES_RECORDED status'],
    ['a second contact while one is open', 'openContact', about(() => ({ kind: 'CALL' })), 'CONTACT_OPEN kind'],
    ['the contact is another patient’s', 'closeContact', about(() => ({ contactId: ids.othersContact })), NOT_FOUND],
    ['it is done in another patient’s contact', 'editPatient', about(() => ({ contactId: ids.othersContact, pronouns: 'x' })), NOT_FOUND],
    ['it is done in a contact that is a problem', 'editPatient', about(() => ({ contactId: ids.problem, pronouns: 'x' })), NOT_FOUND],

    ['a second lead', 'addTeamMember', joining(() => ({ role: 'LEAD' })), 'SECOND_LEAD role'],
    ['somebody who is on the team', 'addTeamMember', joining(() => ({ personId: nurse.personId })), 'ALREADY_ON_TEAM personId'],
    ['the end before the start', 'addTeamMember', joining(() => ({ validTo: world.day(-1) })), 'END_BEFORE_START validTo'],
    ['a peer mentor who is more than an observer', 'addTeamMember', joining(() => ({ personId: others.mentor.personId })), 'PEER_MENTOR_OBSERVES role'],
    ['somebody who has left', 'addTeamMember', joining(() => ({ personId: others.departed.personId })), 'PERSON_NOT_ACTIVE personId'],
    ['somebody without a discipline', 'addTeamMember', joining(() => ({ personId: others.undisciplined.personId })), 'PERSON_WITHOUT_DISCIPLINE personId'],
    ['nobody', 'addTeamMember', joining(() => ({ personId: randomUUID() })), NOT_FOUND],
    ['the lead leaves', 'endTeamMembership', about(() => ({ memberId: ids.lead, validTo: world.today, reason: 'Moves' })), 'LEAD_MUST_BE_PASSED_ON memberId'],
    ['the end before the start', 'endTeamMembership', about(() => ({ memberId: ids.member, validTo: world.day(-11), reason: 'Moves' })), 'END_BEFORE_START validTo'],
    ['a member of another team', 'endTeamMembership', about(() => ({ memberId: ids.othersMember, validTo: world.today, reason: 'Moves' })), NOT_FOUND],
    ['an observer', 'changeLead', about(() => ({ memberId: ids.observer, reason: 'Rotates' })), 'OBSERVER_CANNOT_LEAD memberId'],
    ['the lead of before', 'changeLead', about(() => ({ memberId: ids.lead, reason: 'Rotates' })), 'LEADS_ALREADY memberId'],
    ['a member of another team', 'changeLead', about(() => ({ memberId: ids.othersMember, reason: 'Rotates' })), NOT_FOUND],
    ['the member themselves', 'arrangeStandIn', standing(() => ({ personId: nurse.personId })), 'STANDS_IN_FOR_SELF personId'],
    ['a peer mentor', 'arrangeStandIn', standing(() => ({ personId: others.mentor.personId })), 'PEER_MENTOR_OBSERVES personId'],
    ['somebody while somebody does', 'arrangeStandIn', standing(() => ({ validFrom: world.day(2), validTo: world.day(9) })), 'STOOD_IN_ALREADY validFrom'],
    ['before the membership', 'arrangeStandIn', standing(() => ({ validFrom: world.day(-20), validTo: world.day(-12) })), 'OUTSIDE_MEMBERSHIP validFrom'],
    ['the end before the start', 'arrangeStandIn', standing(() => ({ validTo: '2026-12-31' })), 'END_BEFORE_START validTo'],
    ['longer than arranged', 'endStandIn', about(() => ({ standInId: ids.standIn, validTo: world.day(30), reason: 'Stays' })), 'LATER_THAN_AGREED validTo'],
    ['a stand-in who is a member', 'endStandIn', about(() => ({ standInId: ids.member, validTo: world.today, reason: 'Back' })), NOT_FOUND],

    ['a revision that is not there yet', 'editPatient', about(() => ({ baseRevision: 999, pronouns: 'x' })), 'INVALID baseRevision'],
    ['a revision below none', 'editPatient', about(() => ({ baseRevision: -1, pronouns: 'x' })), 'INVALID baseRevision'],
    ['a revision beyond counting', 'editPatient', about(() => ({ baseRevision: 99_999_999_999, pronouns: 'x' })), 'BAD_USER_INPUT baseRevision'],
    ['half a revision', 'editPatient', about(() => ({ baseRevision: 1.5, pronouns: 'x' })), 'BAD_USER_INPUT baseRevision'],
    ['a command id that is none', 'editPatient', about(() => ({ commandId: 'nonsense', pronouns: 'x' })), 'INVALID commandId'],
    ['a command id in capitals', 'editPatient', about(() => ({ commandId: randomUUID().toUpperCase().replace(/^./, 'A'), pronouns: 'x' })), 'INVALID commandId'],
    ['a patient who does not exist', 'editPatient', about(() => ({ patientId: randomUUID(), pronouns: 'x' })), NOT_FOUND],
  ];

  it.each(CASES.map(([what, name, given, refusal]) => [name, what, refusal, given] as const))('%s: %s is refused as %s, and nothing is stored', async (name, _, refusal, given) => {
    const result = await command(lead, name, given());
    expect({ refusal: result.refusal, outcome: result.outcome === 'INTERNAL' }).toEqual({ refusal, outcome: false });
    expect(result.text).not.toContain(ENDLESS.slice(0, 300));
    expect(await fingerprints.take()).toEqual(whole);
  });

  it('half a character sent as an escape in JSON is refused like any other', async () => {
    const body = JSON.stringify({ query: commandDocument('editPatient'), variables: { input: { commandId: randomUUID(), patientId, baseRevision: 1, pronouns: 'PLACE' } } });
    for (const [escape, refusal] of [['\\ud800', 'TEXT_ILL_FORMED pronouns'], ['\\udc00\\ud800', 'TEXT_ILL_FORMED pronouns'], ['\\u0000', 'TEXT_UNPRINTABLE pronouns'], ['\\u202e', 'TEXT_UNPRINTABLE pronouns']] as const) {
      expect(outcomeOf('editPatient', await said(await lead.send(body.replace('PLACE', escape)))).refusal).toBe(refusal);
    }
    expect(await fingerprints.take()).toEqual(whole);
  });

  it.each([
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)> & "quotes"'],
    ['SQL', `Robert'); DROP TABLE patient;--`],
    ['a template', '{{7*7}} ${7*7} %s %n'],
    ['signs of every alphabet', 'Ärztin 药 د क 👩🏽‍⚕️ e\u0301'],
  ])('%s is text: stored and given back as it was written', async (_, text) => {
    const { id } = await world.patient(lead, { mrn: `T-${randomUUID()}`.slice(0, 20), preferredName: text, accessNeeds: `${text}\n${text}` });
    const { patient: read } = (await ask(lead, 'query ($id: ID!) { patient(patientId: $id) { preferredName accessNeeds } }', { id })).data as { patient: Record<string, string> };
    expect(read).toEqual({ preferredName: text.normalize('NFC'), accessNeeds: `${text}\n${text}`.normalize('NFC') });
  });
});
