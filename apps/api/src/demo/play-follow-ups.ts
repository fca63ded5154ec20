import { type AttachFile, AttachFileUseCase } from '../modules/follow-ups/application/attachments.use-cases.ts';
import { NoteOnFollowUpUseCase } from '../modules/follow-ups/application/note-on-follow-up.use-case.ts';
import { LeaveUseCases } from '../modules/follow-ups/application/leaves.use-cases.ts';
import { MoveFollowUpUseCase } from '../modules/follow-ups/application/move-follow-up.use-case.ts';
import { OpenFollowUpUseCase } from '../modules/follow-ups/application/open-follow-up.use-case.ts';
import { demoId, type Clinic } from './clinic.ts';
import type { Event } from './event.ts';
import type { FollowUpStep, FollowUpStory, LeaveStory } from './follow-up-stories.ts';
import { writeReport } from './write-report.ts';

const nameOf = ({ key }: FollowUpStory): string => `follow-up ${key}`;

/** What somebody asked somebody to do about a patient, and what became of it. */
export function followUpEvents(clinic: Clinic, patient: string, stories: readonly FollowUpStory[]): Event[] {
  return stories.flatMap((story): Event[] => [
    { deed: story.opened, order: 6, play: (actor) => open(clinic, patient, story, actor) },
    ...story.steps.map((step, i): Event => ({ deed: step, order: 7, play: (actor) => take(clinic, patient, story, step, `${nameOf(story)} ${i}`, actor) })),
  ]);
}

function open(clinic: Clinic, patient: string, story: FollowUpStory, actor: Parameters<Event['play']>[0]) {
  const { shape, kind, priority, what, why, from, to, outsideParty, documentsSent, dueDay, dueTime, everyWeeks, untilDay, watchers, checklist } = story;
  return clinic.keep(patient, nameOf(story), clinic.app.get(OpenFollowUpUseCase).execute(actor, {
    ...clinic.command(patient, nameOf(story)), shape, kind, priority, what, dueOn: clinic.day(dueDay),
    ...(from === undefined ? {} : 'goal' in from ? { sourceKind: 'goal' as const, sourceId: clinic.id(patient, `goal ${from.goal}`) } : { sourceKind: 'activity' as const, sourceId: clinic.id(patient, `activity ${from.activity}`) }),
    ...('person' in to ? { ownerId: clinic.personId(to.person) } : { pool: to.pool }),
    why: why ?? null, outsideParty: outsideParty ?? null, documentsSent: documentsSent ?? null, dueTime: dueTime ?? null, everyWeeks: everyWeeks ?? null, recursUntil: clinic.optionalDay(untilDay) ?? null,
    watcherIds: (watchers ?? []).map((key) => clinic.personId(key)), checklist: checklist ?? [],
  }));
}

function take(clinic: Clinic, patient: string, story: FollowUpStory, step: FollowUpStep, name: string, actor: Parameters<Event['play']>[0]) {
  const command = { ...clinic.command(patient, name), followUpId: clinic.id(patient, nameOf(story)) };
  const note = (given: Omit<Parameters<NoteOnFollowUpUseCase['execute']>[1], keyof typeof command>) => clinic.keep(patient, name, clinic.app.get(NoteOnFollowUpUseCase).execute(actor, { ...command, ...given }));
  switch (step.do) {
    case 'call':
      return note({ kind: 'call', callResult: step.result, text: step.text ?? null, nextTryOn: clinic.optionalDay(step.nextTryDay) ?? null });
    case 'comment':
      return note({ kind: 'comment', text: step.text });
    case 'remind':
      return note({ kind: 'reminder' });
    case 'attach':
      return attach(clinic, patient, step, name, command, actor);
    case 'schedule':
      return clinic.keep(patient, name, clinic.app.get(MoveFollowUpUseCase).execute(actor, { ...command, verb: 'schedule', appointmentOn: clinic.day(step.appointmentDay), appointmentTime: step.appointmentTime }));
    default:
      return clinic.keep(patient, name, clinic.app.get(MoveFollowUpUseCase).execute(actor, { ...command, verb: step.do, outcome: step.outcome ?? null, reason: step.reason ?? null }));
  }
}

async function attach(clinic: Clinic, patient: string, { report, day }: Extract<FollowUpStep, { do: 'attach' }>, name: string, command: Omit<AttachFile, 'name'>, actor: Parameters<Event['play']>[0]) {
  const content = await writeReport(report, clinic.day(day));
  return clinic.keep(patient, name, clinic.app.get(AttachFileUseCase).execute(actor, { ...command, name: report.name }, content));
}

export const leaveEvents = (clinic: Clinic, leaves: readonly LeaveStory[]): Event[] =>
  leaves.map(({ person, fromDay, toDay, set }): Event => ({
    deed: set,
    order: 2,
    play: async (actor) => {
      const command = { commandId: demoId(clinic.story.key, 'leave', person, String(fromDay)), personId: clinic.personId(person), startsOn: clinic.day(fromDay), endsOn: clinic.day(toDay) };
      const result = await clinic.app.get(LeaveUseCases).set(actor, command);
      if (!result.ok) throw new Error(`The leave of ${person} was refused.`);
    },
  }));
