import { describe, expect, it } from '@jest/globals';
import { bodyPlaceById, catalogueItemById, isSymptomPattern, measureById, problemById, redFlagById, riskFactorById, symptomById } from '@plexus/catalogue';
import { TEXT_LIMITS, checkPastTreatment } from '@plexus/domain';
import { MODEL, played } from '../../test/support/demo-model.ts';
import { catalogueCheck } from '../modules/plan/application/catalogue-check.ts';
import { BACKGROUNDS } from './backgrounds.ts';
import { TODAY } from './story.types.ts';
import { EVERY_PATIENT, EXAMINERS, MEDICAL, NEWEST, PRESCRIBERS, activityStatus, askedOf, coordinates, deedsOf, goalStatus, inOrder, mayAct, membersOn, moment, person, textsOf } from '../../test/support/story-deeds.ts';

describe.each(EVERY_PATIENT)('the story of $key', ({ patient, organization }) => {
  const deeds = deedsOf(patient);
  const disciplineOf = (key: string): string | null => person(organization, key).discipline;
  const leadOn = (day: number): string | undefined => membersOn(patient, day).find((member) => member.role === 'lead')?.person;

  it('fits the fields it is written into', () => {
    const paragraphs = /\/(summary|restatement|note|accessNeeds|address)$/;
    const tooLong = [...textsOf(patient), ...textsOf(BACKGROUNDS[patient.key])].filter(([path, text]) => text === '' || text.length > (paragraphs.test(path) ? TEXT_LIMITS.address : TEXT_LIMITS.line));
    expect(tooLong).toEqual([]);
  });

  it('begins on day 0 at eight, of the newest yesterday, by a coordinator or the lead', () => {
    const { day, hour, by } = patient.added;
    expect([day, hour]).toEqual([patient.key === NEWEST ? TODAY - 1 : 0, 8]);
    expect(coordinates(organization, by) || leadOn(day) === by).toBe(true);
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
    for (let { day } = patient.added; day <= TODAY + 60; day += 1) {
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

  it('has symptoms, risk factors and screens of the catalogue, screens signed by those who examine', () => {
    const { symptoms, riskFactors, screens } = BACKGROUNDS[patient.key]!;
    expect(symptoms.filter(({ code }) => !symptomById(code))).toEqual([]);
    expect(symptoms.flatMap(({ places = [] }) => places).filter((id) => !bodyPlaceById(id))).toEqual([]);
    expect(symptoms.flatMap(({ patterns = [] }) => patterns).filter((id) => !isSymptomPattern(id))).toEqual([]);
    expect(riskFactors.filter(({ code, words }) => (code === undefined ? !words : !riskFactorById(code)))).toEqual([]);
    expect(screens.flatMap(({ yes, notAsked = [] }) => [...Object.keys(yes), ...notAsked]).filter((id) => !redFlagById(id))).toEqual([]);
    expect(screens.filter(({ by }) => !EXAMINERS.includes(disciplineOf(by) ?? ''))).toEqual([]);
    expect(inOrder(screens)).toBe(true);
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

  it('says of every activity what its kind asks', () => {
    for (const activity of patient.activities) {
      const { details, ...rest } = played(activity);
      expect([activity.key, Object.keys(details)]).not.toEqual([activity.key, []]);
      expect([activity.key, askedOf({ details, ...rest }).filter((name) => details[name] === undefined)]).toEqual([activity.key, []]);
      if (details.supervisor !== undefined) expect(membersOn(patient, activity.steps[0]!.day).map((member) => member.person)).toContain(details.supervisor);
    }
  });

  it('decides with a reason when a trial is looked at: no edit only moves the day', () => {
    const moved = patient.activities.flatMap(({ key, steps }) => steps.filter((step) => step.do === 'edit' && Object.keys(step).toSorted().join() === 'by,day,do,hour,reason,reviewDay').map(({ day }) => `${key} on day ${day}`));
    expect(moved).toEqual([]);
  });

  it('has tried what the catalogue knows, before it was written down', () => {
    for (const past of patient.tried ?? []) {
      const { endedDay, ...given } = past;
      const item = catalogueItemById(past.catalogueId);
      expect(checkPastTreatment({ ...given, endedOn: endedDay === undefined ? null : MODEL.day(endedDay) }, catalogueCheck, '1900-01-01', MODEL.day(past.day))).toEqual({ ok: true, value: undefined });
      expect([past.catalogueId, item?.disciplines]).toEqual([past.catalogueId, expect.arrayContaining([past.discipline])]);
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
