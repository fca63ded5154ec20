import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Clinic, Relation } from '../support/access-clinic.ts';
import type { Fingerprints } from '../support/access-fingerprint.ts';

// The first wall is taken down for this file: the policy table says yes to everybody, and nobody asks it about a patient.
const domain = await import('@plexus/domain');
jest.unstable_mockModule('@plexus/domain', () => ({ ...domain, mayWithPatient: () => true, mayInOrganization: () => true }));
const { AccessService } = await import('../../src/access/access.service.ts');
const { Clinic: OpenClinic, everyCanary } = await import('../support/access-clinic.ts');
const { Fingerprints: Prints } = await import('../support/access-fingerprint.ts');
const { ASKED, ROUTES, perform } = await import('../support/access-operations.ts');

/** In the organization or out of it, but not this patient's today. */
const OUTSIDE: readonly Relation[] = ['stranger', 'foreigner', 'former', 'future', 'standInEarly', 'standInLate', 'administrator', 'privacyOfficer'];

/** Operations whose question row-level security does not answer, and why. */
const NOT_WALLED: Readonly<Record<string, string>> = {
  'Mutation.signIn': 'nobody is known yet',
  'Mutation.requestPasswordReset': 'nobody is known yet',
  'Mutation.setPassword': 'nobody is known yet',
  'Mutation.signOut': 'the own session',
  'Mutation.lockSession': 'the own session',
  'Mutation.unlockSession': 'the own session',
  'Mutation.setLeave': 'about no patient: anybody writes their own, and an administrator everybody’s',
  'Mutation.saveView': 'a view of one’s own',
  'Mutation.addPatient': 'who may add a patient is a question of role, which the policy table answers; the new record is its maker’s own',
};

describe('row-level security alone', () => {
  let clinic: Clinic;
  let fingerprints: Fingerprints;

  beforeAll(async () => {
    jest.spyOn(AccessService.prototype, 'require').mockResolvedValue(undefined);
    clinic = await OpenClinic.open();
    fingerprints = await Prints.of(clinic.world.database);
  });
  afterAll(async () => {
    await fingerprints.close();
    await clinic.close();
  });

  it('really has the first wall down: an observer writes, and everybody is asked in to people’s management', async () => {
    expect((await perform(clinic, 'Mutation.editPatient', 'observer')).verdict).toBe('DATA');
    expect((await perform(clinic, 'Query.accessLog', 'stranger')).verdict).toBe('DATA');
  });

  it.each([...Object.keys(ASKED), ...Object.keys(ROUTES)].filter((operation) => !(operation in NOT_WALLED)))('%s tells and changes nothing of a patient who is not theirs', async (operation) => {
    // An administrator manages people in any case, and a foreigner those of the other organization.
    const managesPeople = /Person$/.test(operation) ? ['administrator', 'foreigner'] : [];
    const asking = OUTSIDE.filter((relation) => !managesPeople.includes(relation));
    const before = await fingerprints.take();
    const answers = await Promise.all(asking.map(async (relation) => ({ relation, ...(await perform(clinic, operation, relation)) })));
    expect(await fingerprints.take()).toEqual(before);
    for (const { relation, text } of answers) {
      const { mrn, givenName, familyName } = clinic.chart.canaries.team;
      const seesLabels = operation === 'Query.accessLog' && relation === 'privacyOfficer' ? [mrn, givenName, familyName] : [];
      expect({ relation, told: everyCanary(clinic.chart.canaries).filter((value) => text.includes(value) && !seesLabels.includes(value)) }).toEqual({ relation, told: [] });
    }
  });

  it('does not let an administrator of another organization at people here', async () => {
    const before = await fingerprints.take();
    for (const operation of ['Mutation.editPerson', 'Mutation.deactivatePerson', 'Mutation.reactivatePerson']) {
      expect([operation, (await perform(clinic, operation, 'foreigner')).verdict]).toEqual([operation, 'NOT_FOUND']);
    }
    expect(await fingerprints.take()).toEqual(before);
    expect((await perform(clinic, 'Query.people', 'foreigner')).text).not.toContain('Leila Lead');
  });

  it('shows a peer mentor the plan, and no problem, allergy, device, consent, contact detail, contact, rating or clinical change', async () => {
    const { team, clinical, history } = clinic.chart.canaries;
    const { data, text } = (await perform(clinic, 'Query.patient', 'peerMentor')) as unknown as { data: { patient: Record<string, unknown> }; text: string };
    expect(data.patient).toMatchObject({ mrn: team.mrn, contactDetails: null, allergyStatus: 'NOT_SHOWN', allergies: [], deviceAnswer: 'NOT_SHOWN', devices: [], consents: [], medicines: [], namedSubstances: [], reconciliation: null, problems: [], contacts: [], symptoms: [], riskFactors: [], redFlagScreens: [], latestRedFlagScreen: null, plan: { title: team.planTitle } });
    const told = (await perform(clinic, 'Patient.history', 'peerMentor')).text;
    expect(Object.values({ ...clinical, ...history }).filter((value) => text.includes(value) || told.includes(value))).toEqual([]);
    expect(told).not.toMatch(/"entity":"(problem|allergy|device|consent|named-substance|medicine|reconciliation|contact|goal-rating|symptom|risk-factor|red-flag-screen)"/);
    const caseload = (await perform(clinic, 'Query.patients', 'peerMentor')) as unknown as { data: { patients: { edges: { node: { problems: string[] } }[] } } };
    expect(caseload.data.patients.edges.map(({ node }) => node.problems)).toEqual([[]]);
  });

  it.each(['addProblem', 'resolveProblem', 'recordAllergy', 'removeAllergy', 'setAllergyStatus', 'addDevice', 'editDevice', 'removeDevice', 'setDeviceAnswer', 'recordConsent', 'editConsent', 'withdrawConsent', 'openContact', 'closeContact', 'rateGoal', 'withdrawRating'])('does not let a peer mentor %s', async (name) => {
    const before = await fingerprints.take();
    const { verdict } = await perform(clinic, `Mutation.${name}`, 'peerMentor');
    expect(['NOT_FOUND', 'INTERNAL']).toContain(verdict);
    expect(await fingerprints.take()).toEqual(before);
  });
});
