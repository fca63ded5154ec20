import { describe, expect, it } from '@jest/globals';
import { disciplineById, redFlagResult, treatments } from '@plexus/catalogue';
import { checkScale } from '@plexus/domain';
import { BACKGROUNDS } from './backgrounds.ts';
import { LINDENHALL } from './first-organization.ts';
import { SALTMARSH } from './second-organization.ts';
import { type GoalStory, type StaffStory, TODAY } from './story.types.ts';
import { EVERY_PATIENT, NEWEST, ORGANIZATIONS, activityStatus, covers, goalStatus, moment, shownBy } from '../../test/support/story-deeds.ts';

/** What each of the twelve is there to show: these catalogue items must be on the plan, whatever became of them. */
const ON_THE_PLAN: Readonly<Record<string, readonly string[]>> = {
  P01: ['med.duloxetine', 'med.cyclobenzaprine', 'med.phase-out', 'pt.program', 'pt.aerobic-low-impact', 'psy.cbt', 'life.sleep-hygiene', 'sup.peer-mentor', 'pt.home-maintenance', 'psy.biofeedback', 'act.intake', 'act.fm-criteria', 'act.plan-review', 'act.hep-review'],
  P02: ['med.otc-analgesic', 'pt.program', 'pt.posture-correction', 'dev.ergonomic-assessment', 'life.heat', 'cam.manual-manipulation', 'proc.trigger-point-injection', 'proc.stem-cell-iv', 'life.posture-habits', 'dev.adaptive-devices'],
  P03: ['med.amitriptyline-low-dose', 'pt.program', 'pt.aquatic', 'pt.yoga', 'pt.activity-pacing', 'life.healthy-diet', 'psy.mbsr', 'cam.massage', 'med.cyclobenzaprine-sublingual', 'psy.biofeedback'],
  P04: ['act.red-flag-screen', 'act.imaging-review', 'med.otc-analgesic', 'med.opioid-short-term', 'life.relative-rest', 'pt.rom-mobility', 'surg.candidacy-evaluation', 'pt.home-maintenance', 'surg.kyphoplasty', 'surg.vertebroplasty'],
  P05: ['med.ssri', 'med.duloxetine', 'med.phase-out', 'psy.mood-treatment', 'psy.cbt', 'psy.behavioural-activation', 'pt.program', 'pt.group-class', 'sup.support-group', 'life.sleep-hygiene', 'med.sleep-aid', 'life.stress-management'],
  P06: ['med.nsaid-rx', 'med.gabapentin', 'pt.program', 'proc.epidural-steroid', 'act.imaging-review', 'surg.candidacy-evaluation', 'surg.decompression', 'pt.home-maintenance', 'proc.spinal-nerve-block', 'proc.facet-joint-injection', 'surg.fusion', 'surg.minimally-invasive', 'act.post-procedure-call'],
  P07: ['med.pregabalin', 'pt.activity-pacing', 'pt.tai-chi', 'pt.stretching', 'psy.self-compassion', 'sup.peer-mentor', 'life.sleep-hygiene', 'edu.pain-education', 'sup.online-resources'],
  P08: ['med.opioid-short-term', 'med.phase-out', 'med.gabapentin', 'psy.mbsr', 'pt.program', 'pt.aquatic', 'life.sleep-hygiene'],
  P09: ['med.milnacipran', 'inf.lidocaine', 'neuro.tms', 'psy.cbt', 'pt.home-maintenance', 'cam.tens', 'inf.ketamine', 'inf.magnesium', 'proc.stellate-ganglion-block', 'act.specialist-referral'],
  P10: ['neuro.scs-implant', 'pt.strengthening', 'psy.supportive-therapy', 'cam.massage', 'pt.home-maintenance', 'neuro.scs-trial'],
  P11: ['med.tizanidine', 'proc.occipital-nerve-block', 'cam.acupuncture', 'cam.massage', 'pt.program', 'psy.relaxation', 'proc.us-guided-injection', 'proc.cortisone-local'],
  P12: ['pt.aerobic-low-impact', 'pt.home-maintenance', 'life.weight-loss', 'life.anti-inflammatory-diet', 'life.limit-caffeine-alcohol', 'sup.support-group', 'psy.cbt', 'cam.supplements', 'cam.other', 'sup.family-social', 'sup.online-resources', 'life.posture-habits'],
};

describe('the demo’s organizations', () => {
  it('have twelve patients in the first, a new one, and two in the second', () => {
    expect(LINDENHALL.patients.map((patient) => patient.key)).toEqual([...Object.keys(ON_THE_PLAN), NEWEST]);
    expect(SALTMARSH.patients).toHaveLength(2);
  });

  it('name nobody and nothing twice', () => {
    const people = ORGANIZATIONS.flatMap((organization) => organization.staff);
    const patients = EVERY_PATIENT.map(({ patient }) => patient);
    for (const values of [
      people.map((staff) => staff.key),
      people.map((staff) => staff.name),
      [...people, ...patients].map((one) => one.email),
      patients.map((patient) => patient.key),
      patients.map((patient) => patient.mrn),
      patients.map((patient) => patient.phone),
      patients.map((patient) => patient.familyName),
      patients.map((patient) => `${patient.birthday.month}-${patient.birthday.day}`),
    ]) {
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('hold only what cannot be real: reserved domains and telephone numbers', () => {
    for (const { email } of [...ORGANIZATIONS.flatMap((organization) => organization.staff), ...EVERY_PATIENT.map(({ patient }) => patient)]) {
      expect(email).toMatch(/^[a-z.-]+@[a-z]+\.example$/);
    }
    for (const { patient } of EVERY_PATIENT) {
      expect(patient.phone).toMatch(/^\(\d{3}\) 555-01\d\d$/);
      expect(patient.mrn).toMatch(/^\d{3}-\d{3}$/);
    }
  });

  it('have people of known disciplines, two coordinators, an administrator and a privacy officer', () => {
    for (const { discipline } of ORGANIZATIONS.flatMap((organization) => organization.staff)) {
      if (discipline !== null) expect(disciplineById(discipline)).toBeDefined();
    }
    const count = (role: StaffStory['roles'][number]): number => LINDENHALL.staff.filter((staff) => staff.roles.includes(role)).length;
    expect([count('coordinator'), count('administrator'), count('privacy-officer')]).toEqual([2, 1, 1]);
  });

  it('show all that the caseload should show', () => {
    const { patients } = LINDENHALL;
    const statuses = patients.flatMap((patient) => patient.goals.map(goalStatus));
    expect(new Set(statuses)).toEqual(new Set(['proposed', 'active', 'on-hold', 'completed', 'cancelled']));
    const outcomes = patients.flatMap((patient) => patient.activities.map(activityStatus));
    expect(new Set(outcomes)).toEqual(new Set(['active', 'completed', 'stopped', 'declined']));

    expect(patients.flatMap((patient) => patient.goals.filter((goal) => goal.owner === undefined).map(() => patient.key))).toEqual(['P12']);
    expect(patients.filter((patient) => patient.plan.reviewDay < TODAY).map((patient) => patient.key)).toEqual(['P12']);
    expect(patients.filter((patient) => patient.allergies === 'none-known').length).toBeGreaterThanOrEqual(2);
    expect(patients.filter((patient) => patient.allergies === 'not-asked')).toHaveLength(1);
    expect(patients.filter((patient) => patient.standIns.some((standIn) => covers(standIn, TODAY))).length).toBeGreaterThanOrEqual(2);
    expect(patients.some((patient) => patient.team.some((member) => member.fromDay > TODAY))).toBe(true);
    expect(patients.filter((patient) => patient.team.filter((member) => member.role === 'lead').length > 1).map((patient) => patient.key)).toEqual(['P08']);
  });

  it('rate the attainment of most goals of four patients, by the clinicians and by the patient', () => {
    const isRated = ({ steps }: GoalStory): boolean => ['clinician', 'patient'].every((rater) => steps.some((step) => step.do === 'rate' && step.rater === rater));
    const rated = LINDENHALL.patients.filter(({ goals }) => goals.filter(isRated).length * 2 > goals.length);
    expect(rated.map(({ key }) => key)).toEqual(['P01', 'P02', 'P10', 'P12']);
    const scales = LINDENHALL.patients.flatMap(({ goals }) => goals.flatMap(({ steps }) => steps.flatMap((step) => (step.do === 'scale' ? [step.scale] : []))));
    expect(scales.filter((scale) => checkScale(scale).some((wrong) => wrong !== null))).toEqual([]);
  });

  it('wait for one decision on red flags and leave one plan a draft without a screen; each other plan starts on a screen', () => {
    const undecided = LINDENHALL.patients.filter(({ key }) => BACKGROUNDS[key]!.screens.some(({ yes, decided }) => redFlagResult(Object.keys(yes)) !== 'none' && !decided));
    expect(undecided.map(({ key }) => key)).toEqual(['P08']);
    const unscreened = EVERY_PATIENT.filter(({ key, patient }) => !BACKGROUNDS[key]!.screens.some((screen) => moment(screen) <= moment(patient.plan.opened)));
    expect(unscreened.map(({ key }) => key)).toEqual(['P12']);
    expect(Object.keys(BACKGROUNDS)).toEqual(EVERY_PATIENT.map(({ key }) => key));
  });

  it('show a consent that was withdrawn, one that has ended, and one in force for every peer mentor from their first day', () => {
    const { patients } = LINDENHALL;
    const consents = patients.flatMap((patient) => patient.consents ?? []);
    expect(consents.filter(({ withdrawn }) => withdrawn).map(({ kind }) => kind)).toEqual(['text-message']);
    expect(consents.filter(({ toDay }) => toDay !== undefined && toDay < TODAY).map(({ kind }) => kind)).toEqual(['outside-clinic']);
    const mentored = patients.flatMap((patient) => patient.team.filter(({ role }) => role === 'observer').map(({ fromDay }) => ({ patient, fromDay })));
    expect(mentored.map(({ patient }) => patient.key)).toEqual(['P01', 'P05', 'P07', 'P12']);
    for (const { patient, fromDay } of mentored) {
      const given = patient.consents?.filter(({ kind, toDay, withdrawn }) => kind === 'peer-mentor-sees-plan' && toDay === undefined && !withdrawn).map((consent) => consent.given.day);
      expect([patient.key, given]).toEqual([patient.key, [fromDay]]);
    }
  });

  it('show every treatment of the catalogue at least once', () => {
    const shown = new Set(LINDENHALL.patients.flatMap(shownBy));
    expect(treatments).toHaveLength(77);
    expect(treatments.map((treatment) => treatment.id).filter((id) => !shown.has(id))).toEqual([]);
  });
});

describe.each(Object.entries(ON_THE_PLAN))('the plan of %s', (key, expected) => {
  const patient = LINDENHALL.patients.find((one) => one.key === key)!;

  it('holds what the patient is there to show', () => {
    const shown = shownBy(patient);
    expect(expected.filter((id) => !shown.includes(id))).toEqual([]);
  });

  it('has three to six goals and six to twelve contacts', () => {
    expect(patient.goals.length).toBeGreaterThanOrEqual(3);
    expect(patient.goals.length).toBeLessThanOrEqual(6);
    expect(patient.contacts.length).toBeGreaterThanOrEqual(6);
    expect(patient.contacts.length).toBeLessThanOrEqual(12);
  });
});
