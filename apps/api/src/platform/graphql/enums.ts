import { registerEnumType } from '@nestjs/graphql';

type EnumName<V extends string> = Uppercase<V extends `${infer A}-${infer B}` ? `${A}_${EnumName<B>}` : V>;

/** A closed set of the domain as a GraphQL enum: `on-hold` is published as ON_HOLD and arrives as `on-hold`. */
export function publishEnum<const V extends string>(name: string, values: readonly V[], description?: string): Record<string, V> {
  const members = Object.fromEntries(values.map((value) => [value.replaceAll('-', '_').toUpperCase() as EnumName<V>, value])) as Record<string, V>;
  registerEnumType(members, { name, ...(description ? { description } : {}) });
  return members;
}
