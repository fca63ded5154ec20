import { randomUUID } from 'node:crypto';
import { clinic, linkMailedTo } from '../fixtures/clinic.ts';
import { PEOPLE, type Persona } from '../fixtures/personas.ts';
import { Wire } from '../fixtures/wire.ts';

interface Colleague {
  readonly name: string;
  /** Of the catalogue. */
  readonly discipline: string;
}

/** Who writes the charts of the statements. They are of this flow alone: others look at whole caseloads. */
export const STAFF = {
  physiatrist: { name: 'Dr. Alma Ridgeway', discipline: 'physiatrist' },
  physicalTherapist: { name: 'Bastian Coombe, PT', discipline: 'physical-therapist' },
  psychotherapist: { name: 'Dr. Corinne Haldane', discipline: 'psychotherapist' },
  painSpecialist: { name: 'Dr. Dorian Petrosyan', discipline: 'pain-specialist' },
  rheumatologist: { name: 'Dr. Elspeth Nakamura', discipline: 'rheumatologist' },
  occupationalTherapist: { name: 'Fenna Oosting, OT', discipline: 'occupational-therapist' },
  chiropractor: { name: 'Dr. Gideon Marsh, DC', discipline: 'chiropractor' },
  acupuncturist: { name: 'Hana Ostrava, LAc', discipline: 'acupuncturist' },
  massageTherapist: { name: 'Ivo Brandt, LMT', discipline: 'massage-therapist' },
  dietitian: { name: 'Jolanta Kessler, RD', discipline: 'dietitian' },
  nurse: { name: 'Kit Abernathy, RN', discipline: 'nurse' },
  coordinator: { name: 'Leontine Foss', discipline: 'care-coordinator' },
  surgeon: { name: 'Dr. Milo Tavernier', discipline: 'surgeon' },
  peerMentor: { name: 'Nadia Quist', discipline: 'peer-mentor' },
} as const satisfies Record<string, Colleague>;

export type StaffName = keyof typeof STAFF;
const NAMES = Object.keys(STAFF) as StaffName[];

export const STAFF_PASSWORD = 'two lanterns behind the mill';

export interface Employed extends Persona {
  readonly id: string;
  readonly wire: Wire;
}

/** Invited by the administrator, each with a password from the link in the mail, and signed in. */
export async function takeOn(): Promise<ReadonlyMap<StaffName, Employed>> {
  const administrator = await Wire.signedIn(clinic.address(), PEOPLE.administrator);
  const employed = new Map<StaffName, Employed>();
  // One after the other: the server lets nobody do many things at once.
  for (const who of NAMES) employed.set(who, await employ(administrator, who));
  return employed;
}

async function employ(administrator: Wire, who: StaffName): Promise<Employed> {
  const { name, discipline } = STAFF[who];
  // Another worker, after a failure, takes on others of the same names.
  const email = `${who.toLowerCase()}.${process.pid}@lindenhall.example`;
  const roles = who === 'coordinator' ? ['COORDINATOR'] : [];
  const { invitePerson } = await administrator.ask('InvitePerson', { input: { commandId: randomUUID(), name, email, discipline, roles } });
  const wire = new Wire(clinic.address());
  await wire.ask('SetPassword', { input: { token: new URL(await linkMailedTo(email)).hash.slice(1), password: STAFF_PASSWORD } });
  await wire.signIn(email, STAFF_PASSWORD);
  return { id: invitePerson.id, name, email, wire };
}
