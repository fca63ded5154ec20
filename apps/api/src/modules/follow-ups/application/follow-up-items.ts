import { BULK_LIMIT, type FollowUpKind, type Result, type Violation, violation } from '@plexus/domain';
import { v5, validate } from 'uuid';
import { Fault, badInput } from '../../../platform/faults.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { isId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import type { Done } from '../../../platform/records/patient-records.ts';

/** One follow-up of a batch, with the revision at which it was seen. */
export interface FollowUpOfBatch {
  readonly patientId: string;
  readonly followUpId: string;
  readonly baseRevision: number;
}

export interface FollowUpBatchInput<T extends FollowUpOfBatch> {
  readonly batchId: string;
  readonly items: readonly T[];
}

export const FOLLOW_UP_ITEM_OUTCOMES = ['done', 'refused', 'conflict', 'not-found'] as const;
export type FollowUpItemOutcome = (typeof FOLLOW_UP_ITEM_OUTCOMES)[number];

export interface FollowUpItemView {
  readonly followUpId: string;
  readonly patientId: string;
  readonly outcome: FollowUpItemOutcome;
  readonly revision: number | null;
  readonly violations: readonly Violation[];
}

/**
 * Does something to many follow-ups, each by a command of its own: a revision, a lock and a transaction for each, one after the other, so that nobody's
 * record waits for the rest. What cannot be done is named and keeps nothing else from being done. A command's id comes of the batch's and the
 * follow-up's: a batch that is sent again is answered again, and goes on where it was interrupted.
 */
export async function eachFollowUp<T extends FollowUpOfBatch>(
  request: RequestContext,
  { batchId, items }: FollowUpBatchInput<T>,
  work: (command: T & { readonly commandId: string }, kind: FollowUpKind) => Promise<Result<Done, Refusal>>,
): Promise<FollowUpItemView[]> {
  checkItems(batchId, items);
  const kinds = await kindsOf(request, items);
  // No snapshot is held open while others are written.
  await request.renew();
  const answers: FollowUpItemView[] = [];
  for (const item of items) {
    const kind = kinds.get(item.followUpId);
    answers.push(await settled(item, kind && (() => work({ ...item, commandId: v5(item.followUpId, batchId) }, kind))));
  }
  return answers;
}

function checkItems(batchId: string, items: readonly FollowUpOfBatch[]): void {
  if (!isId(batchId) || !validate(batchId)) throw badInput('batchId', 'A batch id is a UUID in lower case.');
  if (items.length === 0 || items.length > BULK_LIMIT) throw badInput('items', `Between 1 and ${BULK_LIMIT} at once.`);
  if (items.some(({ patientId, followUpId }) => !isId(patientId) || !isId(followUpId))) throw badInput('items', 'An id is a UUID in lower case.');
  if (new Set(items.map(({ followUpId }) => followUpId)).size < items.length) throw badInput('items', 'Name each follow-up once.');
}

/** Of those that the actor reaches. */
async function kindsOf(request: RequestContext, items: readonly FollowUpOfBatch[]): Promise<Map<string, FollowUpKind>> {
  const rows = await request.reading.list<{ id: string; kind: FollowUpKind }>(
    'SELECT f.id, f.kind FROM plexus.follow_up f WHERE f.organization_id = $1 AND f.patient_id = ANY ($2) AND f.id = ANY ($3)',
    [request.actor.organizationId, items.map(({ patientId }) => patientId), items.map(({ followUpId }) => followUpId)],
  );
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

/** What became of one: a refusal of it is an answer, and only what is wrong with the server ends the batch. @param work undefined: it is not found */
async function settled({ followUpId, patientId }: FollowUpOfBatch, work: (() => Promise<Result<Done, Refusal>>) | undefined): Promise<FollowUpItemView> {
  const answer = (outcome: FollowUpItemOutcome, violations: readonly Violation[] = [], revision: number | null = null): FollowUpItemView => ({ followUpId, patientId, outcome, violations, revision });
  if (work === undefined) return answer('not-found');
  try {
    const result = await work();
    if (result.ok) return answer('done', [], result.value.revision);
    return result.error.kind === 'edit-conflict' ? answer('conflict', [], result.error.revision) : answer('refused', result.error.violations);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (error.code === 'NOT_FOUND') return answer('not-found');
    if (error.code !== 'FORBIDDEN' && error.code !== 'BAD_USER_INPUT') throw error;
    return answer('refused', [violation(String(error.details['rule'] ?? error.code), error.message, String(error.details['field'] ?? 'followUpId'))]);
  }
}
