import { Injectable } from '@nestjs/common';
import type { ReachRow } from '@plexus/domain';
import { type GraphQLSchema, parse } from 'graphql';
import { AnswerKeeper, type Keepable } from '../../platform/graphql/answer-keeper.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { TrustedDocuments } from '../../platform/graphql/trusted-documents.ts';
import { isId } from '../../platform/ids.ts';
import { Log } from '../../platform/log/log.ts';
import { KeptAnswers } from './kept-answers.ts';
import { isShareable } from './shareable-fields.ts';

interface Row {
  readonly revision: number;
  readonly organizationVersion: number;
  readonly reach: ReachRow[] | null;
}

/** Puts answers away under the name that the very snapshot gives them from which they were made: a change that is committed meanwhile is in neither. */
@Injectable()
export class Keeping extends AnswerKeeper {
  private readonly shareable = new Map<string, boolean>();
  private schema: GraphQLSchema | null = null;

  constructor(
    private readonly kept: KeptAnswers,
    private readonly documents: TrustedDocuments,
    private readonly log: Log,
  ) {
    super();
  }

  /** Until the schema is known nothing is kept. */
  learn(schema: GraphQLSchema): void {
    this.schema = schema;
  }

  override keepable(documentId: unknown, variables: unknown): Keepable | null {
    if (typeof documentId !== 'string' || typeof variables !== 'object' || variables === null || !this.isShareable(documentId)) return null;
    const { patientId, ...others } = variables as Record<string, unknown>;
    return typeof patientId === 'string' && isId(patientId) && Object.keys(others).length === 0 ? { documentId, patientId } : null;
  }

  override async keep(request: RequestContext, { documentId, patientId }: Keepable, body: string): Promise<void> {
    try {
      const { organizationId, today, discipline, organizationRoles } = request.actor;
      const [row] = await request.reading.about<Row>(
        patientId,
        `SELECT p.revision, o.version AS "organizationVersion",
                (SELECT json_agg(json_build_object('through', r.through, 'role', r.role, 'discipline', r.discipline, 'onBehalfOf', r.on_behalf_of)) FROM plexus.reach r WHERE r.patient_id = $2) AS reach
           FROM plexus.patient_record p JOIN plexus.organization o ON o.organization_id = p.organization_id
          WHERE p.organization_id = $1 AND p.patient_id = $2`,
        [organizationId, patientId],
      );
      if (!row?.reach) return;
      this.kept.keep(documentId, patientId, { organizationId, today, discipline, organizationRoles, ...row, reach: row.reach }, Buffer.from(body));
    } catch (error) {
      this.log.fault(request.requestId, error);
    }
  }

  private isShareable(documentId: string): boolean {
    const known = this.shareable.get(documentId);
    if (known !== undefined || !this.schema) return known ?? false;
    const text = this.documents.textOf(documentId);
    const isSo = text !== null && isShareable(this.schema, parse(text));
    if (text !== null) this.shareable.set(documentId, isSo);
    return isSo;
  }
}
