import type { ChangePartsFragment, ValueKind } from '../gql/index.ts';

export const aValue = (kind: ValueKind, text: string) => ({ __typename: 'ChangeValue' as const, kind, text });

/** For specs: a goal that got an owner. */
export const aChange = (over: Partial<ChangePartsFragment> = {}): ChangePartsFragment & { readonly __typename: 'Change' } => ({
  __typename: 'Change', ordinal: 0, entity: 'goal', entityId: 'goal-stairs', entityName: 'Stairs', field: 'owner', fieldName: 'Owner',
  before: null, after: aValue('PERSON', 'Dr. Noor Bellweather'), added: false, isSafety: false, order: [], ...over,
});
