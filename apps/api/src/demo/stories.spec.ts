import { describe, expect, it } from '@jest/globals';
import { catalogueItemById, disciplineById, measureById, problemById, treatments } from '@plexus/catalogue';
import { type ActivityStatus, type GoalStatus, TEXT_LIMITS, isOpenGoal, moveActivity, moveGoal } from '@plexus/domain';
import { LINDENHALL } from './first-organization.ts';
import { SALTMARSH } from './second-organization.ts';
import { type ActivityStory, type Deed, type GoalStory, type MembershipStory, type OrganizationStory, type PatientStory, type StaffStory, TODAY } from './story.types.ts';

const ORGANIZATIONS = [LINDENHALL, SALTMARSH];
const EVERY_PATIENT = ORGANIZATIONS.flatMap((organization) => organization.patients.map((patient) => ({ key: patient.key, patient, organization })));

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

const refused = (what: string, step: Deed & { readonly do: string }, status: string): Error => new Error(`${what}: ${step.do} on day ${step.day} while ${status}`);

/** The status at the end, by the domain's own rules; throws at the first step they refuse. */
const goalStatus = (goal: GoalStory): GoalStatus =>
  goal.steps.reduce<GoalStatus | null>((status, step) => {
    if (step.do === 'propose' && status === null) return 'proposed';
    if (step.do === 'propose' || status === null) throw refused(goal.key, step, status ?? 'not proposed');
    if (step.do === 'edit' && isOpenGoal({ status })) return status;
    if (step.do === 'achievement' && status === 'active') return status;
    if (step.do === 'edit' || step.do === 'achievement') throw refused(goal.key, step, status);
    const moved = moveGoal({ status }, step.do, step.do === 'activate' ? {} : step, '2026-01-01');
    if (!moved.ok) throw refused(goal.key, step, status);
    return moved.value.status;
  }, null)!;

const activityStatus = (activity: ActivityStory): ActivityStatus =>
  activity.steps.reduce<ActivityStatus | null>((status, step) => {
    if (step.do === 'plan' && status === null) return 'planned';
    if (step.do === 'plan' || status === null) throw refused(activity.key, step, status ?? 'not planned');
    if (step.do === 'edit' && ['planned', 'active', 'on-hold'].includes(status)) return status;
    if (step.do === 'edit') throw refused(activity.key, step, status);
    const moved = moveActivity({ status, startsOn: null }, step.do, step, '2026-01-01');
    if (!moved.ok) throw refused(activity.key, step, status);
    return moved.value.status;
  }, null)!;

/** Only prescribers whom the catalogue names may order or change these; any prescriber may turn one down. */
const MEDICAL = /^(med|proc|inf|neuro|surg)\./;
const PRESCRIBERS = ['physiatrist', 'pain-specialist', 'rheumatologist', 'surgeon', 'nurse'];

const moment = (deed: { readonly day: number; readonly hour: number }): number => deed.day * 24 + deed.hour;
const covers = (period: { readonly fromDay: number; readonly toDay?: number }, day: number): boolean =>
  period.fromDay <= day && (period.toDay === undefined || day <= period.toDay);
const membersOn = (patient: PatientStory, day: number): readonly MembershipStory[] => patient.team.filter((member) => covers(member, day));

const person = (organization: OrganizationStory, key: string): StaffStory => {
  const found = organization.staff.find((staff) => staff.key === key);
  if (!found) throw new Error(`Nobody at ${organization.name} is ${key}.`);
  return found;
};

const coordinates = (organization: OrganizationStory, key: string): boolean => person(organization, key).roles.includes('coordinator');

/** May act for the patient that day: lead or member, a stand-in for one, or a coordinator; and is not on leave. */
const mayAct = (organization: OrganizationStory, patient: PatientStory, key: string, day: number): boolean => {
  const treats = (who: string): boolean => membersOn(patient, day).some((member) => member.person === who && member.role !== 'observer');
  const away = patient.standIns.some((standIn) => standIn.member === key && covers(standIn, day));
  return !away && (treats(key) || coordinates(organization, key) || patient.standIns.some((standIn) => standIn.standIn === key && covers(standIn, day) && treats(standIn.member)));
};

const deedsOf = (patient: PatientStory): readonly (Deed & { readonly of: string })[] => [
  { ...patient.plan.opened, of: 'plan opened' },
  { ...patient.plan.agreed, of: 'agreed message' },
  ...patient.plan.reviews.map((review) => ({ ...review, of: 'review' })),
  ...patient.contacts.map((contact) => ({ ...contact, of: 'contact' })),
  ...patient.standIns.map((standIn) => ({ ...standIn.arranged, of: `stand-in for ${standIn.member}` })),
  ...patient.problems.flatMap((problem) => [problem.recorded, problem.resolved].filter((deed) => deed !== undefined).map((deed) => ({ ...deed, of: problem.catalogueId }))),
  ...(patient.devices === 'none' ? [] : (patient.devices ?? [])).flatMap((device) => [device.recorded, device.completed].filter((deed) => deed !== undefined).map((deed) => ({ ...deed, of: device.kind }))),
  ...(patient.consents ?? []).flatMap((consent) => [consent.given, consent.withdrawn].filter((deed) => deed !== undefined).map((deed) => ({ ...deed, of: `consent ${consent.kind}` }))),
  ...patient.goals.flatMap((goal) => goal.steps.map((step) => ({ ...step, of: `goal ${goal.key}` }))),
  ...patient.activities.flatMap((activity) => activity.steps.map((step) => ({ ...step, of: `activity ${activity.key}` }))),
];

/** Every text in a story, with the path to it. */
const textsOf = (value: unknown, path = ''): readonly (readonly [path: string, text: string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));
};

const inOrder = (deeds: readonly Deed[]): boolean => deeds.every((deed, i) => i === 0 || moment(deeds[i - 1]!) < moment(deed));

describe('the demo’s organizations', () => {
  it('have twelve patients in the first and two in the second', () => {
    expect(LINDENHALL.patients.map((patient) => patient.key)).toEqual(Object.keys(ON_THE_PLAN));
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
    const shown = new Set(LINDENHALL.patients.flatMap((patient) => patient.activities.map((activity) => activity.catalogueId)));
    expect(treatments).toHaveLength(77);
    expect(treatments.map((treatment) => treatment.id).filter((id) => !shown.has(id))).toEqual([]);
  });
});

describe.each(Object.entries(ON_THE_PLAN))('the plan of %s', (key, expected) => {
  const patient = LINDENHALL.patients.find((one) => one.key === key)!;

  it('holds what the patient is there to show', () => {
    const planned = patient.activities.map((activity) => activity.catalogueId);
    expect(expected.filter((id) => !planned.includes(id))).toEqual([]);
  });

  it('has three to six goals and six to twelve contacts', () => {
    expect(patient.goals.length).toBeGreaterThanOrEqual(3);
    expect(patient.goals.length).toBeLessThanOrEqual(6);
    expect(patient.contacts.length).toBeGreaterThanOrEqual(6);
    expect(patient.contacts.length).toBeLessThanOrEqual(12);
  });
});

describe.each(EVERY_PATIENT)('the story of $key', ({ patient, organization }) => {
  const deeds = deedsOf(patient);
  const disciplineOf = (key: string): string | null => person(organization, key).discipline;
  const leadOn = (day: number): string | undefined => membersOn(patient, day).find((member) => member.role === 'lead')?.person;

  it('fits the fields it is written into', () => {
    const paragraphs = /\/(summary|restatement|note|accessNeeds|address)$/;
    const tooLong = textsOf(patient).filter(([path, text]) => text === '' || text.length > (paragraphs.test(path) ? TEXT_LIMITS.address : TEXT_LIMITS.line));
    expect(tooLong).toEqual([]);
  });

  it('begins on day 0 at eight, by a coordinator or the lead', () => {
    expect([patient.added.day, patient.added.hour]).toEqual([0, 8]);
    expect(coordinates(organization, patient.added.by) || leadOn(0) === patient.added.by).toBe(true);
  });

  it('happens in working hours between then and yesterday', () => {
    for (const deed of deeds) {
      expect([deed.of, Number.isInteger(deed.hour) && deed.hour >= 8 && deed.hour <= 17]).toEqual([deed.of, true]);
      expect([deed.of, moment(deed) > moment(patient.added) && deed.day < TODAY]).toEqual([deed.of, true]);
    }
  });

  it('is done by people who may act for the patient that day', () => {
    expect(deeds.filter((deed) => !mayAct(organization, patient, deed.by, deed.day)).map((deed) => `${deed.of}: ${deed.by} on day ${deed.day}`)).toEqual([]);
  });

  it('has exactly one lead on every day, and nobody twice on the same day', () => {
    for (let day = 0; day <= TODAY + 60; day += 1) {
      const team = membersOn(patient, day);
      expect([day, team.filter((member) => member.role === 'lead').length]).toEqual([day, 1]);
      expect([day, new Set(team.map((member) => member.person)).size]).toEqual([day, team.length]);
    }
  });

  it('has a team with periods and reasons, of people with a discipline, peer mentors as observers', () => {
    for (const member of patient.team) {
      expect(disciplineOf(member.person)).not.toBeNull();
      expect(member.role === 'observer').toBe(disciplineOf(member.person) === 'peer-mentor');
      expect(member.reason).not.toBe('');
      expect(member.endReason === undefined).toBe(member.toDay === undefined);
      if (member.toDay !== undefined) expect(member.toDay).toBeGreaterThanOrEqual(member.fromDay);
      if (member.fromDay >= TODAY) expect(member.arrangedDay).toBeLessThan(TODAY);
    }
  });

  it('is covered by a colleague of the same discipline when a member is on leave', () => {
    for (const standIn of patient.standIns) {
      expect(membersOn(patient, standIn.fromDay).map((member) => member.person)).toContain(standIn.member);
      expect(disciplineOf(standIn.standIn)).toBe(disciplineOf(standIn.member));
      expect(standIn.arranged.day).toBeLessThan(standIn.fromDay);
      expect(standIn.toDay).toBeGreaterThanOrEqual(standIn.fromDay);
    }
    const onLeave = organization.patients.flatMap((one) => one.standIns);
    for (const leave of onLeave.filter((one) => membersOn(patient, one.fromDay).some((member) => member.person === one.member))) {
      expect(patient.standIns.map((standIn) => standIn.member)).toContain(leave.member);
    }
  });

  it('has problems, contacts and reviews that fit together', () => {
    for (const problem of patient.problems) {
      expect(problemById(problem.catalogueId)).toBeDefined();
      expect(problem.sinceDay === undefined || problem.sinceYearsAgo === undefined).toBe(true);
    }
    expect(inOrder(patient.contacts)).toBe(true);
    expect(inOrder([patient.plan.opened, ...patient.plan.reviews])).toBe(true);
    expect(patient.plan.reviewDay).toBe((patient.plan.reviews.at(-1) ?? patient.plan.opened).reviewDay);
  });

  it('has goals that resolve, in legal order, owned by the team', () => {
    expect(new Set(patient.goals.map((goal) => goal.key)).size).toBe(patient.goals.length);
    for (const goal of patient.goals) {
      const status = goalStatus(goal);
      const first = goal.steps[0]!;
      expect([goal.key, inOrder(goal.steps)]).toEqual([goal.key, true]);
      expect(goal.words).toMatch(/^I want /);
      expect(`${goal.words} ${goal.restatement}`).not.toMatch(/\bcure/i);

      let owner = goal.owner;
      const team = (day: number): readonly string[] => membersOn(patient, day).map((member) => member.person);
      expect(team(first.day)).toEqual(expect.arrayContaining([...(owner === undefined ? [] : [owner]), ...goal.participants]));
      for (const step of goal.steps) {
        const target = step.do === 'edit' ? (step.target ?? null) : step === first ? goal.target : null;
        if (target !== null) {
          if (target.measure !== null) expect([goal.key, measureById(target.measure)?.id]).toEqual([goal.key, target.measure]);
          expect(target.day).toBeGreaterThan(step.day);
        }
        if (step.do !== 'edit') continue;
        owner = step.owner ?? owner;
        expect(team(step.day)).toEqual(expect.arrayContaining([...(owner === undefined ? [] : [owner]), ...(step.participants ?? [])]));
      }
      if (status === 'active' || status === 'on-hold') expect(team(TODAY)).toContain(owner);
    }
  });

  it('has activities that resolve, in legal order, ordered by those who may', () => {
    expect(new Set(patient.activities.map((activity) => activity.key)).size).toBe(patient.activities.length);
    for (const activity of patient.activities) {
      const status = activityStatus(activity);
      const item = catalogueItemById(activity.catalogueId);
      const first = activity.steps[0]!;
      expect([activity.catalogueId, item?.id]).toEqual([activity.catalogueId, activity.catalogueId]);
      const disciplines: readonly string[] = item?.disciplines ?? [];
      expect([activity.key, disciplines]).toEqual([activity.key, expect.arrayContaining([activity.discipline])]);
      expect([activity.key, inOrder(activity.steps)]).toEqual([activity.key, true]);

      for (const step of activity.steps) {
        const keys = step === first ? activity.goals : step.do === 'start' || step.do === 'edit' ? (step.goals ?? []) : [];
        const known = patient.goals.filter((goal) => moment(goal.steps[0]!) <= moment(step)).map((goal) => goal.key);
        expect([activity.key, step.day, keys.filter((key) => !known.includes(key))]).toEqual([activity.key, step.day, []]);
      }
      if (activity.owner !== null) {
        expect([activity.key, membersOn(patient, first.day).map((member) => member.person)]).toEqual([activity.key, expect.arrayContaining([activity.owner])]);
        if (status === 'active' || status === 'on-hold') expect(membersOn(patient, TODAY).map((member) => member.person)).toContain(activity.owner);
      }
      for (const step of activity.steps) {
        const discipline = disciplineOf(step.by) ?? '';
        const medical = MEDICAL.test(activity.catalogueId);
        const may = medical
          ? PRESCRIBERS.includes(discipline) && (disciplines.includes(discipline) || status === 'declined')
          : disciplines.includes(discipline) || leadOn(step.day) === step.by || coordinates(organization, step.by) || step.do === 'pause' || step.do === 'resume';
        expect([activity.key, step.day, step.by, may]).toEqual([activity.key, step.day, step.by, true]);
      }
    }
  });
});
