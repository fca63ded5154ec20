import { Injectable } from '@nestjs/common';
import { type Day, type TeamRole, periodOf } from '@plexus/domain';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';

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

type StandInRow = Omit<StandInView, 'period'> & { readonly memberId: string };

@Injectable()
export class TeamQueries {
  constructor(names: RecordNames) {
    names.register('team-member', (request, patientId, ids) => this.names(request, patientId, ids));
    names.register('stand-in', (request, patientId, ids) => this.standInNames(request, patientId, ids));
  }

  /** Everyone who is, was or will be on the team: the lead first, then by discipline and name of the day they began. */
  ofPatient(request: RequestContext, patientId: string): Promise<TeamMemberView[]> {
    return request.once(`team ${patientId}`, () => this.read(request, patientId));
  }

  private async read(request: RequestContext, patientId: string): Promise<TeamMemberView[]> {
    const { organizationId, today } = request.actor;
    const reading = request.reading.about<Omit<TeamMemberView, 'period' | 'standIns'>>(
      patientId,
      `SELECT m.id, m.person_id AS "personId", m.discipline, m.role, m.valid_from AS "validFrom", m.valid_to AS "validTo", m.reason, m.end_reason AS "endReason"
         FROM plexus.team_member m WHERE m.organization_id = $1 AND m.patient_id = $2
        ORDER BY m.role <> 'lead', m.valid_from, m.id`,
      [organizationId, patientId],
    );
    const standingIn = request.reading.about<StandInRow>(
      patientId,
      `SELECT s.id, s.member_id AS "memberId", s.person_id AS "personId", s.valid_from AS "validFrom", s.valid_to AS "validTo", s.reason
         FROM plexus.stand_in s WHERE s.organization_id = $1 AND s.patient_id = $2 ORDER BY s.valid_from DESC, s.id`,
      [organizationId, patientId],
    );
    const [members, standIns] = await Promise.all([reading, standingIn]);
    return members.map((member) => ({
      ...member,
      period: periodOf(today, member.validFrom, member.validTo),
      standIns: standIns.filter((row) => row.memberId === member.id).map((row) => ({ ...row, period: periodOf(today, row.validFrom, row.validTo) })),
    }));
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
