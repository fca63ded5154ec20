// The light entry `@plexus/catalogue/medicines`: drug names and classes, substances asked by name, and what allergies meet.
export * from './allergy-matches.ts';
export { type DrugClassId, drugClassById } from './drug-classes.ts';
export { type NamedSubstance, type NamedSubstanceId, namedSubstanceById, namedSubstances } from './named-substances.ts';
