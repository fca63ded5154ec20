import { Injectable } from '@nestjs/common';
import { type Day, checkLeave, checkLeaveWriter, ok, refuse, unless, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { notFound } from '../../../platform/faults.ts';
import { isId, newId } from '../../../platform/ids.ts';
import { PersonEntity } from '../../../platform/organization.entities.ts';
import { OrganizationCommands, type OrganizationDone } from '../../../platform/records/organization-commands.ts';
import { LeaveEntity } from '../persistence/follow-up.entities.ts';

export interface SetLeave {
  readonly commandId: string;
  readonly personId: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
}

export interface EndLeave {
  readonly commandId: string;
  readonly leaveId: string;
  readonly version: number;
}

const OVERLAPS = violation('LEAVE_OVERLAPS', 'This person has leave in these days already. End that one first, or choose other days.', 'startsOn');

/** Who is away. What they hold is covered from the first day on, and theirs again after the last. */
@Injectable()
export class LeaveUseCases {
  constructor(private readonly commands: OrganizationCommands) {}

  set(actor: Actor, command: SetLeave): Promise<OrganizationDone> {
    return this.commands.change(actor, { verb: 'leave.set', action: 'leave:write', command, constraints: { leave_once: OVERLAPS } }, async (em) => {
      const { organizationId } = actor;
      const { personId, startsOn, endsOn } = command;
      if (!isId(personId) || !(await em.findOneBy(PersonEntity, { organizationId, id: personId }))) throw notFound();
      const checked = checkLeave(command, actor, actor.today);
      if (!checked.ok) return checked;
      const leave = { organizationId, id: newId(), personId, startsOn, endsOn };
      await em.insert(LeaveEntity, leave);
      return ok({ entityId: leave.id });
    });
  }

  /** Its last day is today; what has not begun is taken away. */
  end(actor: Actor, command: EndLeave): Promise<OrganizationDone> {
    return this.commands.change(actor, { verb: 'leave.end', action: 'leave:write', command }, async (em, leave) => {
      const key = { organizationId: actor.organizationId, id: command.leaveId };
      const row = isId(command.leaveId) ? await em.findOneBy(LeaveEntity, key) : null;
      if (!row) throw notFound();
      const allowed = unless([checkLeaveWriter(row, actor, 'leaveId')]);
      if (!allowed.ok) return allowed;
      if (row.version !== command.version) await this.commands.refuseFor(em, actor, 'leave', row, [{ field: 'endsOn', theirs: row.endsOn, mine: actor.today }], leave);
      if (row.endsOn <= actor.today) return refuse(violation('LEAVE_ENDS', 'This leave ends today or is over already.', 'leaveId'));
      if (row.startsOn > actor.today) await em.delete(LeaveEntity, key);
      else await em.update(LeaveEntity, key, { endsOn: actor.today, version: row.version + 1 });
      return ok({ entityId: row.id });
    });
  }
}
