import { Injectable } from '@nestjs/common';
import type { AttainmentLevel, Day, Rater } from '@plexus/domain';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';

export interface RatingView {
  readonly id: string;
  readonly goalId: string;
  readonly rater: Rater;
  readonly level: AttainmentLevel;
  /** What the level said when it was given. */
  readonly words: string;
  readonly ratedOn: Day;
  readonly note: string | null;
  readonly recordedById: string;
}

/** Of one goal and rater; older ones are in the history. */
const MOST_RATINGS = 20;

export type RatingRow = RatingView & { readonly status: 'active' | 'entered-in-error' };

const RATING_COLUMNS = `r.id, r.goal_id AS "goalId", r.rater, r.level, r.words, r.rated_on AS "ratedOn", r.note, r.recorded_by_id AS "recordedById"`;
/** With what was entered in error, and however many. */
export const RATING_ROWS = `SELECT ${RATING_COLUMNS}, r.status FROM plexus.goal_rating r WHERE r.organization_id = $1 AND r.patient_id = $2`;

/** What `ofPatient` answers, made of all rows. */
export function ratingViews(rows: readonly RatingRow[]): RatingView[] {
  const counts = new Map<string, number>();
  return rows
    .filter(({ status }) => status === 'active')
    .sort((a, b) => (`${b.ratedOn} ${b.id}` < `${a.ratedOn} ${a.id}` ? -1 : 1))
    .filter(({ goalId, rater }) => {
      const place = (counts.get(`${goalId} ${rater}`) ?? 0) + 1;
      counts.set(`${goalId} ${rater}`, place);
      return place <= MOST_RATINGS;
    });
}

/** How far goals were attained. Row-level security has no row for whose part it is not. */
@Injectable()
export class RatingQueries {
  constructor(names: RecordNames) {
    names.register('goal-rating', async (request, patientId, ids) => {
      const rows = await request.reading.about<{ id: string; words: string }>(
        patientId,
        `SELECT r.id, g.words FROM plexus.goal_rating r JOIN plexus.goal g ON g.organization_id = r.organization_id AND g.patient_id = r.patient_id AND g.id = r.goal_id
          WHERE r.organization_id = $1 AND r.patient_id = $2 AND r.id = ANY ($3)`,
        [request.actor.organizationId, patientId, ids],
      );
      return new Map(rows.map((row) => [row.id, row.words]));
    });
  }

  /** Of all goals, newest first. */
  ofPatient(request: RequestContext, patientId: string): Promise<RatingView[]> {
    return request.once(`ratings ${patientId}`, () =>
      request.reading.about<RatingView>(
        patientId,
        `SELECT id, "goalId", rater, level, words, "ratedOn", note, "recordedById"
           FROM (SELECT ${RATING_COLUMNS}, row_number() OVER (PARTITION BY r.goal_id, r.rater ORDER BY r.rated_on DESC, r.id DESC) AS place
                   FROM plexus.goal_rating r WHERE r.organization_id = $1 AND r.patient_id = $2 AND r.status = 'active') goal_rating
          WHERE place <= ${MOST_RATINGS} ORDER BY "ratedOn" DESC, id DESC`,
        [request.actor.organizationId, patientId],
      ),
    );
  }
}
