import { type ASTVisitor, type DocumentNode, type FragmentDefinitionNode, GraphQLError, Kind, type SelectionSetNode, type ValidationContext } from 'graphql';

/** What one document may ask for. The widest page of the web stays well under each. */
export const LIMITS = { tokens: 2_000, depth: 12, aliases: 15, rootFields: 10, fields: 500, bodyBytes: 1_000_000, operations: 20 } as const;

interface Counts {
  depth: number;
  aliases: number;
  fields: number;
}

const tooMuch = (what: string, limit: number): GraphQLError =>
  new GraphQLError(`This request asks for too much (${what}, at most ${limit}). Ask for less at once.`, { extensions: { code: 'BAD_USER_INPUT', rule: 'TOO_COMPLEX' } });

/** Counts with fragments spread in place. Each fragment is measured once, so that fragments in fragments cannot make the counting itself slow. */
function measure(document: DocumentNode): { counts: Counts; rootFields: number } {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const measured = new Map<string, Counts | 'open'>();

  const ofFragment = (name: string): Counts => {
    const known = measured.get(name);
    const fragment = fragments.get(name);
    // A cycle, or no such fragment: other rules name it.
    if (known === 'open' || !fragment) return { depth: 0, aliases: 0, fields: 0 };
    if (known) return known;
    measured.set(name, 'open');
    const counts = ofSelections(fragment.selectionSet);
    measured.set(name, counts);
    return counts;
  };

  const ofSelections = (set: SelectionSetNode): Counts => {
    const total: Counts = { depth: 0, aliases: 0, fields: 0 };
    const add = (part: Counts, deeper: number) => {
      total.depth = Math.max(total.depth, part.depth + deeper);
      total.aliases += part.aliases;
      total.fields += part.fields;
    };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) add(ofFragment(selection.name.value), 0);
      else if (selection.kind === Kind.INLINE_FRAGMENT) add(ofSelections(selection.selectionSet), 0);
      else {
        add({ depth: 0, aliases: selection.alias ? 1 : 0, fields: 1 }, 0);
        add(selection.selectionSet ? ofSelections(selection.selectionSet) : { depth: 0, aliases: 0, fields: 0 }, 1);
      }
    }
    return total;
  };

  const counts: Counts = { depth: 0, aliases: 0, fields: 0 };
  let rootFields = 0;
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const part = ofSelections(node.selectionSet);
    counts.depth = Math.max(counts.depth, part.depth);
    counts.aliases += part.aliases;
    counts.fields += part.fields;
    rootFields = Math.max(rootFields, countRootFields(node.selectionSet, fragments));
  }
  return { counts, rootFields };
}

/** Fragments at the root are spread in place; one that is spread again inside itself is another rule's to refuse. */
function countRootFields(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, open: readonly string[] = []): number {
  return set.selections.reduce((count, selection) => {
    if (selection.kind === Kind.FIELD) return count + 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return count + countRootFields(selection.selectionSet, fragments, open);
    const fragment = fragments.get(selection.name.value);
    if (!fragment || open.length > LIMITS.rootFields || open.includes(selection.name.value)) return count;
    return count + countRootFields(fragment.selectionSet, fragments, [...open, selection.name.value]);
  }, 0);
}

/** A validation rule, so that HTTP and WebSocket refuse the same documents with the same words. */
export function limitRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const { counts, rootFields } = measure(document);
      if (counts.depth > LIMITS.depth) context.reportError(tooMuch('levels', LIMITS.depth));
      if (counts.aliases > LIMITS.aliases) context.reportError(tooMuch('aliases', LIMITS.aliases));
      if (rootFields > LIMITS.rootFields) context.reportError(tooMuch('root fields', LIMITS.rootFields));
      if (counts.fields > LIMITS.fields) context.reportError(tooMuch('fields', LIMITS.fields));
      return false;
    },
  };
}
