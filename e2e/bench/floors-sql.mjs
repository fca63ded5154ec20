/** A page's whole answer in one statement, as one would write it by hand. $1 is the organization, $2 the patient. */

export const CHART = `SELECT json_build_object('data', json_build_object('patient', json_build_object(
    'id', p.id, 'revision', r.revision, 'planVersion', r.plan_version, 'givenName', p.given_name, 'familyName', p.family_name, 'preferredName', p.preferred_name,
    'contacts', (SELECT json_agg(json_build_object('id', c.id, 'kind', c.kind, 'openedAt', c.opened_at, 'closedAt', c.closed_at)) FROM plexus.contact c WHERE c.organization_id = $1 AND c.patient_id = $2),
    'allergyStatus', (SELECT d.allergy_status FROM plexus.patient_details d WHERE d.organization_id = $1 AND d.patient_id = $2),
    'allergies', (SELECT json_agg(json_build_object('id', y.id, 'substance', y.substance, 'reaction', y.reaction, 'severity', y.severity)) FROM plexus.allergy y WHERE y.organization_id = $1 AND y.patient_id = $2 AND y.status = 'active'),
    'namedSubstances', (SELECT json_agg(json_build_object('substance', n.substance, 'answer', n.answer)) FROM plexus.named_substance n WHERE n.organization_id = $1 AND n.patient_id = $2),
    'team', (SELECT json_agg(json_build_object('id', m.id, 'discipline', m.discipline, 'period', 'CURRENT')) FROM plexus.team_member m WHERE m.organization_id = $1 AND m.patient_id = $2),
    'plan', json_build_object('id', pl.id, 'title', pl.title, 'agreements', (SELECT json_agg(json_build_object('discipline', e.discipline, 'answer', e.answer, 'planVersion', e.plan_version,
          'changed', (SELECT count(*) FROM plexus.change c WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.number > e.revision AND c.entity IN ('goal', 'activity')))) FROM plexus.agreement e WHERE e.organization_id = $1 AND e.patient_id = $2),
      'summary', pl.summary, 'status', pl.status, 'reviewDate', pl.review_date, 'agreedMessage', pl.agreed_message, 'agreedOn', pl.agreed_on,
      'goals', (SELECT json_agg(json_build_object('id', g.id, 'words', g.words, 'restatement', g.restatement, 'domain', g.domain, 'status', g.status, 'achievement', g.achievement, 'endedOn', g.ended_on, 'endReason', g.end_reason,
          'ratings', (SELECT json_agg(json_build_object('id', t.id, 'rater', t.rater, 'level', t.level, 'words', t.words, 'ratedOn', t.rated_on)) FROM plexus.goal_rating t WHERE t.organization_id = $1 AND t.patient_id = $2 AND t.goal_id = g.id),
          'owner', json_build_object('id', o.id, 'name', o.name, 'discipline', o.discipline),
          'target', json_build_object('measure', g.target_measure, 'baseline', g.target_baseline, 'value', g.target_value, 'unit', g.target_unit, 'date', g.target_date)) ORDER BY g.id)
        FROM plexus.goal g LEFT JOIN plexus.person o ON o.organization_id = g.organization_id AND o.id = g.owner_id WHERE g.organization_id = $1 AND g.patient_id = $2),
      'activities', (SELECT json_agg(json_build_object('id', a.id, 'catalogueId', a.catalogue_id, 'discipline', a.discipline, 'status', a.status, 'doseText', a.dose_text, 'reason', a.reason, 'startsOn', a.starts_on, 'reviewOn', a.review_on, 'endsOn', a.ends_on,
          'owner', json_build_object('id', o.id, 'name', o.name, 'discipline', o.discipline),
          'goalIds', (SELECT json_agg(ag.goal_id) FROM plexus.activity_goal ag WHERE ag.organization_id = $1 AND ag.patient_id = $2 AND ag.activity_id = a.id)) ORDER BY a.id)
        FROM plexus.activity a LEFT JOIN plexus.person o ON o.organization_id = a.organization_id AND o.id = a.owner_id WHERE a.organization_id = $1 AND a.patient_id = $2)))))::text AS body
  FROM plexus.patient p JOIN plexus.patient_record r ON r.organization_id = p.organization_id AND r.patient_id = p.id
  JOIN plexus.plan pl ON pl.organization_id = p.organization_id AND pl.patient_id = p.id WHERE p.organization_id = $1 AND p.id = $2`;

// The panel by the team table in both: that is what "my patients" means. $2 is the person.
const OWN = 'plexus.team_member own JOIN plexus.patient p ON p.organization_id = own.organization_id AND p.id = own.patient_id WHERE own.organization_id = $1 AND own.person_id = $2';
const OPEN = `f.state NOT IN ('done', 'read', 'cancelled')`;

export const CASELOAD = `SELECT json_build_object('total', (SELECT count(*) FROM ${OWN}),
  'data', json_agg(json_build_object('id', p.id, 'mrn', p.mrn, 'givenName', p.given_name, 'familyName', p.family_name, 'birthDate', p.birth_date, 'reviewDate', pl.review_date, 'revision', r.revision,
    'problems', (SELECT json_agg(x.catalogue_id) FROM plexus.problem x WHERE x.organization_id = $1 AND x.patient_id = p.id AND x.status = 'active'),
    'team', (SELECT json_agg(json_build_object('role', m.role, 'discipline', m.discipline, 'name', o.name)) FROM plexus.team_member m JOIN plexus.person o ON o.organization_id = m.organization_id AND o.id = m.person_id WHERE m.organization_id = $1 AND m.patient_id = p.id),
    'openGoals', (SELECT count(*) FROM plexus.goal g WHERE g.organization_id = $1 AND g.patient_id = p.id AND g.status = 'active'),
    'followUps', (SELECT json_build_object('open', count(*), 'overdue', count(*) FILTER (WHERE f.due_at <= now())) FROM plexus.follow_up f WHERE f.organization_id = $1 AND f.patient_id = p.id AND ${OPEN}),
    'unread', (SELECT count(*) FROM (SELECT FROM plexus.revision v WHERE v.organization_id = $1 AND v.patient_id = p.id AND v.number > s.revision AND v.person_id <> $2
      AND EXISTS (SELECT FROM plexus.change c WHERE c.organization_id = $1 AND c.patient_id = p.id AND c.number = v.number) LIMIT 100) n))))::text AS body
  FROM (SELECT p.* FROM ${OWN} ORDER BY p.family_name, p.given_name, p.id LIMIT 50) p
  JOIN plexus.patient_record r ON r.organization_id = p.organization_id AND r.patient_id = p.id
  JOIN plexus.plan pl ON pl.organization_id = p.organization_id AND pl.patient_id = p.id
  LEFT JOIN plexus.seen_mark s ON s.organization_id = p.organization_id AND s.patient_id = p.id AND s.person_id = $2`;

/** A page of 50 with who has each, and six counts that stop at 1,000. @param {string} reached which follow-ups: `$2` is the person */
const worklist = (reached) => {
  const open = `FROM plexus.follow_up f WHERE f.organization_id = $1 AND ${OPEN} ${reached}`;
  const holder = `(SELECT m.person_id FROM plexus.team_member m WHERE m.organization_id = $1 AND m.person_id = CASE WHEN f.state IN ('reported', 'declined') THEN f.asked_by_id ELSE f.owner_id END AND m.patient_id = f.patient_id
    AND m.person_id NOT IN (SELECT l.person_id FROM plexus.leave l WHERE l.organization_id = $1 AND l.starts_on <= current_date AND l.ends_on >= current_date))`;
  const count = (/** @type {string} */ which) => `(SELECT count(*) FROM (SELECT 1 ${open} AND ${which} LIMIT 1000) n)`;
  return `SELECT json_build_object('counts', json_build_array(${count(`(f.owner_id = $2 OR f.asked_by_id = $2) AND ${holder} = $2`)}, ${count('f.due_at <= now()')}, ${count(`f.asked_by_id = $2 AND ${holder} IS DISTINCT FROM $2`)},
      ${count(`f.kind = 'referral' AND f.shape = 'request'`)}, ${count(`f.owner_id IS NULL AND ${holder} IS NULL`)}, ${count(`f.state = 'reported'`)}),
    'rows', (SELECT json_agg(json_build_object('id', f.id, 'what', f.what, 'state', f.state, 'dueOn', f.due_on, 'owner', o.name, 'asker', a.name, 'holder', ${holder}, 'patient', (SELECT p.family_name || p.given_name FROM plexus.patient p WHERE p.organization_id = $1 AND p.id = f.patient_id)))
      FROM (SELECT f.* ${open} ORDER BY (f.kind <> 'safety'), f.due_at, f.id LIMIT 50) f
      LEFT JOIN plexus.person o ON o.organization_id = $1 AND o.id = f.owner_id JOIN plexus.person a ON a.organization_id = $1 AND a.id = f.asked_by_id))::text AS body`;
};
export const WORKLIST = worklist('AND f.patient_id = ANY (ARRAY(SELECT own.patient_id FROM plexus.team_member own WHERE own.organization_id = $1 AND own.person_id = $2))');
export const EVERY_WORKLIST = worklist('');

export const HISTORY = `SELECT json_build_object('data', json_agg(json_build_object('number', r.number, 'at', r.at, 'verb', r.verb, 'reason', r.reason, 'person', json_build_object('id', o.id, 'name', o.name),
    'changes', (SELECT json_agg(json_build_object('entity', c.entity, 'entityId', c.entity_id, 'field', c.field, 'before', c.before, 'after', c.after) ORDER BY c.ordinal) FROM plexus.change c
      WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.number = r.number)) ORDER BY r.number DESC))::text AS body
  FROM (SELECT * FROM plexus.revision r WHERE r.organization_id = $1 AND r.patient_id = $2 ORDER BY r.number DESC LIMIT 30) r JOIN plexus.person o ON o.organization_id = r.organization_id AND o.id = r.person_id`;

// What was changed since the reader looked, ten revisions ago.
export const UNREAD = `SELECT json_build_object('data', json_agg(json_build_object('number', r.number, 'at', r.at, 'verb', r.verb, 'base', r.base, 'person', json_build_object('id', o.id, 'name', o.name),
    'changes', (SELECT json_agg(json_build_object('entity', c.entity, 'entityId', c.entity_id, 'field', c.field, 'before', c.before, 'after', c.after) ORDER BY c.ordinal) FROM plexus.change c
      WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.number = r.number)) ORDER BY r.number))::text AS body
  FROM plexus.revision r JOIN plexus.person o ON o.organization_id = r.organization_id AND o.id = r.person_id
  WHERE r.organization_id = $1 AND r.patient_id = $2 AND r.number > (SELECT p.revision - 10 FROM plexus.patient_record p WHERE p.organization_id = $1 AND p.patient_id = $2)`;
