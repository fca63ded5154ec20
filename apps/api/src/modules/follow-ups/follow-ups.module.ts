import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { PatientsModule } from '../patients/patients.module.ts';
import { AttachmentQueries } from './application/attachment.queries.ts';
import { AttachFileUseCase, MarkAttachmentInErrorUseCase } from './application/attachments.use-cases.ts';
import { CandidateQueries } from './application/candidates.queries.ts';
import { ChangeFollowUpsUseCase } from './application/change-follow-ups.use-case.ts';
import { AssignFollowUpUseCase, EditFollowUpUseCase, SnoozeFollowUpUseCase } from './application/change-follow-up.use-cases.ts';
import { EscalateFollowUpsJob } from './application/escalate-follow-ups.job.ts';
import { EntriesBatch, EntryCountsBatch } from './application/entries.batches.ts';
import { AttachmentsBatch, EscalationsBatch, FollowUpBatch, KeepingBatch, SourceNamesBatch } from './application/follow-up.batches.ts';
import { FollowUpQueries, OpenCountsBatch } from './application/follow-up.queries.ts';
import { FollowUpsOfRules } from './application/follow-ups-of-rules.ts';
import { HandOverFollowUpsUseCase, UndoHandOverUseCase } from './application/hand-over.use-cases.ts';
import { LeaveQueries } from './application/leave.queries.ts';
import { LeaveUseCases } from './application/leaves.use-cases.ts';
import { MoveFollowUpUseCase } from './application/move-follow-up.use-case.ts';
import { NoteOnFollowUpUseCase } from './application/note-on-follow-up.use-case.ts';
import { OpenFollowUpUseCase } from './application/open-follow-up.use-case.ts';
import { SavedViewQueries } from './application/saved-views.queries.ts';
import { SavedViewUseCases } from './application/saved-views.use-cases.ts';
import { SourceEndings } from './application/source-endings.ts';
import { WorklistQueries } from './application/worklist.queries.ts';
import { FollowUpAttachmentResolver, FollowUpAttachmentsResolver } from './graphql/attachments.resolver.ts';
import { FollowUpEntriesResolver, FollowUpEntryResolver } from './graphql/entries.resolver.ts';
import { FollowUpChangesResolver } from './graphql/follow-up-changes.resolver.ts';
import { CaseloadFollowUpsResolver, FollowUpResolver, PatientFollowUpsResolver } from './graphql/follow-up.resolver.ts';
import { HandOverResolver } from './graphql/hand-over.resolver.ts';
import { LeaveResolver } from './graphql/leave.resolver.ts';
import { CandidatesResolver, SavedViewsResolver, WorklistResolver } from './graphql/worklist.resolver.ts';
import { AttachmentsController } from './http/attachments.controller.ts';

// Exported for the demo clinic, which is made through them.
const useCases = [OpenFollowUpUseCase, EditFollowUpUseCase, AssignFollowUpUseCase, MoveFollowUpUseCase, SnoozeFollowUpUseCase, NoteOnFollowUpUseCase, LeaveUseCases];
const queries = [FollowUpQueries, OpenCountsBatch, KeepingBatch, EntriesBatch, EntryCountsBatch, EscalationsBatch, SourceNamesBatch, LeaveQueries];
const worklist = [WorklistQueries, CandidateQueries, ChangeFollowUpsUseCase, SavedViewQueries, SavedViewUseCases, FollowUpBatch, WorklistResolver, CandidatesResolver, SavedViewsResolver];
const handOver = [HandOverFollowUpsUseCase, UndoHandOverUseCase, HandOverResolver];
const resolvers = [FollowUpResolver, FollowUpEntriesResolver, FollowUpEntryResolver, FollowUpChangesResolver, PatientFollowUpsResolver, CaseloadFollowUpsResolver, LeaveResolver];
const attachments = [AttachmentQueries, AttachmentsBatch, FollowUpAttachmentsResolver, FollowUpAttachmentResolver, AttachFileUseCase, MarkAttachmentInErrorUseCase];

@Module({
  imports: [IdentityModule, PatientsModule],
  controllers: [AttachmentsController],
  providers: [...useCases, ...queries, ...resolvers, ...worklist, ...handOver, ...attachments, EscalateFollowUpsJob, FollowUpsOfRules, SourceEndings],
  exports: [...useCases, AttachFileUseCase, MarkAttachmentInErrorUseCase, FollowUpsOfRules],
})
export class FollowUpsModule {}
