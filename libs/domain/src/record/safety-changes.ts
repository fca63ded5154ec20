import type { FollowUpKind } from '../follow-ups/follow-up.ts';
import type { ActivityForm } from '../plan/activity-forms.ts';
import type { EntityName } from './registry.ts';
import type { FieldValue } from './values.ts';

/** Of an activity its form. */
export type ThingKind = ActivityForm | FollowUpKind;

interface SafetyRow {
  readonly entity: EntityName;
  /** Left out: every field. */
  readonly fields?: readonly string[];
  /** Left out: whatever it became. */
  readonly values?: readonly string[];
  /** Only of activities, or follow-ups, of these kinds. */
  readonly kinds?: readonly ThingKind[];
  /** Why nobody may pass it by with a click. */
  readonly why: string;
}

const DRUG_FORMS: readonly ActivityForm[] = ['medication', 'opioid', 'infusion'];
const ENDED = ['on-hold', 'stopped', 'cancelled', 'declined', 'entered-in-error'];

/**
 * Changes that a colleague must have had before their eyes: marking a plan as reviewed acknowledges what changed, and never clears one of these unseen.
 * The team's rule of its own, not a catalogue's: each line says why.
 */
export const SAFETY_CHANGES: readonly SafetyRow[] = [
  { entity: 'medicine', why: 'What the patient takes decides what else may be given.' },
  { entity: 'allergy', why: 'What the patient does not tolerate must not be given.' },
  { entity: 'named-substance', why: 'What the patient does not tolerate must not be given.' },
  { entity: 'patient', fields: ['allergyStatus', 'deviceAnswer'], why: '"None known" takes a warning away.' },
  { entity: 'device', why: 'An implant forbids some treatments.' },
  { entity: 'red-flag-screen', why: 'A red flag comes before every plan.' },
  { entity: 'consent', fields: ['status'], values: ['withdrawn', 'entered-in-error'], why: 'What the patient no longer agrees to must end.' },
  { entity: 'plan', fields: ['status'], values: ENDED, why: 'What rests or ended must not be carried on with.' },
  { entity: 'goal', fields: ['status'], values: ENDED, why: 'What rests or ended must not be carried on with.' },
  { entity: 'activity', fields: ['status'], values: ENDED, why: 'What rests or ended must not be carried on with.' },
  { entity: 'activity', fields: ['decision'], values: ['stop'], why: 'What rests or ended must not be carried on with.' },
  { entity: 'activity', fields: ['anaesthetic', 'steroid', 'steroidDose'], why: 'A procedure gives drugs too.' },
  { entity: 'activity', fields: ['naloxone', 'monitoringCheckedOn', 'morphineEquivalent'], why: 'An opioid is safe only with what belongs to it.' },
  {
    entity: 'activity', kinds: DRUG_FORMS, why: 'An order of a drug: what, how much, how often.',
    fields: ['catalogueId', 'drug', 'doseAmount', 'doseUnit', 'doseText', 'route', 'timesPerDay', 'asNeeded', 'taper', 'minutes'],
  },
  { entity: 'follow-up', kinds: ['safety'], why: 'Whoever relies on somebody seeing to it must know who does, by when, and what came of it.' },
];

/** The kinds of things of which some change concerns safety. */
export const SAFETY_ENTITIES: readonly EntityName[] = [...new Set(SAFETY_CHANGES.map(({ entity }) => entity))];

/** @param kind of the activity or the follow-up that changed; null for other things, and for an activity that the catalogue does not know */
export const isSafetyChange = ({ entity, field, after }: { readonly entity: string; readonly field: string; readonly after: FieldValue }, kind: ThingKind | null): boolean =>
  SAFETY_CHANGES.some(
    (row) =>
      row.entity === entity && (!row.fields || row.fields.includes(field)) && (!row.values || row.values.includes(String(after))) &&
      // Of an unknown kind it may be a drug.
      (!row.kinds || kind === null || row.kinds.includes(kind)),
  );
