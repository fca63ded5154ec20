import type { PersonPartsFragment, ViewerPartsFragment } from '../gql/index.ts';

/** Fixed, legible people; a spec overrides only what it is about. */
export const aPerson = (over: Partial<PersonPartsFragment> = {}): PersonPartsFragment => ({
  __typename: 'Person', id: 'person-lucia', name: 'Lucia Ferrante, PT', initials: 'LF', discipline: 'physical-therapist', ...over,
});

export const noor = aPerson({ id: 'person-noor', name: 'Dr. Noor Bellweather', initials: 'NB', discipline: 'psychotherapist' });

/** Monday, 23 November 2026, in Chicago. */
export const TODAY = '2026-11-23';

export const aViewer = (over: Partial<ViewerPartsFragment> = {}): ViewerPartsFragment => ({
  __typename: 'Viewer',
  may: ['PATIENT_ADD', 'PEOPLE_READ', 'CASELOAD_READ'],
  person: { ...aPerson(), roles: [], email: 'lucia@clinic.example', version: 1, status: 'ACTIVE' },
  organization: { __typename: 'Organization', id: 'org-1', name: 'Lakeside Pain Center', timeZone: 'America/Chicago', today: TODAY },
  session: { __typename: 'Session', id: 'session-1', idleSeconds: 900, expiresAt: '2026-11-24T06:00:00Z' },
  ...over,
});
