import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Clinic, RELATIONS, type Relation, everyCanary } from '../support/access-clinic.ts';
import { Fingerprints } from '../support/access-fingerprint.ts';
import { ASKED, ROUTES, type Told, perform } from '../support/access-operations.ts';

/** Written by hand from what the clinic agreed on, never from the code: D is answered, N is NOT_FOUND, F is FORBIDDEN, U is UNAUTHENTICATED. */
const MATRIX: Readonly<Record<string, string>> = {
  //                                 anonymous
  //                                 |  stranger of the same organization
  //                                 |  |  person of another organization, with every role there
  //                                 |  |  |  former member
  //                                 |  |  |  |  future member
  //                                 |  |  |  |  |  stand-in for the member today
  //                                 |  |  |  |  |  |  stand-in from next week
  //                                 |  |  |  |  |  |  |  stand-in until last week
  //                                 |  |  |  |  |  |  |  |  observer
  //                                 |  |  |  |  |  |  |  |  |  member
  //                                 |  |  |  |  |  |  |  |  |  |  lead
  //                                 |  |  |  |  |  |  |  |  |  |  |  coordinator
  //                                 |  |  |  |  |  |  |  |  |  |  |  |  administrator
  //                                 |  |  |  |  |  |  |  |  |  |  |  |  |  privacy officer
  //                                 |  |  |  |  |  |  |  |  |  |  |  |  |  |  peer mentor who observes
  //                                 |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  deactivated member with an open session
  //                                 |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  lead with a locked session
  'Query.me':                       'U  D  D  D  D  D  D  D  D  D  D  D  D  D  D  U  U',
  'Query.outboxKey':                'U  D  D  D  D  D  D  D  D  D  D  D  D  D  D  U  U',
  'Query.patients':                 'U  D  D  D  D  D  D  D  D  D  D  D  F  F  D  U  U',
  'Query.patient':                  'U  N  N  N  N  D  N  N  D  D  D  D  N  N  D  U  U',
  'Patient.history':                'U  N  N  N  N  D  N  N  D  D  D  D  N  N  F  U  U',
  'Patient.revisionsAfter':         'U  N  N  N  N  D  N  N  D  D  D  D  N  N  F  U  U',
  'Patient.planAsOf':               'U  N  N  N  N  D  N  N  D  D  D  D  N  N  F  U  U',
  'Patient.difference':             'U  N  N  N  N  D  N  N  D  D  D  D  N  N  F  U  U',
  'Patient.unread':                 'U  N  N  N  N  D  N  N  D  D  D  D  N  N  D  U  U',
  'Query.previewPlanStructure':     'U  N  N  N  N  D  N  N  D  D  D  D  N  N  D  U  U',
  'Query.likelyDuplicates':         'U  D  D  D  D  D  D  D  D  D  D  D  F  F  F  U  U',
  'Query.people':                   'U  D  D  D  D  D  D  D  D  D  D  D  D  D  D  U  U',
  'Query.mySessions':               'U  D  D  D  D  D  D  D  D  D  D  D  D  D  D  U  U',
  'Query.accessLog':                'U  F  D  F  F  F  F  F  F  F  F  F  F  D  F  U  U',
  'Mutation.signIn':                'D  D  D  D  D  D  D  D  D  D  D  D  D  D  D  D  D',
  'Mutation.signOut':               'U  D  D  D  D  D  D  D  D  D  D  D  D  D  D  U  D',
  'Mutation.unlockSession':         'U  D  D  D  D  D  D  D  D  D  D  D  D  D  D  U  D',
  'Mutation.lockSession':           'U  D  D  D  D  D  D  D  D  D  D  D  D  D  D  U  U',
  'Mutation.endSession':            'U  N  N  N  N  N  N  N  N  N  N  N  N  N  N  U  U',
  'Mutation.requestPasswordReset':  'D  D  D  D  D  D  D  D  D  D  D  D  D  D  D  D  D',
  'Mutation.setPassword':           'D  D  D  D  D  D  D  D  D  D  D  D  D  D  D  D  D',
  'Mutation.invitePerson':          'U  F  D  F  F  F  F  F  F  F  F  F  D  F  F  U  U',
  'Mutation.editPerson':            'U  F  N  F  F  F  F  F  F  F  F  F  D  F  F  U  U',
  'Mutation.deactivatePerson':      'U  F  N  F  F  F  F  F  F  F  F  F  D  F  F  U  U',
  'Mutation.reactivatePerson':      'U  F  N  F  F  F  F  F  F  F  F  F  D  F  F  U  U',
  'Mutation.addPatient':            'U  D  D  D  D  D  D  D  D  D  D  D  F  F  F  U  U',
  'Mutation.editPatient':           'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.addProblem':            'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.resolveProblem':        'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.recordAllergy':         'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.removeAllergy':         'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.setAllergyStatus':      'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.recordSymptom':        'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.editSymptom':          'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.removeSymptom':        'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.addRiskFactor':        'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.editRiskFactor':       'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.removeRiskFactor':     'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.signRedFlagScreen':    'U  N  N  N  N  D  N  N  F  D  D  F  N  N  F  U  U',
  'Mutation.decideOnRedFlagScreen':'U  N  N  N  N  D  N  N  F  D  D  F  N  N  F  U  U',
  'Mutation.removeRedFlagScreen':  'U  N  N  N  N  D  N  N  F  D  D  F  N  N  F  U  U',
  'Mutation.answerNamedSubstance': 'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.addMedicine':          'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.editMedicine':         'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.stopMedicine':         'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.markMedicineInError':  'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.reconcileMedicines':   'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.addDevice':            'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.editDevice':           'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.removeDevice':         'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.markDeviceInError':    'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.setDeviceAnswer':      'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.recordConsent':        'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.editConsent':          'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.withdrawConsent':      'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.markConsentInError':   'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.openContact':           'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.closeContact':          'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.addTeamMember':         'U  N  N  N  N  F  N  N  F  F  D  D  N  N  F  U  U',
  'Mutation.endTeamMembership':     'U  N  N  N  N  F  N  N  F  F  D  D  N  N  F  U  U',
  'Mutation.changeLead':            'U  N  N  N  N  F  N  N  F  F  D  D  N  N  F  U  U',
  'Mutation.arrangeStandIn':        'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.endStandIn':            'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.editPlan':              'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.activatePlan':         'U  N  N  N  N  F  N  N  F  F  D  D  N  N  F  U  U',
  'Mutation.movePlan':             'U  N  N  N  N  F  N  N  F  F  D  D  N  N  F  U  U',
  'Mutation.proposeGoal':           'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.editGoal':              'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.joinGoal':              'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.moveGoal':              'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.rateGoal':              'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.withdrawRating':        'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.planActivity':          'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.editActivity':          'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.moveActivity':          'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.decideActivity':        'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.recordPastTreatment':   'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.undoPlanChange':        'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.answerForMyPart':       'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.dissentFromMessage':    'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.withdrawDissent':       'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.applyPlanTemplate':     'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Query.followUp':                'U  N  N  N  N  D  N  N  D  D  D  D  F  F  F  U  U',
  'Mutation.openFollowUp':         'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.editFollowUp':         'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.assignFollowUp':       'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.moveFollowUp':         'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.snoozeFollowUp':       'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Mutation.markAttachmentInError':'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'POST /attachments':             'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'GET /attachments':              'U  N  N  N  N  D  N  N  D  D  D  D  N  N  F  U  U',
  'Mutation.noteOnFollowUp':       'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Query.followUps':               'U  D  D  D  D  D  D  D  D  D  D  D  F  F  F  U  U',
  'Query.followUpCounts':          'U  D  D  D  D  D  D  D  D  D  D  D  F  F  F  U  U',
  'Query.followUpCandidates':      'U  N  N  N  N  D  N  N  D  D  D  D  N  N  F  U  U',
  'Query.leaves':                  'U  D  D  D  D  D  D  D  D  D  D  D  D  D  D  U  U',
  'Query.savedViews':              'U  D  D  D  D  D  D  D  D  D  D  D  F  F  F  U  U',
  'Mutation.changeFollowUps':      'U  D  D  D  D  D  D  D  D  D  D  D  F  F  F  U  U',
  'Mutation.handOverFollowUps':    'U  F  D  F  F  F  F  F  F  D  F  D  F  F  F  U  U',
  'Mutation.undoHandOver':         'U  D  D  D  D  D  D  D  D  D  D  D  F  F  F  U  U',
  'Mutation.saveView':             'U  D  D  D  D  D  D  D  D  D  D  D  F  F  F  U  U',
  'Mutation.removeView':           'U  N  N  N  N  N  N  N  N  N  N  N  F  F  F  U  U',
  'Mutation.setLeave':             'U  D  N  D  D  D  D  D  D  D  D  D  D  F  D  U  U',
  'Mutation.endLeave':             'U  N  N  N  N  N  N  N  N  N  N  N  N  F  N  U  U',
  'Mutation.markReviewed':          'U  N  N  N  N  D  N  N  D  D  D  D  N  N  F  U  U',
  'Mutation.noteCopy':             'U  N  N  N  N  D  N  N  D  D  D  D  N  N  D  U  U',
  'Mutation.announceEditing':       'U  N  N  N  N  D  N  N  F  D  D  D  N  N  F  U  U',
  'Subscription.patientRevised':    'U  N  N  N  N  D  N  N  D  D  D  D  N  N  D  U  U',
  'Subscription.patientPresence':   'U  N  N  N  N  D  N  N  D  D  D  D  N  N  D  U  U',
  'Subscription.caseloadRevised':   'U  D  D  D  D  D  D  D  D  D  D  D  F  F  D  U  U',
};
const LETTERS: Readonly<Record<string, string>> = { DATA: 'D', NOT_FOUND: 'N', FORBIDDEN: 'F', UNAUTHENTICATED: 'U' };

const cellsOf = (operation: string): Record<Relation, string> => {
  const cells = MATRIX[operation]!.split(/\s+/);
  expect(cells).toHaveLength(RELATIONS.length);
  return Object.fromEntries(RELATIONS.map((relation, i) => [relation, cells[i]])) as Record<Relation, string>;
};

const SEES_EVERYTHING: readonly Relation[] = ['standIn', 'observer', 'member', 'lead', 'coordinator'];

describe('the permission matrix', () => {
  let clinic: Clinic;
  let fingerprints: Fingerprints;

  beforeAll(async () => {
    clinic = await Clinic.open();
    fingerprints = await Fingerprints.of(clinic.world.database);
  });
  afterAll(async () => {
    await fingerprints.close();
    await clinic.close();
  });

  /** Values of patients that this person must never be told, whatever they ask. */
  function mustNotBeTold(relation: Relation): string[] {
    const { chart, other, foreign } = clinic;
    const { team, clinical, history } = chart.canaries;
    const ofChart =
      SEES_EVERYTHING.includes(relation) ? []
      : relation === 'peerMentor' ? Object.values({ ...clinical, ...history })
      : relation === 'privacyOfficer' ? everyCanary(chart.canaries).filter((value) => ![team.mrn, team.givenName, team.familyName].includes(value))
      : everyCanary(chart.canaries);
    // What a person of the other organization may see there is their own patient.
    const ofForeign = relation === 'foreigner' ? [] : everyCanary(foreign.canaries);
    const ofOther = relation === 'stranger' || relation === 'coordinator' ? [] : relation === 'privacyOfficer' ? everyCanary(other.canaries).filter((value) => !/MRN|given|family/.test(value)) : everyCanary(other.canaries);
    return [...ofChart, ...ofForeign, ...ofOther];
  }

  // First of all: a page of history holds a hundred revisions, and what follows makes more.
  it.each([...SEES_EVERYTHING, 'peerMentor'] as const)('is not empty-handed: %s is told every text of the chart that is theirs', async (relation) => {
    const { team, clinical, history } = clinic.chart.canaries;
    const text = (await perform(clinic, 'Query.patient', relation)).text.replaceAll('\\n', '\n');
    const theirs = relation === 'peerMentor' ? { ...team } : { ...team, ...clinical };
    expect(Object.entries(theirs).filter(([, value]) => !text.includes(value))).toEqual([]);
    if (relation === 'peerMentor') return;
    const told = (await perform(clinic, 'Patient.history', relation)).text;
    expect(Object.entries({ ...team, ...clinical, ...history }).filter(([, value]) => !told.includes(value))).toEqual([]);
  });

  it('has every operation of the schema, and no other', () => {
    const { schema } = clinic.world.app.nest.get(GraphQLSchemaHost, { strict: false });
    const operations = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.keys(type!.getFields()).map((field) => `${type!.name}.${field}`));
    expect(Object.keys(MATRIX).filter((name) => !name.startsWith('Patient.') && !(name in ROUTES)).sort()).toEqual(operations.sort());
    expect([...Object.keys(ASKED), ...Object.keys(ROUTES)].sort()).toEqual(Object.keys(MATRIX).sort());
  });

  it.each(Object.keys(MATRIX))('%s', async (operation) => {
    const expected = cellsOf(operation);
    const answers = {} as Record<Relation, Told>;
    const ask = async (relation: Relation) => void (answers[relation] = await perform(clinic, operation, relation));

    const before = await fingerprints.take();
    await Promise.all(RELATIONS.filter((relation) => expected[relation] !== 'D').map(ask));
    expect({ afterDenied: await fingerprints.take() }).toEqual({ afterDenied: before });
    for (const relation of RELATIONS) if (expected[relation] === 'D') await ask(relation);

    expect(Object.fromEntries(RELATIONS.map((relation) => [relation, LETTERS[answers[relation].verdict] ?? answers[relation].verdict]))).toEqual(expected);
    for (const relation of RELATIONS) {
      expect({ relation, told: mustNotBeTold(relation).filter((value) => answers[relation].text.includes(value)) }).toEqual({ relation, told: [] });
    }
  });

  it('shows the privacy officer whom and which chart, and the caseload only to those who reach the patient', async () => {
    const { givenName, familyName, mrn } = clinic.chart.canaries.team;
    const log = (await perform(clinic, 'Query.accessLog', 'privacyOfficer')).text;
    expect([`${givenName} ${familyName}`, mrn, 'Leila Lead', 'Hamid Stranger'].filter((value) => !log.includes(value))).toEqual([]);
    const caseloads = await Promise.all(RELATIONS.map(async (relation) => [relation, (await perform(clinic, 'Query.patients', relation)).text.includes(mrn)] as const));
    expect(caseloads.filter(([, found]) => found).map(([relation]) => relation)).toEqual(['standIn', 'observer', 'member', 'lead', 'coordinator', 'peerMentor']);
  });
});
