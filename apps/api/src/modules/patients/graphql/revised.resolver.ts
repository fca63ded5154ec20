import { Args, Context, Field, ID, Int, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { AccessService } from '../../../access/access.service.ts';
import { RevisionBus, type RevisionNotice } from '../../../platform/events/revision-bus.ts';
import { isLive } from '../../../platform/graphql/graphql-sockets.ts';
import type { GraphqlContext, RequestContext } from '../../../platform/graphql/request-context.ts';
import { untilStopped } from '../../../platform/graphql/until-stopped.ts';
import { PatientQueries } from '../application/patient.queries.ts';

@ObjectType('PatientRevised', { description: 'The patient’s record is at this revision now.' })
export class PatientRevisedType {
  @Field(() => ID) patientId!: string;
  @Field(() => Int) revision!: number;
}

/** What changed is not announced, only that it did: whoever hears it reads as themselves. Each delivery asks again who the hearer is, and whether they may. */
@Resolver()
export class RevisedResolver {
  constructor(
    private readonly bus: RevisionBus,
    private readonly access: AccessService,
    private readonly patients: PatientQueries,
  ) {}

  @Subscription(() => PatientRevisedType, { description: 'One patient’s record; first of all the revision it is at. Own changes are not announced back to the session that made them.' })
  patientRevised(@Args('patientId', { type: () => ID }) patientId: string, @Context() context: GraphqlContext): AsyncGenerator<{ patientRevised: PatientRevisedType }> {
    return untilStopped((stop) => this.ofPatient(patientId, context, stop));
  }

  private async *ofPatient(patientId: string, context: GraphqlContext, stop: AbortController): AsyncGenerator<{ patientRevised: PatientRevisedType }> {
    if (!isLive(context)) return;
    const organizationId = context.request.actor.organizationId;
    const notices = this.notices(stop.signal, (notice) => notice.organizationId === organizationId && notice.patientId === patientId && notice.reviewedBy === null);
    try {
      // Listening begins before the first look, so that nothing falls between the two.
      const first = notices.next();
      const { revision } = await this.patients.byId(context.request, patientId);
      await context.request.renew();
      yield { patientRevised: { patientId, revision } };
      for (let next = await first; !next.done; next = await notices.next()) {
        const request = await context.again();
        if (!request || !(await this.mayRead(request, patientId))) return;
        if (next.value.sessionId !== request.actor.sessionId) yield { patientRevised: { patientId, revision: next.value.revision } };
      }
    } finally {
      stop.abort();
      await context.request.renew();
    }
  }

  @Subscription(() => PatientRevisedType, { description: 'Something changed on a patient whom the viewer reaches, or the viewer reviewed what had changed.' })
  caseloadRevised(@Context() context: GraphqlContext): AsyncGenerator<{ caseloadRevised: PatientRevisedType }> {
    return untilStopped((stop) => this.ofCaseload(context, stop));
  }

  private async *ofCaseload(context: GraphqlContext, stop: AbortController): AsyncGenerator<{ caseloadRevised: PatientRevisedType }> {
    if (!isLive(context)) return;
    const { organizationId, sessionId, personId } = context.request.actor;
    // A review is told to its own person only, in this browser too: what is unread stands in their other windows.
    const isNews = (notice: RevisionNotice) => (notice.reviewedBy === null ? notice.sessionId !== sessionId : notice.reviewedBy === personId);
    const notices = this.notices(stop.signal, (notice) => notice.organizationId === organizationId && isNews(notice));
    try {
      for await (const { patientId, revision } of notices) {
        const request = await context.again();
        if (!request) return;
        if (await this.mayRead(request, patientId)) yield { caseloadRevised: { patientId, revision } };
      }
    } finally {
      stop.abort();
    }
  }

  private async mayRead(request: RequestContext, patientId: string): Promise<boolean> {
    try {
      return this.access.allows(request, 'patient:read', await this.access.reach(request, patientId));
    } finally {
      await request.renew();
    }
  }

  private async *notices(signal: AbortSignal, concerns: (notice: RevisionNotice) => boolean): AsyncGenerator<RevisionNotice> {
    for await (const notice of this.bus.notices(signal)) if (concerns(notice)) yield notice;
  }
}
