/** What a member is on one patient's team. */
export const TEAM_ROLES = ['lead', 'member', 'observer'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** What a person is in the organization, whoever the patient. */
export const ORGANIZATION_ROLES = ['coordinator', 'administrator', 'privacy-officer'] as const;
export type OrganizationRole = (typeof ORGANIZATION_ROLES)[number];

/** By what right a person reaches a patient. The order is the order of preference when several apply. */
export const REACHES = ['member', 'stand-in', 'coordinator'] as const;
export type Reach = (typeof REACHES)[number];

/** The sheets on which a plan leaves the record. */
export const COPIES = ['patient-copy', 'team-copy'] as const;
export type Copy = (typeof COPIES)[number];

/** What leaves the record for somebody's own paper or disk. */
export const TAKEN = [...COPIES, 'attachment-downloaded'] as const;
export type Taken = (typeof TAKEN)[number];

/** What the access log knows of a chart: who looked, who was refused, and what was taken out of it. */
export const ACCESS_ACTIONS = ['chart-opened', 'chart-refused', ...TAKEN] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

/** The discipline that shares a plan without being a clinician: reads the plan and the team, never clinical details or the record's history. */
export const PEER_MENTOR = 'peer-mentor';

/** One row of the database's view `reach`: by what right the actor reaches one patient today. */
export interface ReachRow {
  readonly through: Reach;
  readonly role: TeamRole;
  /** The discipline in which the person acts for this patient. */
  readonly discipline: string | null;
  /** The member for whom a stand-in acts. */
  readonly onBehalfOf: string | null;
}

/** What the policy looks at. `reach` is empty for a stranger. */
export interface Relation {
  readonly reach: readonly ReachRow[];
  readonly organizationRoles: readonly OrganizationRole[];
  readonly discipline: string | null;
}
