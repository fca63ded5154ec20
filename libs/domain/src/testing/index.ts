import type { OrganizationRole } from '../access/vocabulary.ts';
import type { Joiner, StandIn, TeamMember } from '../care-team/care-team.ts';
import type { PatientDetails } from '../patients/patient.ts';
import { ACTIVITY_DETAIL_NAMES, type ActivityDetailName } from '../plan/activity-details.ts';
import type { ActivityStatus } from '../plan/activity.ts';
import type { ScaleFields } from '../plan/attainment.ts';
import type { GoalStatus } from '../plan/goal.ts';
import type { EntityName, FieldName } from '../record/registry.ts';
import type { FieldValue } from '../record/values.ts';
import type { Day } from '../text/day.ts';
import { addDays } from '../text/day.ts';

/** A Monday, 9:00 in the clinic. */
export const NOW = new Date('2026-11-23T15:00:00Z');
export const TIME_ZONE = 'America/Chicago';
export const TODAY: Day = '2026-11-23';
export const YESTERDAY: Day = addDays(TODAY, -1);
export const TOMORROW: Day = addDays(TODAY, 1);

export interface Persona {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly discipline: string | null;
  readonly organizationRoles: readonly OrganizationRole[];
}

/** An id that reads as what it is: kind 1 are people, 2 team members, 3 stand-ins, 4 goals. */
const anId = (kind: number, number: number): string => `00000000-0000-7000-800${kind}-${String(number).padStart(12, '0')}`;

const persona = (number: number, name: string, email: string, discipline: string | null, ...organizationRoles: OrganizationRole[]): Persona => ({
  personId: anId(1, number),
  name,
  email: `${email}@lindenhall.example`,
  discipline,
  organizationRoles,
});

/** The people of all tests. Named for what they do, so that a test says who acts without looking up a name. */
export const PERSONAS = {
  /** Leads the team of the builders' patient. */
  PHYSIATRIST: persona(1, 'Dr. Ingrid Vasquez-Thorne', 'ingrid.vasquez-thorne', 'physiatrist'),
  /** A member of it. */
  THERAPIST: persona(2, 'Lucia Ferrante, PT', 'lucia.ferrante', 'physical-therapist'),
  /** On no team: stands in for the therapist. */
  COVERING_THERAPIST: persona(3, 'Hamid Solberg, PT', 'hamid.solberg', 'physical-therapist'),
  PSYCHOTHERAPIST: persona(4, 'Dr. Noor Bellweather', 'noor.bellweather', 'psychotherapist'),
  NURSE: persona(5, 'Bridget Salazar, RN', 'bridget.salazar', 'nurse'),
  COORDINATOR: persona(6, 'Jonas Whitfeather', 'jonas.whitfeather', 'care-coordinator', 'coordinator'),
  PEER_MENTOR: persona(7, 'Philippa Nandakumar', 'philippa.nandakumar', 'peer-mentor'),
  ADMINISTRATOR: persona(8, 'Pernille Achterberg', 'pernille.achterberg', null, 'administrator'),
  PRIVACY_OFFICER: persona(9, 'Desmond Kurosawa-Lyle', 'desmond.kurosawa-lyle', null, 'privacy-officer'),
} as const satisfies Record<string, Persona>;
export type PersonaName = keyof typeof PERSONAS;

export const aPatient = (given: Partial<PatientDetails> = {}): PatientDetails => ({
  mrn: '204-881',
  givenName: 'Marisol',
  familyName: 'Okafor-Reyes',
  preferredName: null,
  birthDate: '1980-03-14',
  sex: 'female',
  pronouns: 'she/her',
  phone: '(312) 555-0101',
  email: 'marisol.okafor-reyes@post.example',
  address: '14 Larkspur Court\nQuillford, IL',
  language: 'en',
  interpreterNeeded: false,
  accessNeeds: null,
  ...given,
});

/** The therapist, on the team since September. */
export const aMember = (given: Partial<TeamMember> = {}): TeamMember => ({
  id: anId(2, 2),
  personId: PERSONAS.THERAPIST.personId,
  discipline: 'physical-therapist',
  role: 'member',
  validFrom: '2026-09-01',
  validTo: null,
  ...given,
});

/** The physiatrist, leading since September. */
export const aLead = (given: Partial<TeamMember> = {}): TeamMember =>
  aMember({ id: anId(2, 1), personId: PERSONAS.PHYSIATRIST.personId, discipline: 'physiatrist', role: 'lead', ...given });

/** For the therapist, in the first week of December. */
export const aStandIn = (given: Partial<StandIn> = {}): StandIn => ({
  id: anId(3, 1),
  memberId: aMember().id,
  personId: PERSONAS.COVERING_THERAPIST.personId,
  validFrom: '2026-12-01',
  validTo: '2026-12-07',
  ...given,
});

export const aJoiner = (who: PersonaName, given: Partial<Joiner> = {}): Joiner => ({
  personId: PERSONAS[who].personId,
  discipline: PERSONAS[who].discipline,
  isActive: true,
  ...given,
});

type Fields<E extends EntityName> = Readonly<Record<FieldName<E>, FieldValue>>;

export type GoalFields = Fields<'goal'> & ScaleFields & { readonly status: GoalStatus; readonly startedOn: Day | null };
export const aGoal = (given: Partial<GoalFields> = {}): GoalFields => ({
  words: 'Walk to the library and back without stopping',
  restatement: 'Continuous walking for 20 minutes',
  scope: 'whole-person',
  domain: 'movement',
  status: 'active',
  achievement: 'in-progress',
  owner: PERSONAS.THERAPIST.personId,
  participants: [PERSONAS.NURSE.personId],
  targetMeasure: null,
  targetBaseline: 5,
  targetValue: 20,
  targetUnit: 'minutes',
  targetDate: '2027-02-01',
  startedOn: '2026-09-07',
  endedOn: null,
  endReason: null,
  scaleMinus2: null,
  scaleMinus1: null,
  scaleZero: null,
  scalePlus1: null,
  scalePlus2: null,
  ...given,
});

/** A field of every kind of activity, none of them set. */
const NO_DETAILS = Object.fromEntries(ACTIVITY_DETAIL_NAMES.map((name) => [name, null])) as Readonly<Record<ActivityDetailName, FieldValue>>;

export type ActivityFields = Fields<'activity'> & { readonly status: ActivityStatus; readonly doseText: string | null; readonly startsOn: Day | null; readonly endsOn: Day | null };
export const anActivity = (given: Partial<ActivityFields> = {}): ActivityFields => ({
  catalogueId: 'med.duloxetine',
  discipline: 'physiatrist',
  owner: PERSONAS.PHYSIATRIST.personId,
  goals: [anId(4, 1)],
  doseText: '30 mg once a day',
  reason: 'Pain and low mood',
  startsOn: '2026-09-07',
  nextStep: null,
  reviewOn: '2026-12-07',
  endsOn: null,
  status: 'active',
  statusReason: null,
  ...NO_DETAILS,
  ...given,
});
