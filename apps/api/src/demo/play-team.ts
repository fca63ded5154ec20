import { AddTeamMemberUseCase, ArrangeStandInUseCase, ChangeLeadUseCase, EndTeamMembershipUseCase } from '../modules/care-team/application/team-changes.use-cases.ts';
import type { Clinic } from './clinic.ts';
import type { Event } from './event.ts';
import type { Deed, MembershipStory, PatientStory } from './story.types.ts';

/** Periods of one person that follow each other are one membership in which the role changed. */
interface Membership {
  readonly person: string;
  readonly periods: MembershipStory[];
}

function memberships(team: readonly MembershipStory[]): Membership[] {
  const joined: Membership[] = [];
  for (const period of [...team].sort((a, b) => a.fromDay - b.fromDay)) {
    const open = joined.find((one) => one.person === period.person && one.periods.at(-1)?.toDay === period.fromDay - 1);
    if (open) open.periods.push(period);
    else joined.push({ person: period.person, periods: [period] });
  }
  return joined;
}

const memberName = (person: string, fromDay: number): string => `member ${person} ${fromDay}`;

/** Who enters team changes: a coordinator where there is one, else whoever added the patient. */
const arranger = (clinic: Clinic, story: PatientStory): string => clinic.story.staff.find((person) => person.roles.includes('coordinator'))?.key ?? story.added.by;

export function teamEvents(clinic: Clinic, story: PatientStory): Event[] {
  const { key } = story;
  const by = arranger(clinic, story);
  const all = memberships(story.team);
  const events = all.flatMap(({ person, periods }): Event[] => {
    const [first] = periods;
    const last = periods.at(-1)!;
    if (!first) return [];
    const name = memberName(person, first.fromDay);
    const own = person === story.added.by && first.fromDay <= story.added.day;
    const joins: Event = { deed: { day: first.arrangedDay ?? first.fromDay, hour: 8, by }, order: 2, play: (actor) => own ? rememberOwn(clinic, key, person, name) : clinic.keep(key, name, clinic.app.get(AddTeamMemberUseCase).execute(actor, {
      ...clinic.command(key, name), personId: clinic.personId(person), role: first.role, validFrom: clinic.day(first.fromDay), reason: first.reason,
      ...(last.toDay !== undefined && last.endReason === undefined ? { validTo: clinic.day(last.toDay) } : {}),
    })) };
    const leads = periods.slice(1).filter((period) => period.role === 'lead').map((period): Event => ({
      deed: { day: period.fromDay, hour: 8, by },
      order: 2,
      play: (actor) => clinic.keep(key, `${name} leads`, clinic.app.get(ChangeLeadUseCase).execute(actor, { ...clinic.command(key, `${name} leads`), memberId: clinic.id(key, name), reason: period.reason })),
    }));
    const { toDay, endReason } = last;
    if (toDay === undefined || endReason === undefined) return [joins, ...leads];
    const leaves: Event = { deed: { day: toDay, hour: 17, by }, order: 2, play: (actor) => clinic.keep(key, `${name} ends`, clinic.app.get(EndTeamMembershipUseCase).execute(actor, {
      ...clinic.command(key, `${name} ends`), memberId: clinic.id(key, name), validTo: clinic.day(toDay), reason: endReason,
    })) };
    return [joins, ...leads, leaves];
  });
  return [...events, ...story.standIns.map((standIn): Event => standInEvent(clinic, story, all, standIn, standIn.arranged))];
}

function standInEvent(clinic: Clinic, story: PatientStory, all: readonly Membership[], standIn: PatientStory['standIns'][number], deed: Deed): Event {
  const { key } = story;
  const covered = all.find(({ person, periods }) => person === standIn.member && periods[0]!.fromDay <= standIn.fromDay && (periods.at(-1)!.toDay ?? Infinity) >= standIn.toDay);
  if (!covered) throw new Error(`${standIn.standIn} stands in for ${standIn.member} of ${key}, who is not on the team then.`);
  const name = `stand-in ${standIn.standIn} ${standIn.fromDay}`;
  return { deed, order: 2, play: (actor) => clinic.keep(key, name, clinic.app.get(ArrangeStandInUseCase).execute(actor, {
    ...clinic.command(key, name), memberId: clinic.id(key, memberName(covered.person, covered.periods[0]!.fromDay)), personId: clinic.personId(standIn.standIn),
    validFrom: clinic.day(standIn.fromDay), validTo: clinic.day(standIn.toDay), reason: standIn.reason,
  })) };
}

/** Whoever added the patient is on the team already; the story goes on with that membership. */
async function rememberOwn(clinic: Clinic, key: string, person: string, name: string): Promise<void> {
  const id = await clinic.membershipOf(key, person);
  clinic.ids.set(`${key}/${name}`, id);
}
