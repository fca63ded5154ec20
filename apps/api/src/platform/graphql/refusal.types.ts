import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type ConflictGroup, type EditConflict, type FieldValue, ORGANIZATION_THINGS, type OrganizationThing, type RuleViolation, type Violation, fieldSpec } from '@plexus/domain';
import { Mentions } from '../records/record-names.ts';
import { wordsFor } from '../records/value-words.ts';
import { DateTimeScalar } from './scalars.ts';

@ObjectType('MessageParam')
export class MessageParamType {
  @Field() name!: string;
  @Field() value!: string;
}

@ObjectType('Violation')
export class ViolationType {
  @Field() code!: string;
  @Field(() => String, { nullable: true, description: 'The input field that is wrong; null: the whole command.' }) field!: string | null;
  @Field(() => [MessageParamType]) params!: MessageParamType[];
  @Field({ description: 'English fallback; the web says it from its own catalogue by the code.' }) message!: string;
}

@ObjectType('RuleViolation', { description: 'Everything that is wrong with the command; nothing was stored.' })
export class RuleViolationType {
  @Field(() => [ViolationType]) violations!: ViolationType[];
}

@ObjectType('ConflictField')
export class ConflictFieldType {
  @Field() field!: string;
  @Field() fieldName!: string;
  @Field(() => String, { nullable: true, description: 'What the author saw, in words: a person’s name, a catalogue name, a date as ISO, a code as it is.' }) base!: string | null;
  @Field(() => String, { nullable: true, description: 'What stands now.' }) theirs!: string | null;
  @Field(() => String, { nullable: true, description: 'What the author wanted.' }) mine!: string | null;
}

@ObjectType('ConflictGroup', { description: 'One order that two people changed at once.' })
export class ConflictGroupType {
  @Field(() => ID) entityId!: string;
  @Field() entity!: string;
  @Field() group!: string;
  /** Published as `by` by the identity module. */
  personId!: string;
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => [ConflictFieldType]) fields!: ConflictFieldType[];
}

@ObjectType('EditConflict', { description: 'Others changed, since the author looked, what this command would have overwritten; nothing was stored.' })
export class EditConflictType {
  @Field(() => Int, { description: 'The revision of the record (of a person: its version) at which this was found. A command based on it overwrites what is shown here, and nothing newer.' }) revision!: number;
  @Field(() => [ConflictGroupType]) groups!: ConflictGroupType[];
}

const isOrganizationThing = (entity: ConflictGroup['entity']): entity is OrganizationThing => (ORGANIZATION_THINGS as readonly string[]).includes(entity);

const asGroup = (group: ConflictGroup, names: ReadonlyMap<string, string>): ConflictGroupType => ({
  ...group,
  fields: group.fields.map(({ field, base, theirs, mine }) => {
    const spec = isOrganizationThing(group.entity) ? null : fieldSpec(group.entity, field);
    const say = (value: FieldValue): string | null => (value === null ? null : wordsFor(spec?.kind ?? 'text', value, names));
    return { field, fieldName: spec?.words ?? field, base: say(base), theirs: say(theirs), mine: say(mine) };
  }),
});

/** The people, members and goals that the values of a conflict name. */
export function mentionsIn({ groups }: EditConflict): Mentions {
  const mentions = new Mentions();
  for (const { entity, fields } of groups) {
    if (isOrganizationThing(entity)) continue;
    for (const { field, base, theirs, mine } of fields) for (const value of [base, theirs, mine]) mentions.value(fieldSpec(entity, field).kind, value);
  }
  return mentions;
}

export const publishViolation = (violation: Violation): ViolationType => ({
  code: violation.code,
  field: violation.field,
  params: Object.entries(violation.params).map(([name, value]) => ({ name, value })),
  message: violation.message,
});

/**
 * A refusal as the member of a result union, with its type's name on it.
 *
 * @param names what people and goals in a conflict are called, by id
 */
export const publishRefusal = (refusal: RuleViolation | EditConflict, names: ReadonlyMap<string, string> = new Map()): (RuleViolationType | EditConflictType) & { __typename: string } =>
  refusal.kind === 'rule-violation'
    ? { __typename: 'RuleViolation', violations: refusal.violations.map(publishViolation) }
    : { __typename: 'EditConflict', revision: refusal.revision, groups: refusal.groups.map((group) => asGroup(group, names)) };

/** Success values are plain rows, so a union names them by what they are not. */
export const refusalOr =
  (success: string) =>
  (value: { __typename?: string }): string =>
    value.__typename === 'RuleViolation' || value.__typename === 'EditConflict' ? value.__typename : success;
