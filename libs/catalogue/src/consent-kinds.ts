import type { SourceKey } from './sources.ts';

/** Something that a patient may agree to, and take back. */
export interface ConsentKind {
  readonly id: string;
  readonly name: string;
  /** Who is named with it; null: nobody, it is for whoever has that part in the care. */
  readonly party: 'relative' | 'clinic' | null;
  /** What exactly it lets happen, where that is fixed; null: the patient says it, and it is written down. */
  readonly scope: string | null;
  readonly sources: readonly SourceKey[];
}

/** The one kind that opens something in Plexus itself: row-level security asks for it by this name. */
export const PEER_MENTOR_CONSENT = 'peer-mentor-sees-plan';

const consentKindRows = [
  {
    id: PEER_MENTOR_CONSENT,
    name: 'Peer mentor sees the plan',
    party: null,
    scope: 'Goals, activities with their doses, and who is on the team. Not diagnoses, allergies, devices, consents, contact details or the history.',
    sources: ['SEED000', 'JUDGE'],
  },
  { id: 'relative-told', name: 'A relative or friend is told', party: 'relative', scope: null, sources: ['SEED000', 'JUDGE'] },
  { id: 'relative-takes-part', name: 'A relative or friend takes part', party: 'relative', scope: null, sources: ['SEED000', 'JUDGE'] },
  { id: 'email', name: 'Messages by e-mail', party: null, scope: null, sources: ['JUDGE'] },
  { id: 'phone', name: 'Calls and voicemail', party: null, scope: null, sources: ['JUDGE'] },
  { id: 'text-message', name: 'Text messages', party: null, scope: null, sources: ['JUDGE'] },
  { id: 'group-session', name: 'Group sessions', party: null, scope: null, sources: ['JUDGE'] },
  { id: 'outside-clinic', name: 'Sharing with an outside clinic', party: 'clinic', scope: null, sources: ['JUDGE'] },
  { id: 'photographs', name: 'Photographs', party: null, scope: null, sources: ['JUDGE'] },
] as const satisfies readonly ConsentKind[];

export type ConsentKindId = (typeof consentKindRows)[number]['id'];

export const consentKinds: readonly (ConsentKind & { readonly id: ConsentKindId })[] = consentKindRows;

const consentKindsById = new Map<string, ConsentKind>(consentKinds.map((kind) => [kind.id, kind]));

/** Undefined for an id that is not in the catalogue. */
export const consentKindById = (id: string): ConsentKind | undefined => consentKindsById.get(id);
