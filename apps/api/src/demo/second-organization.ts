import type { OrganizationStory, PatientStory, StaffStory } from './story.types.ts';

const STAFF: readonly StaffStory[] = [
  { key: 's-physiatrist-1', name: 'Dr. Thaddeus Okwuosa', discipline: 'physiatrist', roles: [], email: 'thaddeus.okwuosa@saltmarsh.example' },
  { key: 's-pt-1', name: 'Ingeborg Pellworm, PT', discipline: 'physical-therapist', roles: [], email: 'ingeborg.pellworm@saltmarsh.example' },
  { key: 's-admin-1', name: 'Cosmo Varga-Lindt', discipline: null, roles: ['administrator'], email: 'cosmo.varga-lindt@saltmarsh.example' },
];

/** Name and birthday exist nowhere else in the demo: wherever they show up at Lindenhall, the wall between organizations has a hole. */
const Q01: PatientStory = {
  key: 'Q01',
  added: { day: 0, hour: 8, by: 's-physiatrist-1' },
  mrn: '731-002',
  givenName: 'Zephyrine',
  familyName: 'Quackenbos-Ilves',
  age: 67,
  birthday: { month: 12, day: 31 },
  sex: 'female',
  pronouns: 'she/her',
  phone: '(617) 555-0171',
  email: 'zephyrine.quackenbos-ilves@post.example',
  address: '2 Dune Path, Saltmarsh, MA',
  language: 'fr',
  interpreterNeeded: false,
  problems: [{ catalogueId: 'kyphosis', sinceYearsAgo: 5 }],
  allergies: 'none-known',
  team: [
    { person: 's-physiatrist-1', role: 'lead', fromDay: 0, reason: 'Leads the plan.' },
    { person: 's-pt-1', role: 'member', fromDay: 0, reason: 'Posture and strength.' },
  ],
  standIns: [],
  contacts: [
    { day: 0, hour: 9, kind: 'visit', by: 's-physiatrist-1' },
    { day: 7, hour: 10, kind: 'visit', by: 's-pt-1' },
  ],
  plan: {
    title: 'Taller by the summer regatta',
    summary: 'Kyphosis with upper back fatigue. Strength and posture.',
    opened: { day: 0, hour: 10, by: 's-physiatrist-1', reviewDay: 196 },
    reviews: [],
    reviewDay: 196,
    agreedMessage: 'Short and daily beats long and rare.',
    agreed: { day: 7, hour: 12, by: 's-physiatrist-1' },
  },
  goals: [
    {
      key: 'helm',
      words: 'I want to stand at the helm for a whole race.',
      restatement: 'Stand upright for 40 minutes with pain of 3 or less.',
      scope: 'upper-back',
      domain: 'movement',
      owner: 's-pt-1',
      participants: ['s-physiatrist-1'],
      target: { measure: 'psfs', baseline: 3, value: 7, unit: 'points', day: 210 },
      steps: [
        { day: 7, hour: 10, by: 's-pt-1', do: 'propose' },
        { day: 7, hour: 11, by: 's-pt-1', do: 'activate' },
        { day: 91, hour: 10, by: 's-pt-1', do: 'achievement', achievement: 'improving', reason: '5 of 10.' },
      ],
    },
  ],
  activities: [
    {
      key: 'strengthening',
      catalogueId: 'pt.strengthening',
      discipline: 'physical-therapist',
      owner: 's-pt-1',
      goals: ['helm'],
      details: { format: 'at-home', minutes: 15, timesPerWeek: 3, measure: 'psfs' },
      steps: [
        { day: 7, hour: 12, by: 's-pt-1', do: 'plan' },
        { day: 7, hour: 13, by: 's-pt-1', do: 'start' },
        { day: 91, hour: 11, by: 's-pt-1', do: 'edit', details: { minutes: 20 }, reason: 'Ready to progress.' },
      ],
    },
  ],
};

const Q02: PatientStory = {
  key: 'Q02',
  added: { day: 0, hour: 8, by: 's-physiatrist-1' },
  mrn: '731-015',
  givenName: 'Barnaby',
  familyName: 'Osterhout',
  age: 36,
  birthday: { month: 12, day: 30 },
  sex: 'male',
  pronouns: 'he/him',
  phone: '(617) 555-0172',
  email: 'barnaby.osterhout@post.example',
  address: '9 Ropewalk, Saltmarsh, MA',
  language: 'en',
  interpreterNeeded: false,
  problems: [{ catalogueId: 'myofascial-pain', sinceDay: -40, note: 'Right trapezius.' }],
  allergies: [{ substance: 'Shellfish', reaction: 'Hives', severity: 'moderate' }],
  team: [
    { person: 's-physiatrist-1', role: 'lead', fromDay: 0, reason: 'Leads the plan.' },
    { person: 's-pt-1', role: 'member', fromDay: 14, reason: 'Stretching.' },
  ],
  standIns: [],
  contacts: [
    { day: 0, hour: 11, kind: 'visit', by: 's-physiatrist-1' },
    { day: 14, hour: 10, kind: 'visit', by: 's-pt-1' },
  ],
  plan: {
    title: 'Back on the scaffold',
    summary: 'Muscle pain of the right trapezius after overhead work.',
    opened: { day: 0, hour: 12, by: 's-physiatrist-1', reviewDay: 84 },
    reviews: [{ day: 84, hour: 10, by: 's-physiatrist-1', reviewDay: 252, reason: 'Works full days.' }],
    reviewDay: 252,
    agreedMessage: 'The muscle is tired, not torn.',
    agreed: { day: 0, hour: 13, by: 's-physiatrist-1' },
  },
  goals: [
    {
      key: 'overhead',
      words: 'I want to paint a ceiling and still drive home.',
      restatement: 'Overhead work for 30 minutes with pain of 3 or less.',
      scope: 'upper-back',
      domain: 'work-and-role',
      owner: 's-physiatrist-1',
      participants: [],
      target: { measure: 'nprs', baseline: 6, value: 3, unit: 'points', day: 84 },
      steps: [
        { day: 0, hour: 12, by: 's-physiatrist-1', do: 'propose' },
        { day: 0, hour: 13, by: 's-physiatrist-1', do: 'activate' },
        { day: 84, hour: 10, by: 's-physiatrist-1', do: 'complete', achievement: 'achieved', reason: '2 after a ceiling.' },
      ],
    },
  ],
  activities: [
    {
      key: 'stretching',
      catalogueId: 'pt.stretching',
      discipline: 'physical-therapist',
      owner: null,
      goals: ['overhead'],
      details: { format: 'at-home', minutes: 5, timesPerWeek: 5, measure: 'nprs' },
      doseText: 'After work',
      steps: [
        { day: 14, hour: 10, by: 's-pt-1', do: 'plan' },
        { day: 14, hour: 11, by: 's-pt-1', do: 'start' },
        { day: 84, hour: 11, by: 's-physiatrist-1', do: 'complete', reason: 'Goal reached; he keeps it up himself.', outcome: 'effective' },
      ],
    },
  ],
};

/** A second tenant in the same database, to prove that organizations are walled. */
export const SALTMARSH: OrganizationStory = {
  key: 'saltmarsh',
  name: 'Saltmarsh Rehabilitation',
  timeZone: 'America/New_York',
  staff: STAFF,
  patients: [Q01, Q02],
};
