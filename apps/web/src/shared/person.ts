import type { AvatarPerson } from '@plexus/ui';
import type { PersonPartsFragment } from '../gql/index.ts';
import { columnIdOf, disciplineName } from './labels.ts';

/** A person as the avatars want one. `discipline` is the one acted in on this team, where it differs from the person's own. */
export function avatarOf(person: PersonPartsFragment, discipline: string | null = person.discipline, note?: string): AvatarPerson {
  const label = [person.name, disciplineName(discipline), note].filter(Boolean).join(', ');
  return { id: person.id, initials: person.initials, label, column: columnIdOf(discipline) };
}
