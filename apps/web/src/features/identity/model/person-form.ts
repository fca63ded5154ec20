import type { OrganizationRole, PersonRowFragment } from '../../../gql/index.ts';

export interface PersonValues {
  readonly [field: string]: unknown;
  name: string;
  email: string;
  /** A discipline id; empty: none. */
  discipline: string;
  roles: OrganizationRole[];
}

export const ROLES = ['COORDINATOR', 'ADMINISTRATOR', 'PRIVACY_OFFICER'] as const satisfies readonly OrganizationRole[];

export const valuesOf = (person: PersonRowFragment | null): PersonValues => ({
  name: person?.name ?? '',
  email: person?.email ?? '',
  discipline: person?.discipline ?? '',
  roles: [...(person?.roles ?? [])],
});

/** Only what was changed travels: what a colleague edits meanwhile stays theirs. Null: nothing was changed. */
export function editOf(before: PersonValues, values: PersonValues): { name?: string; discipline?: string | null; roles?: OrganizationRole[] } | null {
  const edit = {
    ...(values.name.trim() !== before.name && { name: values.name.trim() }),
    ...(values.discipline !== before.discipline && { discipline: values.discipline || null }),
    ...(!sameRoles(values.roles, before.roles) && { roles: values.roles }),
  };
  return Object.keys(edit).length ? edit : null;
}

const sameRoles = (a: readonly OrganizationRole[], b: readonly OrganizationRole[]): boolean => a.length === b.length && a.every((role) => b.includes(role));
