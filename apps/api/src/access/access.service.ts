import { Injectable } from '@nestjs/common';
import { PATIENT_ACTIONS, type PatientAction, REACHES, type ReachRow, type Taken, mayWithPatient } from '@plexus/domain';
import { forbidden, notFound } from '../platform/faults.ts';
import type { Batch } from '../platform/graphql/loaders.ts';
import type { RequestContext } from '../platform/graphql/request-context.ts';
import { isId } from '../platform/ids.ts';
import { AccessLog } from './access-log.ts';

/** The database's answer to "what is this person to these patients": the application cannot claim a relation, only ask for it. */
@Injectable()
export class ReachBatch implements Batch<string, ReachRow[], RequestContext> {
  async loadAll(patientIds: readonly string[], request: RequestContext): Promise<ReachRow[][]> {
    return Promise.all(
      patientIds.map((patientId) =>
        request.reading.about<ReachRow>(
          patientId,
          `SELECT r.through, r.role, r.discipline, r.on_behalf_of AS "onBehalfOf" FROM plexus.reach r WHERE r.patient_id = $1`,
          [patientId],
        ),
      ),
    );
  }
}

/** Applies the policy table to one patient. */
@Injectable()
export class AccessService {
  constructor(
    private readonly reachOf: ReachBatch,
    private readonly log: AccessLog,
  ) {}

  /** By what rights the actor reaches the patient, the strongest first; empty for a stranger. */
  async reach(request: RequestContext, patientId: string): Promise<ReachRow[]> {
    if (!isId(patientId)) return [];
    const rows = await request.loaders.for(this.reachOf).load(patientId);
    return [...rows].sort((a, b) => REACHES.indexOf(a.through) - REACHES.indexOf(b.through));
  }

  /** NOT_FOUND for a stranger, in the same words as for a patient that does not exist; FORBIDDEN for a colleague whose part it is not. */
  async require(request: RequestContext, action: PatientAction, patientId: string): Promise<void> {
    const reach = await this.reach(request, patientId);
    if (reach.length === 0) {
      if (isId(patientId)) await this.log.refused(request.actor, patientId);
      throw notFound();
    }
    if (!this.allows(request, action, reach)) throw forbidden();
    await this.log.opened(request.actor, patientId, reach[0]!.through);
  }

  /** What is taken is out of the record's hands: its row is there before it is handed out. */
  async noteTaking(request: RequestContext, action: PatientAction, what: Taken, patientId: string): Promise<void> {
    await this.require(request, action, patientId);
    const [strongest] = await this.reach(request, patientId);
    await this.log.taken(request.actor, patientId, what, strongest!.through);
  }

  allows(request: RequestContext, action: PatientAction, reach: readonly ReachRow[]): boolean {
    const { organizationRoles, discipline } = request.actor;
    return mayWithPatient(action, { reach, organizationRoles, discipline });
  }

  /** Of a field of a chart that is open already, but not everybody's part: FORBIDDEN. */
  async requirePart(request: RequestContext, action: PatientAction, patientId: string): Promise<void> {
    if (!this.allows(request, action, await this.reach(request, patientId))) throw forbidden();
  }

  /** All that the actor may do to this patient. */
  async may(request: RequestContext, patientId: string): Promise<PatientAction[]> {
    const reach = await this.reach(request, patientId);
    return PATIENT_ACTIONS.filter((action) => this.allows(request, action, reach));
  }
}
