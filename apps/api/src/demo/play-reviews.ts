import { PEER_MENTOR } from '@plexus/domain';
import { MarkReviewedUseCase } from '../modules/patients/application/mark-reviewed.use-case.ts';
import type { Actor } from '../platform/actor.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { RequestContext } from '../platform/graphql/request-context.ts';
import type { Clinic } from './clinic.ts';
import type { Event } from './event.ts';
import { type PatientStory, TODAY } from './story.types.ts';

/** Yesterday evening, a month ago, never: by turns, so that everybody has plans of each kind. */
const TURNS = [TODAY - 1, TODAY - 30, null] as const;

/** Who reviewed a plan, and when. What happened since is unread. */
export function reviewEvents(clinic: Clinic, story: PatientStory): Event[] {
  const disciplineOf = (key: string) => clinic.story.staff.find((person) => person.key === key)?.discipline;
  const place = clinic.story.patients.indexOf(story);
  return story.team
    .filter(({ toDay, person }) => (toDay === undefined || toDay >= TODAY) && disciplineOf(person) !== PEER_MENTOR)
    .flatMap(({ person, fromDay }, member): Event[] => {
      const day = TURNS[(place + member) % TURNS.length]!;
      return day === null || day < fromDay ? [] : [{ deed: { day, hour: 17, by: person }, order: 9, play: (actor) => review(clinic, story.key, actor) }];
    });
}

async function review(clinic: Clinic, patient: string, actor: Actor): Promise<void> {
  const known = clinic.patients.get(patient);
  if (!known) throw new Error(`${patient} is not added yet when somebody reviews the plan.`);
  const request = new RequestContext('demo', { address: 'demo', device: 'demo' }, { set: () => undefined, clear: () => undefined }, { state: 'active', actor }, clinic.app.get(Transactions));
  try {
    const everything = Array.from({ length: known.revision }, (_, index) => index + 1);
    const marked = await clinic.app.get(MarkReviewedUseCase).execute(request, { patientId: known.id, revision: known.revision, safetySeen: everything });
    if (!marked.ok) throw new Error(`The demo story of ${patient} was refused at a review.`);
  } finally {
    await request.close();
  }
}
