import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const manifest = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('@plexus/contract/trusted-documents.json')), 'utf8')) as Record<string, { name: string; text: string }>;

/** The documents that the web was built with. */
export const documents: readonly { readonly id: string; readonly name: string; readonly text: string }[] = Object.entries(manifest).map(([id, document]) => ({ id, ...document }));

export function documentText(name: string): string {
  const found = documents.find((document) => document.name === name);
  if (!found) throw new Error(`The web has no document ${name} any more.`);
  return found.text;
}
