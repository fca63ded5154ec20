import { Injectable } from '@nestjs/common';
import { type Day, type TeamRole, type UndoableChange, periodOf } from '@plexus/domain';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import type { Moment } from '../../../platform/records/moments.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';
import { rowsAsOf } from '../../../platform/records/rows-as-of.ts';
import { STAND_IN, TEAM_MEMBER } from '../persistence/team.entities.ts';

export type Period = 'past' | 'current' | 'future';

export interface StandInView {
  readonly id: string;
  readonly personId: string;
  readonly validFrom: Day;
  readonly validTo: Day;
  readonly period: Period;
  readonly reason: string;
}

export interface TeamMemberView {
  readonly id: string;
  readonly personId: string;
  readonly discipline: string;
  readonly role: TeamRole;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly period: Period;
  readonly reason: string;
  readonly endReason: string | null;
  readonly standIns: readonly StandInView[];
}

type MemberRow = Omit<TeamMemberView, 'period' | 'standIns'>;
type StandInRow = Omit<StandInView, 'period'> & { readonly memberId: string };

@Injectable()
export class TeamQueries {
  constructor(names: RecordNames) {
    names.register('team-member', (request, patientId, ids) => this.names(request, patientId, ids));
    names.register('stand-in', (request, patientId, ids) => this.standInNames(request, patientId, ids));
  }

  /** Everyone who is, was or will be on the team: the lead first, then by the day on which they began. */
  async ofPatient(request: RequestContext, patientId: string): Promise<TeamMemberView[]> {
    const [members, standIns] = await this.rows(request, patientId);
    return teamOn(request.actor.today, members, standIns);
  }

  /** The team as the record had it at a moment. */
  async asOf(request: RequestContext, patientId: string, { revision, day }: Moment, changes: readonly UndoableChange[]): Promise<TeamMemberView[]> {
    const [members, standIns] = await this.rows(request, patientId);
    return teamOn(day, rowsAsOf(TEAM_MEMBER, members, revision, changes), rowsAsOf(STAND_IN, standIns, revision, changes));
  }

  private rows(request: RequestContext, patientId: string): Promise<[MemberRow[], StandInRow[]]> {
    return request.once(`team ${patientId}`, () => this.read(request, patientId));
  }

  private read(request: RequestContext, patientId: string): Promise<[MemberRow[], StandInRow[]]> {
    const of = [request.actor.organizationId, patientId];
    return Promise.all([
      request.reading.about<MemberRow>(
        patientId,
        `SELECT m.id, m.person_id AS "personId", m.discipline, m.role, m.valid_from AS "validFrom", m.valid_to AS "validTo", m.reason, m.end_reason AS "endReason"
           FROM plexus.team_member m WHERE m.organization_id = $1 AND m.patient_id = $2`,
        of,
      ),
      request.reading.about<StandInRow>(
        patientId,
        `SELECT s.id, s.member_id AS "memberId", s.person_id AS "personId", s.valid_from AS "validFrom", s.valid_to AS "validTo", s.reason
           FROM plexus.stand_in s WHERE s.organization_id = $1 AND s.patient_id = $2`,
        of,
      ),
    ]);
  }

  private async names(request: RequestContext, patientId: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await request.reading.about<{ id: string; name: string }>(
      patientId,
      `SELECT m.id, p.name FROM plexus.team_member m JOIN plexus.person p ON p.organization_id = m.organization_id AND p.id = m.person_id
        WHERE m.organization_id = $1 AND m.patient_id = $2 AND m.id = ANY ($3)`,
      [request.actor.organizationId, patientId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  private async standInNames(request: RequestContext, patientId: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await request.reading.about<{ id: string; name: string }>(
      patientId,
      `SELECT s.id, p.name FROM plexus.stand_in s JOIN plexus.person p ON p.organization_id = s.organization_id AND p.id = s.person_id
        WHERE s.organization_id = $1 AND s.patient_id = $2 AND s.id = ANY ($3)`,
      [request.actor.organizationId, patientId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}

function teamOn(day: Day, members: readonly MemberRow[], standIns: readonly StandInRow[]): TeamMemberView[] {
  const place = ({ role, validFrom, id }: MemberRow): string => `${role === 'lead' ? 0 : 1} ${validFrom} ${id}`;
  const latest = ({ validFrom }: StandInRow, other: StandInRow): number => other.validFrom.localeCompare(validFrom);
  return members.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)).map((member) => ({
    ...member,
    period: periodOf(day, member.validFrom, member.validTo),
    standIns: standIns.filter(({ memberId }) => memberId === member.id).sort(latest).map((row) => ({ ...row, period: periodOf(day, row.validFrom, row.validTo) })),
  }));
}
