import type { Day, OrganizationRole } from '@plexus/domain';

/** Who acts, as the database confirmed it in this very request. Rights on a patient are never kept here: they are asked for each time. */
export interface Actor {
  readonly organizationId: string;
  readonly personId: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly discipline: string | null;
  readonly organizationRoles: readonly OrganizationRole[];
  /** IANA. */
  readonly timeZone: string;
  /** The organization's day when the request began. */
  readonly today: Day;
}
