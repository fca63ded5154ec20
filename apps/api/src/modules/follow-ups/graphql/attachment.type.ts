import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AttachmentType } from '@plexus/domain';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { AttachmentView } from '../application/attachment.queries.ts';

@ObjectType('FollowUpAttachment', { description: 'A report that came back. Its bytes: GET /attachments/<patientId>/<id>.' })
export class FollowUpAttachmentType implements AttachmentView {
  @Field(() => ID) id!: string;
  @Field({ description: 'As whoever attached it had it, with an ending that says what it is.' }) name!: string;
  @Field(() => String, { description: 'What its content is: application/pdf, image/png, image/jpeg or image/webp.' }) mediaType!: AttachmentType;
  @Field(() => Int, { description: 'In bytes.' }) size!: number;
  /** Published as `by`. */
  byId!: string;
  @Field(() => DateTimeScalar) at!: Date;
}
