import { Injectable } from '@nestjs/common';
import { implantedDeviceById, sourceTitle } from '@plexus/catalogue';
import type { Day, DeviceDetails, DeviceStatus } from '@plexus/domain';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';

export interface DeviceEffectView {
  readonly treatment: string;
  readonly says: string;
  readonly rule: string | null;
  readonly sources: readonly string[];
}

export interface DeviceView extends DeviceDetails {
  readonly id: string;
  readonly name: string;
  readonly effects: readonly DeviceEffectView[];
  readonly cardSeenById: string | null;
  readonly status: DeviceStatus;
  readonly removedOn: Day | null;
  readonly removedBecause: string | null;
}

const nameOf = (kind: string): string => implantedDeviceById(kind)?.name ?? kind;
const effectsOf = (kind: string): DeviceEffectView[] =>
  (implantedDeviceById(kind)?.effects ?? []).map(({ treatment, says, rule, sources }) => ({ treatment, says, rule: rule ?? null, sources: sources.map((key) => sourceTitle(key) ?? key) }));

@Injectable()
export class DeviceQueries {
  constructor(names: RecordNames) {
    names.register('device', (request, patientId, ids) => this.names(request, patientId, ids));
  }

  /** Those in place first; what was taken out says what may have been left behind. */
  async ofPatient(request: RequestContext, patientId: string): Promise<DeviceView[]> {
    const rows = await request.reading.about<Omit<DeviceView, 'name' | 'effects'>>(
      patientId,
      `SELECT d.id, d.kind, d.maker, d.model, d.serial, d.site, d.side, d.implanted_on AS "implantedOn", d.card_seen_on AS "cardSeenOn", d.card_seen_by_id AS "cardSeenById",
              d.mri_condition AS "mriCondition", d.mri_terms AS "mriTerms", d.followed_by AS "followedBy", d.note, d.status, d.removed_on AS "removedOn", d.removed_because AS "removedBecause"
         FROM plexus.device d WHERE d.organization_id = $1 AND d.patient_id = $2 AND d.status <> 'entered-in-error' ORDER BY d.status, d.id`,
      [request.actor.organizationId, patientId],
    );
    return rows.map((row) => ({ ...row, name: nameOf(row.kind), effects: effectsOf(row.kind) }));
  }

  private async names(request: RequestContext, patientId: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await request.reading.about<{ id: string; kind: string }>(
      patientId,
      'SELECT d.id, d.kind FROM plexus.device d WHERE d.organization_id = $1 AND d.patient_id = $2 AND d.id = ANY ($3)',
      [request.actor.organizationId, patientId, ids],
    );
    return new Map(rows.map((row) => [row.id, nameOf(row.kind)]));
  }
}
