import { Injectable } from '@nestjs/common';
import { type Result, type RuleViolation, SAVED_VIEW_LIMIT, checkSavedView, ok, refuse, tidy, violation } from '@plexus/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/actor.ts';
import { notFound } from '../../../platform/faults.ts';
import { isId, newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { OrganizationCommands, type OrganizationDone } from '../../../platform/records/organization-commands.ts';
import { SavedViewEntity } from '../persistence/saved-view.entity.ts';

export interface SaveView {
  readonly commandId: string;
  /** Absent: a new one. */
  readonly viewId?: string | null;
  /** The version that the author saw, of one that is there. */
  readonly version?: number | null;
  readonly name: string;
  readonly address: string;
  readonly isShared: boolean;
}

export interface RemoveView {
  readonly commandId: string;
  readonly viewId: string;
  readonly version: number;
}

const NAME_TAKEN = violation('VIEW_NAME_TAKEN', 'You have a view of this name. Give another name, or change that one.', 'name');
const OF_OTHERS = violation('VIEW_OF_OTHERS', 'Only whoever saved it changes it. Save one of your own.', 'viewId');

/** Worklists under a name: one's own, which others may see and nobody else changes. */
@Injectable()
export class SavedViewUseCases {
  constructor(private readonly commands: OrganizationCommands) {}

  keep(actor: Actor, command: SaveView): Promise<OrganizationDone> {
    return this.commands.change(actor, { verb: 'view.save', action: 'follow-ups:list', command, constraints: { saved_view_name: NAME_TAKEN } }, async (em, leave) => {
      const checked = checkSavedView(command);
      if (!checked.ok) return checked;
      const given = { name: tidy(command.name), address: tidy(command.address), isShared: command.isShared };
      if (command.viewId == null) return this.add(em, actor, given);
      const view = await load(em, actor, command.viewId);
      if (!view.ok) return view;
      const { id, version } = view.value;
      await this.checkVersion(em, actor, view.value, command.version ?? 0, given, leave);
      await em.update(SavedViewEntity, { organizationId: actor.organizationId, id }, { ...given, version: version + 1 });
      return ok({ entityId: id });
    });
  }

  remove(actor: Actor, command: RemoveView): Promise<OrganizationDone> {
    return this.commands.change(actor, { verb: 'view.remove', action: 'follow-ups:list', command }, async (em, leave) => {
      const view = await load(em, actor, command.viewId);
      if (!view.ok) return view;
      await this.checkVersion(em, actor, view.value, command.version, {}, leave);
      await em.delete(SavedViewEntity, { organizationId: actor.organizationId, id: view.value.id });
      return ok({ entityId: view.value.id });
    });
  }

  private async add(em: EntityManager, { organizationId, personId }: Actor, given: Pick<SavedViewEntity, 'name' | 'address' | 'isShared'>): Promise<OrganizationDone> {
    const own = await em.countBy(SavedViewEntity, { organizationId, personId });
    if (own >= SAVED_VIEW_LIMIT) return refuse(violation('TOO_MANY_VIEWS', 'You have {limit} views. Remove one first.', 'name', { limit: String(SAVED_VIEW_LIMIT) }));
    const id = newId();
    await em.insert(SavedViewEntity, { organizationId, id, personId, ...given });
    return ok({ entityId: id });
  }

  private async checkVersion(em: EntityManager, actor: Actor, view: SavedViewEntity, version: number, mine: Partial<Pick<SavedViewEntity, 'name' | 'address'>>, leave: (refusal: Refusal) => never): Promise<void> {
    if (view.version === version) return;
    await this.commands.refuseFor(em, actor, 'saved-view', view, (['name', 'address'] as const).map((field) => ({ field, theirs: view[field], mine: mine[field] ?? null })), leave);
  }
}

async function load(em: EntityManager, { organizationId, personId }: Actor, id: string): Promise<Result<SavedViewEntity, RuleViolation>> {
  const view = isId(id) ? await em.findOneBy(SavedViewEntity, { organizationId, id }) : null;
  if (!view) throw notFound();
  return view.personId === personId ? ok(view) : refuse(OF_OTHERS);
}
