import { type Result, type RuleViolation, ok, refuse, violation } from '@plexus/domain';
import { isId } from '../../../platform/ids.ts';
import type { OpenRecord } from '../../../platform/records/open-record.ts';

/** Owners and participants are people on the patient's team, now or from a day to come; a stand-in acts for its member and owns nothing. */
export async function checkPeople(record: OpenRecord, given: readonly (readonly [field: string, personId: string | null | undefined])[]): Promise<Result<void, RuleViolation>> {
  const asked = given.filter((entry): entry is readonly [string, string] => entry[1] != null);
  if (asked.length === 0) return ok(undefined);
  const rows = await record.em.query<{ id: string }[]>(
    `SELECT m.person_id AS id FROM plexus.team_member m
      WHERE m.organization_id = $1 AND m.patient_id = $2 AND m.person_id = ANY ($3) AND (m.valid_to IS NULL OR m.valid_to >= $4)`,
    [record.actor.organizationId, record.patientId, asked.map(([, id]) => id).filter(isId), record.actor.today],
  );
  const onTeam = new Set(rows.map((row) => row.id));
  const wrong = new Set(asked.filter(([, id]) => !onTeam.has(id)).map(([field]) => field));
  return wrong.size > 0 ? refuse(...[...wrong].map((field) => violation('NOT_ON_TEAM', 'This person is not on the patient’s team.', field))) : ok(undefined);
}
