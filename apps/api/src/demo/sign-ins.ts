import { LINDENHALL } from './first-organization.ts';
import type { StaffStory } from './story.types.ts';

/** Known to everyone who reads this: the demo is served on loopback only, and its people are invented. */
export const DEMO_PASSWORD = 'calm river under stone bridge';

const SHOWN = ['u-pt-1', 'u-physiatrist-1', 'u-psy-1', 'u-cc-1', 'u-admin-1', 'u-privacy-1', 'u-surg-1'];

const line = (person: StaffStory): string => `  ${person.email.padEnd(46)}${person.name}${person.roles.length > 0 ? `, ${person.roles.join(', ')}` : ''}`;

/** Who can sign in to the demo clinic, for the terminal of the person who started it. */
export function signInList(): string {
  const shown = LINDENHALL.staff.filter((person) => SHOWN.includes(person.key));
  return [`\nThe demo clinic's password for everyone is: ${DEMO_PASSWORD}`, ...shown.map(line), `  … and ${LINDENHALL.staff.length - shown.length} more: see the README.\n`].join('\n');
}
