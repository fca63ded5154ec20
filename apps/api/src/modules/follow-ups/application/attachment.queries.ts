import { Injectable } from '@nestjs/common';
import type { AttachmentType } from '@plexus/domain';
import { notFound } from '../../../platform/faults.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { isId } from '../../../platform/ids.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';

export interface AttachmentView {
  readonly id: string;
  readonly name: string;
  readonly mediaType: AttachmentType;
  readonly size: number;
  readonly byId: string;
  readonly at: Date;
}

@Injectable()
export class AttachmentQueries {
  constructor(names: RecordNames) {
    names.register('follow-up-attachment', async (request, patientId, ids) => {
      const rows = await request.reading.about<{ id: string; name: string }>(
        patientId, 'SELECT a.id, a.name FROM plexus.follow_up_attachment a WHERE a.organization_id = $1 AND a.patient_id = $2 AND a.id = ANY ($3)', [request.actor.organizationId, patientId, ids],
      );
      return new Map(rows.map(({ id, name }) => [id, name]));
    });
  }

  /** One that stands; what was entered in error is handed out no more. */
  async file(request: RequestContext, patientId: string, id: string): Promise<Pick<AttachmentView, 'name' | 'mediaType' | 'size'>> {
    if (!isId(id)) throw notFound();
    const [file] = await request.reading.about<Pick<AttachmentView, 'name' | 'mediaType' | 'size'>>(
      patientId,
      `SELECT a.name, a.media_type AS "mediaType", a.size FROM plexus.follow_up_attachment a WHERE a.organization_id = $1 AND a.patient_id = $2 AND a.id = $3 AND a.status = 'active'`,
      [request.actor.organizationId, patientId, id],
    );
    if (!file) throw notFound();
    return file;
  }

  /** Its bytes, part by part. Between two of them no connection is held: whoever reads slowly keeps it from nobody. */
  async *content(request: RequestContext, patientId: string, id: string): AsyncGenerator<Buffer> {
    for (let ordinal = 0; ; ordinal += 1) {
      const [part] = await request.reading.about<{ content: Buffer }>(
        patientId,
        'SELECT p.content FROM plexus.follow_up_attachment_part p WHERE p.organization_id = $1 AND p.patient_id = $2 AND p.attachment_id = $3 AND p.ordinal = $4',
        [request.actor.organizationId, patientId, id, ordinal],
      );
      await request.renew();
      if (!part) return;
      yield part.content;
    }
  }
}
