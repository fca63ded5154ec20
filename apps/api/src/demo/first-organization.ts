import { PATIENTS } from './patients/index.ts';
import { STAFF } from './staff.ts';
import type { OrganizationStory } from './story.types.ts';

/** The clinic of the demo: invented, like everyone in it. */
export const LINDENHALL: OrganizationStory = {
  key: 'lindenhall',
  name: 'Lindenhall Pain Clinic',
  timeZone: 'America/Chicago',
  staff: STAFF,
  patients: PATIENTS,
};
