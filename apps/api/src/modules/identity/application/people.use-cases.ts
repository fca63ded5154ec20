import { Injectable } from '@nestjs/common';
import { disciplineById } from '@plexus/catalogue';
import { type OrganizationRole, type PersonStatus, type Result, type RuleViolation, checkPerson, checkReason, emailKey, ok, refuse, tidy, unless, violation } from '@plexus/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/actor.ts';
import { Clock } from '../../../platform/clock/clock.ts';
import { notFound } from '../../../platform/faults.ts';
import { isId, newId } from '../../../platform/ids.ts';
import { OrganizationRoleEntity, PersonEntity } from '../../../platform/organization.entities.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { OrganizationCommands } from '../../../platform/records/organization-commands.ts';
import { PasswordLinks } from './password-links.ts';

type PersonChange = Result<{ personId: string }, Refusal>;
type Work = (em: EntityManager, leave: (refusal: Refusal) => never) => Promise<PersonChange>;

export interface InvitePerson {
  readonly commandId: string;
  readonly name: string;
  readonly email: string;
  readonly discipline?: string | null;
  readonly roles: readonly OrganizationRole[];
}

export interface EditPerson {
  readonly commandId: string;
  readonly personId: string;
  readonly baseVersion: number;
  readonly name?: string | null;
  readonly discipline?: string | null;
  readonly roles?: readonly OrganizationRole[];
}

export interface ChangePersonStatus {
  readonly commandId: string;
  readonly personId: string;
  readonly baseVersion: number;
  readonly reason: string;
}

const EMAIL_TAKEN = violation('EMAIL_TAKEN', 'Somebody has this e-mail address already.', 'email');

const knownDiscipline = (id: string): boolean => disciplineById(id) !== undefined;

/** One change of people at a time: the rule about the last administrator looks at all of them. A refusal takes the version back. */
const LOCK = 'UPDATE plexus.organization SET version = version + 1 WHERE organization_id = $1';

/** Who works here. */
@Injectable()
export class PeopleUseCases {
  constructor(
    private readonly commands: OrganizationCommands,
    private readonly links: PasswordLinks,
    private readonly clock: Clock,
  ) {}

  async invite(actor: Actor, command: InvitePerson): Promise<PersonChange> {
    const checked = checkPerson(command, knownDiscipline);
    if (!checked.ok) return checked;
    const email = emailKey(command.email);
    let invitation: string | null = null;
    const done = await this.change(actor, command, 'person.invite', null, async (em) => {
      // One person, one organization: a second one would come in by the first one's password and sessions.
      const [known] = await em.query<{ organization_id: string | null }[]>('SELECT organization_id FROM auth.account_by_email($1)', [email]);
      if (known?.organization_id) return refuse(EMAIL_TAKEN);
      const [account] = await em.query<{ id: string }[]>('SELECT auth.ensure_account($1, $2) AS id', [newId(), email]);
      const person = { organizationId: actor.organizationId, id: newId(), accountId: account!.id, name: tidy(command.name), email, discipline: command.discipline ?? null, status: 'invited' as const };
      await em.insert(PersonEntity, person);
      await this.replaceRoles(em, actor, person.id, command.roles);
      invitation = await this.links.makeInvitation(em, account!.id);
      return ok({ personId: person.id });
    });
    if (done.ok && invitation) this.links.sendInvitation(email, invitation);
    return done;
  }

  edit(actor: Actor, command: EditPerson): Promise<PersonChange> {
    return this.change(actor, command, 'person.edit', null, async (em, leave) => {
      const person = await this.load(em, actor, command.personId);
      const { name, ...others } = command;
      if (name === null) return refuse(violation('REQUIRED', 'This cannot be empty.', 'name'));
      const checked = checkPerson({ ...others, ...(name === undefined ? {} : { name }) }, knownDiscipline);
      if (!checked.ok) return checked;
      const before = { name: person.name, discipline: person.discipline };
      await this.checkVersion(em, actor, person, command.baseVersion, { ...before, ...others, ...(name === undefined ? {} : { name }) }, leave);
      const patch = {
        ...(name === undefined ? {} : { name: tidy(name) }),
        ...(command.discipline === undefined ? {} : { discipline: command.discipline }),
      };
      if (command.roles) {
        const kept = await this.checkAdministratorStays(em, actor, person.id, !command.roles.includes('administrator'));
        if (!kept.ok) return kept;
      }
      await this.update(em, person, patch);
      if (command.roles) await this.replaceRoles(em, actor, person.id, command.roles);
      return ok({ personId: person.id });
    });
  }

  deactivate(actor: Actor, command: ChangePersonStatus): Promise<PersonChange> {
    return this.setStatus(actor, command, 'person.deactivate', 'deactivated', async (em, person) => {
      if (person.id === actor.personId) return refuse(violation('DEACTIVATES_SELF', 'Another administrator must do this for you.', 'personId'));
      const kept = await this.checkAdministratorStays(em, actor, person.id, true);
      if (kept.ok) await em.query('SELECT auth.end_sessions_of_person($1, $2, $3, $4)', [actor.organizationId, person.id, this.clock.now(), 'deactivated']);
      return kept;
    });
  }

  reactivate(actor: Actor, command: ChangePersonStatus): Promise<PersonChange> {
    return this.setStatus(actor, command, 'person.reactivate', 'active', async (_em, person) =>
      person.status === 'deactivated' ? ok(undefined) : refuse(violation('NOT_DEACTIVATED', 'Only somebody who was deactivated can be reactivated.', 'personId')),
    );
  }

  private setStatus(
    actor: Actor,
    command: ChangePersonStatus,
    verb: string,
    status: PersonStatus,
    rule: (em: EntityManager, person: PersonEntity) => Promise<Result<void, RuleViolation>>,
  ): Promise<PersonChange> {
    return this.change(actor, command, verb, command.reason, async (em, leave) => {
      const checked = unless([checkReason(command.reason)]);
      if (!checked.ok) return checked;
      const person = await this.load(em, actor, command.personId);
      await this.checkVersion(em, actor, person, command.baseVersion, { status }, leave);
      const allowed = await rule(em, person);
      if (!allowed.ok) return allowed;
      await this.update(em, person, { status });
      return ok({ personId: person.id });
    });
  }

  private async change(actor: Actor, command: { readonly commandId: string }, verb: string, reason: string | null, work: Work): Promise<PersonChange> {
    const done = await this.commands.change(actor, { verb, action: 'people:manage', command, reason, lock: LOCK, constraints: { person_once_an_account: EMAIL_TAKEN } }, async (em, leave) => {
      const changed = await work(em, leave);
      return changed.ok ? ok({ entityId: changed.value.personId }) : changed;
    });
    return done.ok ? ok({ personId: done.value.entityId }) : done;
  }

  private async load(em: EntityManager, actor: Actor, personId: string): Promise<PersonEntity> {
    const person = isId(personId) ? await em.findOneBy(PersonEntity, { organizationId: actor.organizationId, id: personId }) : null;
    if (!person) throw notFound();
    return person;
  }

  private async checkVersion(em: EntityManager, actor: Actor, person: PersonEntity, baseVersion: number, mine: Partial<Pick<PersonEntity, 'name' | 'discipline' | 'status'>>, leave: (refusal: Refusal) => never): Promise<void> {
    if (person.version === baseVersion) return;
    const fields = (['name', 'discipline', 'status'] as const)
      .filter((field) => field in mine && mine[field] !== undefined)
      .map((field) => ({ field, theirs: person[field], mine: mine[field] ?? null }));
    await this.commands.refuseFor(em, actor, 'person', person, fields, leave);
  }

  private async checkAdministratorStays(em: EntityManager, actor: Actor, personId: string, loses: boolean): Promise<Result<void, RuleViolation>> {
    if (!loses) return ok(undefined);
    const rows = await em.query<unknown[]>(
      `SELECT 1 FROM plexus.organization_role r JOIN plexus.person p ON p.organization_id = r.organization_id AND p.id = r.person_id
        WHERE r.organization_id = $1 AND r.role = 'administrator' AND p.status = 'active' AND r.person_id <> $2 LIMIT 1`,
      [actor.organizationId, personId],
    );
    return rows.length > 0 ? ok(undefined) : refuse(violation('LAST_ADMINISTRATOR', 'Somebody else must be an administrator first.', 'roles'));
  }

  private async replaceRoles(em: EntityManager, actor: Actor, personId: string, roles: readonly OrganizationRole[]): Promise<void> {
    const { organizationId } = actor;
    const present = new Set((await em.findBy(OrganizationRoleEntity, { organizationId, personId })).map((row) => row.role));
    const missing = [...new Set(roles)].filter((role) => !present.has(role));
    if (missing.length > 0) await em.insert(OrganizationRoleEntity, missing.map((role) => ({ organizationId, personId, role })));
    // Last, because it may be the actor's own right to do all this.
    await em.query('DELETE FROM plexus.organization_role WHERE organization_id = $1 AND person_id = $2 AND role <> ALL ($3)', [organizationId, personId, roles]);
  }

  private async update(em: EntityManager, person: PersonEntity, patch: Partial<Pick<PersonEntity, 'name' | 'discipline' | 'status'>>): Promise<void> {
    const { affected } = await em.update(PersonEntity, { organizationId: person.organizationId, id: person.id }, { ...patch, version: person.version + 1 });
    if (affected !== 1) throw notFound();
  }
}

