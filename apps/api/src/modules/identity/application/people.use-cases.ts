import { Inject, Injectable } from '@nestjs/common';
import { disciplineById } from '@plexus/catalogue';
import { type EditConflict, type OrganizationRole, type PersonStatus, type Result, type RuleViolation, checkPerson, checkReason, emailKey, mayInOrganization, ok, refuse, tidy, unless, violation } from '@plexus/domain';
import { type EntityManager, QueryFailedError } from 'typeorm';
import type { Actor } from '../../../platform/actor.ts';
import { Clock } from '../../../platform/clock/clock.ts';
import { CONFIG, type Config } from '../../../platform/config/config.ts';
import { Transactions } from '../../../platform/database/transactions.ts';
import { badInput, forbidden, notFound } from '../../../platform/faults.ts';
import { isId, newId } from '../../../platform/ids.ts';
import { OrganizationCommandEntity, OrganizationRoleEntity, PersonEntity } from '../../../platform/organization.entities.ts';
import { inputHash } from '../../../platform/records/chain.ts';
import { PasswordLinks } from './password-links.ts';

type Refusal = RuleViolation | EditConflict;
type PersonChange = Result<{ personId: string }, Refusal>;

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

/** Who works here. Commands without a patient: the same rules of repetition and conflict, with a version in place of a revision. */
@Injectable()
export class PeopleUseCases {
  constructor(
    private readonly transactions: Transactions,
    private readonly links: PasswordLinks,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
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

  /** One transaction: look for the command, do it, remember it. */
  private async change(
    actor: Actor,
    command: { readonly commandId: string },
    verb: string,
    reason: string | null,
    work: (em: EntityManager, leave: (refusal: Refusal) => never) => Promise<PersonChange>,
    retrying = false,
  ): Promise<PersonChange> {
    if (!mayInOrganization('people:manage', actor)) throw forbidden();
    if (!isId(command.commandId)) throw badInput('commandId', 'A command id is a UUID in lower case.');
    const hash = inputHash(this.config.recordKey, verb, command);
    const context = { organizationId: actor.organizationId, personId: actor.personId, purpose: 'organization-role', today: actor.today, patientId: null } as const;
    try {
      return await this.transactions.write<{ personId: string }, Refusal>(context, async (em, leave) => {
        // One change of people at a time: the rule about the last administrator looks at all of them. A refusal takes the version back.
        await em.query('UPDATE plexus.organization SET version = version + 1 WHERE organization_id = $1', [actor.organizationId]);
        const key = { organizationId: actor.organizationId, personId: actor.personId, id: command.commandId };
        const done = await em.findOneBy(OrganizationCommandEntity, key);
        if (done && !done.inputHash.equals(hash)) throw badInput('commandId', 'This command id was used for something else.', 'COMMAND_REUSED');
        if (done) return { personId: done.entityId };
        const result = await work(em, leave);
        if (!result.ok) return leave(result.error);
        await em.insert(OrganizationCommandEntity, { ...key, inputHash: hash, verb, entityId: result.value.personId, reason: reason === null ? null : tidy(reason), at: this.clock.now() });
        return result.value;
      });
    } catch (error) {
      const { constraint } = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
      if (constraint === 'organization_command_pkey' && !retrying) return this.change(actor, command, verb, reason, work, true);
      if (constraint === 'person_once_an_account') return refuse(EMAIL_TAKEN);
      throw error;
    }
  }

  private async load(em: EntityManager, actor: Actor, personId: string): Promise<PersonEntity> {
    const person = isId(personId) ? await em.findOneBy(PersonEntity, { organizationId: actor.organizationId, id: personId }) : null;
    if (!person) throw notFound();
    return person;
  }

  /** People have no history to merge by, so any newer version is shown beside what was to be written. */
  private async checkVersion(em: EntityManager, actor: Actor, person: PersonEntity, baseVersion: number, mine: Partial<Pick<PersonEntity, 'name' | 'discipline' | 'status'>>, leave: (refusal: Refusal) => never): Promise<void> {
    if (person.version === baseVersion) return;
    const [last] = await em.query<{ person_id: string; at: Date }[]>(`SELECT c.person_id, c.at FROM plexus.organization_command c WHERE c.organization_id = $1 AND c.entity_id = $2 ORDER BY c.at DESC LIMIT 1`, [actor.organizationId, person.id]);
    const fields = (['name', 'discipline', 'status'] as const)
      .filter((field) => field in mine && mine[field] !== undefined)
      .map((field) => ({ field, base: null, theirs: person[field], mine: mine[field] ?? null }));
    leave({ kind: 'edit-conflict', revision: person.version, groups: [{ entity: 'person', entityId: person.id, group: 'person', personId: last?.person_id ?? actor.personId, at: last?.at ?? this.clock.now(), fields }] });
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

