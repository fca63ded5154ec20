import { Field, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { type Day, type FollowUpKind, type FollowUpPriority, type TeamRole } from '@plexus/domain';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { EditConflictType, RuleViolationType, ViolationType, publishViolation, refusalOr } from '../../../platform/graphql/refusal.types.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { TeamRoleEnum } from '../../care-team/graphql/team.type.ts';
import type { CandidateView } from '../application/candidates.queries.ts';
import type { ChangeFollowUps } from '../application/change-follow-ups.use-case.ts';
import { FOLLOW_UP_ITEM_OUTCOMES, type FollowUpItemOutcome, type FollowUpItemView, type FollowUpOfBatch } from '../application/follow-up-items.ts';
import type { RemoveView, SaveView } from '../application/saved-views.use-cases.ts';
import type { SavedViewView } from '../application/saved-views.queries.ts';
import { FOLLOW_UP_QUEUES, FOLLOW_UP_SORTS, type FollowUpFilter } from '../application/worklist-statement.ts';
import type { FollowUpCountsView } from '../application/worklist.queries.ts';
import { FollowUpKindEnum, FollowUpPriorityEnum, FollowUpType } from './follow-up.type.ts';

export const FollowUpQueueEnum = publishEnum('FollowUpQueue', FOLLOW_UP_QUEUES, 'NEEDS_ME: the ball is with the viewer, and it was not put off. WAITING: the viewer asked, and it is with somebody else. UNOWNED: with nobody. REPORTED: not read yet. ESCALATED: nobody moved it, and the viewer asked for it, leads the team, or coordinates and is asked for help.');
export const FollowUpSortEnum = publishEnum('FollowUpSort', FOLLOW_UP_SORTS, 'What concerns safety comes first in each. AGE: since when the ball is there. PATIENT: by name.');
export const FollowUpItemOutcomeEnum = publishEnum('FollowUpItemOutcome', FOLLOW_UP_ITEM_OUTCOMES);

const AS_MANY = '1000 stands for 1000 and more.';

@ObjectType('FollowUpCounts', { description: `How many open follow-ups are in each queue; ${AS_MANY}` })
export class FollowUpCountsType implements FollowUpCountsView {
  @Field(() => Int) needsMe!: number;
  @Field(() => Int) overdue!: number;
  @Field(() => Int) waiting!: number;
  @Field(() => Int) referrals!: number;
  @Field(() => Int) unowned!: number;
  @Field(() => Int) escalated!: number;
  @Field(() => Int) reported!: number;
}

@ObjectType('FollowUpConnection', { description: `Of \`totalCount\` ${AS_MANY}` })
export class FollowUpConnectionType extends connectionOf('FollowUp', () => FollowUpType, { isAbstract: true }) {
  @Field(() => FollowUpCountsType) counts!: FollowUpCountsType;
}

@InputType('FollowUpFilter')
export class FollowUpFilterInput implements FollowUpFilter {
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A discipline id of the catalogue.' }) pool?: string | null;
  @Field(() => FollowUpKindEnum, { nullable: true }) kind?: FollowUpKind | null;
  @Field(() => FollowUpPriorityEnum, { nullable: true }) priority?: FollowUpPriority | null;
  @Field(() => ID, { nullable: true }) patientId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Due on an earlier day.' }) dueBefore?: Day | null;
  @Field(() => String, { nullable: true, description: 'In what is to be done, or in the patient’s name.' }) search?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only what is put off, or only what is not; absent: both, except in NEEDS_ME.' }) snoozed?: boolean | null;
}

@ObjectType('FollowUpCandidate', { description: 'Somebody of the patient’s team, or a coordinator, who can be asked.' })
export class FollowUpCandidateType implements CandidateView {
  /** Published as `person`, `standIn` and, with its name, `discipline`. */
  personId!: string;
  standInId!: string | null;
  discipline!: string;
  @Field(() => TeamRoleEnum) role!: TeamRole;
  @Field() isOnLeave!: boolean;
  @Field(() => DateScalar, { nullable: true, description: 'The last day, inclusive.' }) leaveUntil!: Day | null;
  @Field({ description: 'There, or stood in for.' }) isEligible!: boolean;
  @Field(() => Int, { description: 'How many open follow-ups they hold today, of patients whom the viewer reaches.' }) load!: number;
}

@InputType()
export class ChangedFollowUpInput implements FollowUpOfBatch {
  @Field(() => ID) patientId!: string;
  @Field(() => ID) followUpId!: string;
  @Field(() => Int) baseRevision!: number;
}

@InputType({ description: 'Exactly one of owner and pool.' })
export class AssignInput {
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => ID, { nullable: true }) pool?: string | null;
}

@InputType({ description: 'Exactly one of `assign`, `dueOn`, `snoozeUntil`, `remind` and `priority`, for up to 500 follow-ups.' })
export class ChangeFollowUpsInput implements ChangeFollowUps {
  @Field(() => ID, { description: 'Made by the client: the same batch again is answered again, and goes on where it was interrupted.' }) batchId!: string;
  @Field(() => [ChangedFollowUpInput]) items!: ChangedFollowUpInput[];
  @Field(() => AssignInput, { nullable: true }) assign?: AssignInput | null;
  @Field(() => DateScalar, { nullable: true, description: 'A day to come; or, of each, the day that stood before it was last moved, also when that is over.' }) dueOn?: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Null: put off no longer.' }) snoozeUntil?: Day | null;
  @Field(() => Boolean, { nullable: true }) remind?: boolean | null;
  @Field(() => FollowUpPriorityEnum, { nullable: true }) priority?: FollowUpPriority | null;
}

@ObjectType('FollowUpItem', { description: 'What became of one follow-up of a batch.' })
export class FollowUpItemType implements Omit<FollowUpItemView, 'violations'> {
  @Field(() => ID) followUpId!: string;
  @Field(() => ID) patientId!: string;
  @Field(() => FollowUpItemOutcomeEnum) outcome!: FollowUpItemOutcome;
  @Field(() => Int, { nullable: true, description: 'The revision that it made; of a conflict, the one to look at.' }) revision!: number | null;
  @Field(() => [ViolationType]) violations!: ViolationType[];
}

export const itemTypes = (items: readonly FollowUpItemView[]): FollowUpItemType[] => items.map((item) => ({ ...item, violations: item.violations.map(publishViolation) }));

@ObjectType('SavedView', { description: 'A worklist under a name: the viewer’s own, or shared by a colleague.' })
export class SavedViewType implements SavedViewView {
  @Field(() => ID) id!: string;
  /** Published as `person`. */
  personId!: string;
  @Field() name!: string;
  @Field({ description: 'The query of the page’s address.' }) address!: string;
  @Field() isShared!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType('SavedViewChange')
export class SavedViewChangeType {
  @Field(() => ID) viewId!: string;
  @Field(() => SavedViewType, { nullable: true, description: 'Null: it was removed.' }) view!: SavedViewType | null;
}

export const SavedViewResult = createUnionType({
  name: 'SavedViewResult',
  types: () => [SavedViewChangeType, RuleViolationType, EditConflictType] as const,
  resolveType: refusalOr('SavedViewChange'),
});

@InputType()
export class SaveViewInput implements SaveView {
  @Field(() => ID) commandId!: string;
  @Field(() => ID, { nullable: true, description: 'Absent: a new one.' }) viewId?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that the author saw; with `viewId`.' }) version?: number | null;
  @Field() name!: string;
  @Field() address!: string;
  @Field() isShared!: boolean;
}

@InputType()
export class RemoveViewInput implements RemoveView {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) viewId!: string;
  @Field(() => Int) version!: number;
}
