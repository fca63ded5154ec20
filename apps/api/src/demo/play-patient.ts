import { AddPatientUseCase } from '../modules/patients/application/add-patient.use-case.ts';
import { RecordAllergyUseCase, SetAllergyStatusUseCase } from '../modules/patients/application/allergies.use-cases.ts';
import { CloseContactUseCase, OpenContactUseCase } from '../modules/patients/application/contacts.use-cases.ts';
import { AddProblemUseCase, ResolveProblemUseCase } from '../modules/patients/application/problems.use-cases.ts';
import { AnswerForMyPartUseCase } from '../modules/plan/application/answer-for-my-part.use-case.ts';
import { DissentFromMessageUseCase } from '../modules/plan/application/dissent.use-cases.ts';
import { EditPlanUseCase } from '../modules/plan/application/edit-plan.use-case.ts';
import { ActivatePlanUseCase } from '../modules/plan/application/move-plan.use-cases.ts';
import { BACKGROUNDS } from './backgrounds.ts';
import type { Clinic } from './clinic.ts';
import type { Event } from './event.ts';
import { backgroundEvents } from './play-background.ts';
import { FOLLOW_UPS } from './follow-up-stories.ts';
import { MEDICINE_LISTS } from './medicine-stories.ts';
import { medicineEvents } from './play-medicines.ts';
import { consentEvents, deviceEvents } from './play-chart.ts';
import { reviewEvents } from './play-reviews.ts';
import { followUpEvents } from './play-follow-ups.ts';
import { teamEvents } from './play-team.ts';
import { activityEvents, goalEvents } from './play-plan.ts';
import type { PatientStory } from './story.types.ts';

/** The year of birth that makes the story's age true today. */
function birthDate(clinic: Clinic, story: PatientStory): string {
  const today = clinic.day(182);
  const monthDay = `${String(story.birthday.month).padStart(2, '0')}-${String(story.birthday.day).padStart(2, '0')}`;
  const year = Number(today.slice(0, 4)) - story.age - (monthDay > today.slice(5) ? 1 : 0);
  return `${year}-${monthDay}`;
}

/** All that happens to one patient, as events in time. */
export function patientEvents(clinic: Clinic, story: PatientStory): Event[] {
  const list = MEDICINE_LISTS[story.key];
  return [addition(clinic, story), ...chart(clinic, story), ...deviceEvents(clinic, story), ...consentEvents(clinic, story), ...(list ? medicineEvents(clinic, story.key, list) : []), ...teamEvents(clinic, story), ...contacts(clinic, story), ...backgroundEvents(clinic, story), ...planEvents(clinic, story), ...goalEvents(clinic, story), ...activityEvents(clinic, story), ...followUpEvents(clinic, story.key, FOLLOW_UPS[story.key] ?? []), ...reviewEvents(clinic, story)];
}

function addition(clinic: Clinic, story: PatientStory): Event {
  return {
    deed: story.added,
    order: 0,
    play: (actor) => {
      const { mrn, givenName, familyName, preferredName, sex, pronouns, phone, email, address, language, interpreterNeeded, accessNeeds } = story;
      return clinic.keep(story.key, 'patient', clinic.app.get(AddPatientUseCase).execute(actor, {
        commandId: clinic.idOf(story.key, 'patient'), birthDate: birthDate(clinic, story), mrn, givenName, familyName, sex, pronouns, phone, email, address, language, interpreterNeeded,
        ...(preferredName ? { preferredName } : {}), ...(accessNeeds ? { accessNeeds } : {}),
      }));
    },
  };
}

function chart(clinic: Clinic, story: PatientStory): Event[] {
  const { key } = story;
  const since = (problem: PatientStory['problems'][number]): string | null => {
    if (problem.sinceDay !== undefined) return clinic.day(problem.sinceDay);
    return problem.sinceYearsAgo === undefined ? null : `${Number(clinic.day(0).slice(0, 4)) - problem.sinceYearsAgo}-06-01`;
  };
  const problems = story.problems.flatMap((problem, i): Event[] => {
    const name = `problem ${i}`;
    const listed: Event = {
      deed: problem.recorded ?? story.added,
      order: 1,
      play: (actor) => clinic.keep(key, name, clinic.app.get(AddProblemUseCase).execute(actor, { ...clinic.command(key, name), catalogueId: problem.catalogueId, since: since(problem), note: problem.note ?? null })),
    };
    const { resolved } = problem;
    if (!resolved) return [listed];
    const end = `${name} resolved`;
    return [listed, { deed: resolved, order: 1, play: (actor) => clinic.keep(key, end, clinic.app.get(ResolveProblemUseCase).execute(actor, { ...clinic.command(key, end), problemId: clinic.id(key, name), reason: resolved.reason })) }];
  });
  return [...problems, ...allergies(clinic, story)];
}

function allergies(clinic: Clinic, story: PatientStory): Event[] {
  const { key, added: deed } = story;
  if (story.allergies === 'not-asked') return [];
  if (story.allergies === 'none-known') {
    return [{ deed, order: 1, play: (actor) => clinic.keep(key, 'allergies', clinic.app.get(SetAllergyStatusUseCase).execute(actor, { ...clinic.command(key, 'allergies'), status: 'none-known' })) }];
  }
  return story.allergies.map((allergy, i): Event => {
    const name = `allergy ${i}`;
    return { deed, order: 1, play: (actor) => clinic.keep(key, name, clinic.app.get(RecordAllergyUseCase).execute(actor, { ...clinic.command(key, name), ...allergy })) };
  });
}

function contacts(clinic: Clinic, story: PatientStory): Event[] {
  const { key } = story;
  return story.contacts.flatMap((contact): Event[] => {
    const name = contactName(contact.day, contact.by);
    return [
      { deed: contact, order: 3, play: (actor) => clinic.keep(key, name, clinic.app.get(OpenContactUseCase).execute(actor, { ...clinic.command(key, name), kind: contact.kind })) },
      { deed: contact, order: 8, play: (actor) => clinic.keep(key, `${name} closed`, clinic.app.get(CloseContactUseCase).execute(actor, { ...clinic.command(key, `${name} closed`), contactId: clinic.id(key, name) })) },
    ];
  });
}

/** The contact to which a person's steps of that day belong. */
export const contactName = (day: number, by: string): string => `contact ${day} ${by}`;

function planEvents(clinic: Clinic, story: PatientStory): Event[] {
  const { key, plan } = story;
  const edit = (deed: Event['deed'], name: string, fields: Omit<Parameters<EditPlanUseCase['execute']>[1], keyof ReturnType<Clinic['command']>>): Event => ({
    deed,
    order: 6,
    play: (actor) => clinic.keep(key, name, clinic.app.get(EditPlanUseCase).execute(actor, { ...clinic.command(key, name), ...fields })),
  });
  const started: Event = { deed: plan.opened, order: 7, play: (actor) => clinic.keep(key, 'plan started', clinic.app.get(ActivatePlanUseCase).execute(actor, clinic.command(key, 'plan started'))) };
  return [
    edit(plan.opened, 'plan', { title: plan.title, summary: plan.summary, reviewDate: clinic.day(plan.opened.reviewDay) }),
    // Whoever was never screened has a plan that is a draft still.
    ...(BACKGROUNDS[key]!.screens.length > 0 ? [started] : []),
    ...plan.reviews.map((review, i) => edit(review, `plan review ${i}`, { reviewDate: clinic.day(review.reviewDay), reason: review.reason })),
    edit(plan.agreed, 'agreed message', { agreedMessage: plan.agreedMessage }),
    ...(plan.dissents ?? []).map((deed, i): Event => {
      const name = `dissent ${i}`;
      return { deed, order: 7, play: (actor) => clinic.keep(key, name, clinic.app.get(DissentFromMessageUseCase).execute(actor, { ...clinic.command(key, name), message: plan.agreedMessage, reason: deed.reason })) };
    }),
    ...(plan.answers ?? []).map(({ reason = null, ...deed }, i): Event => {
      const name = `answer ${i}`;
      return {
        deed,
        order: 7,
        play: async (actor) => clinic.keep(key, name, clinic.app.get(AnswerForMyPartUseCase).execute(actor, { ...clinic.command(key, name), planVersion: await clinic.planVersion(key, deed.by), answer: reason ? 'objection' : 'right', reason })),
      };
    }),
  ];
}
