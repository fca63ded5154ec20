import { orderFactsOf, treatments } from '@plexus/catalogue';
import { type ActivityDetailName, type ActivityStatus, type GoalStatus, isOpenGoal, moveGoal } from '@plexus/domain';
import { type Played, played } from './demo-model.ts';
import { BACKGROUNDS } from '../../src/demo/backgrounds.ts';
import { LINDENHALL } from '../../src/demo/first-organization.ts';
import { MEDICINE_LISTS } from '../../src/demo/medicine-stories.ts';
import { SALTMARSH } from '../../src/demo/second-organization.ts';
import type { ActivityStory, Deed, GoalStory, MembershipStory, OrganizationStory, PatientStory, StaffStory } from '../../src/demo/story.types.ts';

export const ORGANIZATIONS = [LINDENHALL, SALTMARSH];
export const EVERY_PATIENT = ORGANIZATIONS.flatMap((organization) => organization.patients.map((patient) => ({ key: patient.key, patient, organization })));

const refused = (what: string, step: Deed & { readonly do: string }, status: string): Error => new Error(`${what}: ${step.do} on day ${step.day} while ${status}`);

/** The status at the end, by the domain's own rules; throws at the first step they refuse. */
export const goalStatus = (goal: GoalStory): GoalStatus =>
  goal.steps.reduce<GoalStatus | null>((status, step) => {
    if (step.do === 'propose' && status === null) return 'proposed';
    if (step.do === 'propose' || status === null) throw refused(goal.key, step, status ?? 'not proposed');
    if ((step.do === 'edit' || step.do === 'scale') && isOpenGoal({ status })) return status;
    if (step.do === 'rate' && (status === 'active' || status === 'on-hold' || status === 'completed')) return status;
    if (step.do === 'achievement' && status === 'active') return status;
    if (step.do === 'edit' || step.do === 'scale' || step.do === 'rate' || step.do === 'achievement') throw refused(goal.key, step, status);
    const moved = moveGoal({ status }, step.do, step.do === 'activate' ? {} : step, '2026-01-01');
    if (!moved.ok) throw refused(goal.key, step, status);
    return moved.value.status;
  }, null)!;

export const activityStatus = (activity: ActivityStory): ActivityStatus => played(activity).status;

/** What an order says beyond what the rules refuse: by its kind, and by how far it came. */
export const askedOf = ({ catalogueId, status, startsOn }: Played): readonly ActivityDetailName[] => {
  const { form } = orderFactsOf(catalogueId)!;
  const isOver = status === 'completed' || status === 'stopped';
  // What somebody sells at a market says no dose.
  const isDosed = (form === 'medication' || form === 'opioid') && catalogueId !== 'cam.supplements';
  // Who is evaluated is treated with nothing yet.
  const isTreatment = treatments.some(({ id }) => id === catalogueId) && catalogueId !== 'surg.candidacy-evaluation';
  return [
    ...(startsOn !== null && isDosed ? (['drug', 'doseAmount', 'doseUnit', 'route', 'timesPerDay'] as const) : []),
    ...(startsOn !== null && form === 'opioid' ? (['morphineEquivalent', 'morphineEquivalentSource', 'monitoringCheckedOn', 'agreementOn', 'naloxone'] as const) : []),
    ...(isOver && (form === 'procedure' || form === 'infusion') ? (['supervisor', 'doneOn', 'reliefAt2Weeks', 'reliefDays'] as const) : []),
    ...(isOver && ['assessment', 'review', 'referral'].includes(form) ? (['doneOn', 'finding'] as const) : []),
    ...(isOver && isTreatment ? (['outcome'] as const) : []),
  ];
};

/** Only prescribers whom the catalogue names may order or change these; any prescriber may turn one down. */
export const MEDICAL = /^(med|proc|inf|neuro|surg)\./;
export const PRESCRIBERS = ['physiatrist', 'pain-specialist', 'rheumatologist', 'surgeon', 'nurse'];

export const EXAMINERS = ['physiatrist', 'pain-specialist', 'rheumatologist'];

export const moment = (deed: { readonly day: number; readonly hour: number }): number => deed.day * 24 + deed.hour;
export const covers = (period: { readonly fromDay: number; readonly toDay?: number }, day: number): boolean =>
  period.fromDay <= day && (period.toDay === undefined || day <= period.toDay);
export const membersOn = (patient: PatientStory, day: number): readonly MembershipStory[] => patient.team.filter((member) => covers(member, day));

export const person = (organization: OrganizationStory, key: string): StaffStory => {
  const found = organization.staff.find((staff) => staff.key === key);
  if (!found) throw new Error(`Nobody at ${organization.name} is ${key}.`);
  return found;
};

export const coordinates = (organization: OrganizationStory, key: string): boolean => person(organization, key).roles.includes('coordinator');

/** May act for the patient that day: lead or member, a stand-in for one, or a coordinator; and is not on leave. */
export const mayAct = (organization: OrganizationStory, patient: PatientStory, key: string, day: number): boolean => {
  const treats = (who: string): boolean => membersOn(patient, day).some((member) => member.person === who && member.role !== 'observer');
  const away = patient.standIns.some((standIn) => standIn.member === key && covers(standIn, day));
  return !away && (treats(key) || coordinates(organization, key) || patient.standIns.some((standIn) => standIn.standIn === key && covers(standIn, day) && treats(standIn.member)));
};

const medicineDeedsOf = (key: string): readonly (Deed & { readonly of: string })[] => {
  const { medicines = [], reconciled = [], named = [] } = MEDICINE_LISTS[key] ?? {};
  return [
    ...medicines.flatMap(({ added, stopped, drug }) => [added, ...(stopped ? [stopped] : [])].map((deed) => ({ ...deed, of: drug }))),
    ...[...reconciled, ...named].map((deed) => ({ ...deed, of: 'medicines' })),
  ];
};

export const deedsOf = (patient: PatientStory): readonly (Deed & { readonly of: string })[] => [
  { ...patient.plan.opened, of: 'plan opened' },
  { ...patient.plan.agreed, of: 'agreed message' },
  ...(patient.plan.dissents ?? []).map((dissent) => ({ ...dissent, of: 'dissent' })),
  ...patient.plan.reviews.map((review) => ({ ...review, of: 'review' })),
  ...(patient.plan.answers ?? []).map((answer) => ({ ...answer, of: 'answer' })),
  ...patient.contacts.map((contact) => ({ ...contact, of: 'contact' })),
  ...patient.standIns.map((standIn) => ({ ...standIn.arranged, of: `stand-in for ${standIn.member}` })),
  ...patient.problems.flatMap((problem) => [problem.recorded, problem.resolved].filter((deed) => deed !== undefined).map((deed) => ({ ...deed, of: problem.catalogueId }))),
  ...BACKGROUNDS[patient.key]!.symptoms.flatMap((symptom) => [symptom, ...(symptom.now ? [symptom.now] : [])].map((deed) => ({ ...deed, of: `symptom ${symptom.code}` }))),
  ...BACKGROUNDS[patient.key]!.screens.flatMap((screen) => [screen, ...(screen.decided ? [screen.decided] : [])].map((deed) => ({ ...deed, of: 'red-flag screen' }))),
  ...medicineDeedsOf(patient.key),
  ...(patient.devices === 'none' ? [] : (patient.devices ?? [])).flatMap((device) => [device.recorded, device.completed].filter((deed) => deed !== undefined).map((deed) => ({ ...deed, of: device.kind }))),
  ...(patient.consents ?? []).flatMap((consent) => [consent.given, consent.withdrawn].filter((deed) => deed !== undefined).map((deed) => ({ ...deed, of: `consent ${consent.kind}` }))),
  ...patient.goals.flatMap((goal) => goal.steps.map((step) => ({ ...step, of: `goal ${goal.key}` }))),
  ...patient.activities.flatMap((activity) => activity.steps.map((step) => ({ ...step, of: `activity ${activity.key}` }))),
  ...(patient.tried ?? []).map((past) => ({ ...past, of: `tried ${past.catalogueId}` })),
];

/** Every text in a story, with the path to it. */
export const textsOf = (value: unknown, path = ''): readonly (readonly [path: string, text: string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));
};

/** Running, planned, over, declined or tried before the patient came. */
export const shownBy = (patient: PatientStory): readonly string[] => [...patient.activities, ...(patient.tried ?? [])].map(({ catalogueId }) => catalogueId);

export const inOrder = (deeds: readonly Deed[]): boolean => deeds.every((deed, i) => i === 0 || moment(deeds[i - 1]!) < moment(deed));

/** Came yesterday, with a plan that is still to be written. */
export const NEWEST = 'P13';
