import type { OrganizationRole } from '../access/vocabulary.ts';
import { type Result, type RuleViolation, unless, violation } from '../result.ts';
import { type FollowUpState, courtOf } from './contract.ts';
import { type Holder, mayHold } from './holding.ts';

/** Whoever leaves hands over what is theirs; a coordinator does it for them. */
export const mayHandOver = (fromPersonId: string, actor: { readonly personId: string; readonly organizationRoles: readonly OrganizationRole[] }): boolean =>
  fromPersonId === actor.personId || actor.organizationRoles.includes('coordinator');

export interface HandedOver {
  readonly kind: string;
  readonly state: FollowUpState;
  readonly outsideParty: string | null;
}

/** Whether the next step is its owner's. What waits for whoever asked, a report or a refusal, stays as it is: asked anew, it would be lost. */
export const needsHandOver = (followUp: HandedOver): boolean => {
  const court = courtOf(followUp);
  return court === 'owner' || court === 'outside';
};

/** What one member has goes to others, each thing looked at: what concerns safety to somebody by name, and nothing that a colleague gave away meanwhile. */
export const checkHandOver = (followUp: HandedOver & { readonly ownerId: string | null }, fromPersonId: string, to: { readonly ownerId: string | null }): Result<void, RuleViolation> =>
  unless([
    followUp.ownerId === fromPersonId ? null : violation('OF_ANOTHER_OWNER', 'This has another owner by now. Leave it with them.', 'followUpId'),
    needsHandOver(followUp) ? null : violation('WITH_ASKER', 'This is over, or waits for whoever asked. Leave it as it is.', 'followUpId'),
    to.ownerId === fromPersonId ? violation('HANDED_TO_SELF', 'This person hands it over. Choose somebody else.', 'ownerId') : null,
    followUp.kind === 'safety' && to.ownerId === null ? violation('SAFETY_TO_POOL', 'What concerns safety goes to a person by name. Choose somebody.', 'pool') : null,
  ]);

/** Somebody who can be asked, or could on another day. */
export interface Receiver extends Pick<Holder, 'personId' | 'discipline' | 'role' | 'standInId'> {
  readonly isEligible: boolean;
  /** What they hold. */
  readonly load: number;
}

export type Receiving = { readonly ownerId: string } | { readonly pool: string };

/**
 * Who should have it: whoever stands in for the owner with this patient; then, of what concerns safety, the team's lead; of the rest, whoever of its
 * role has least to do, or the role where others are in it. Null: nobody can be named by rule.
 *
 * @param isGiven what was suggested already, so that not everything goes to the same one
 */
export function receiverOf({ kind, pool }: { readonly kind: string; readonly pool: string }, fromPersonId: string, receivers: readonly Receiver[], isGiven: ReadonlyMap<string, number> = new Map()): Receiving | null {
  const eligible = receivers.filter(({ personId, isEligible }) => isEligible && personId !== fromPersonId);
  const standInId = receivers.find(({ personId }) => personId === fromPersonId)?.standInId;
  const standIn = eligible.find(({ personId }) => personId === standInId);
  if (standIn) return { ownerId: standIn.personId };
  if (kind === 'safety') {
    const lead = eligible.find(({ role }) => role === 'lead');
    return lead ? { ownerId: lead.personId } : null;
  }
  const load = ({ personId, load: held }: Receiver) => held + (isGiven.get(personId) ?? 0);
  const [colleague] = eligible.filter(({ discipline }) => discipline === pool).sort((a, b) => load(a) - load(b));
  if (colleague) return { ownerId: colleague.personId };
  return receivers.some((receiver) => mayHold(receiver) && receiver.discipline === pool && receiver.personId !== fromPersonId) ? { pool } : null;
}
