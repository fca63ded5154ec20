import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GraphQLError } from 'graphql';

type Manifest = Record<string, { name: string; text: string }>;

/** The documents that the built web was built with, by the SHA-256 of their text. */
export class TrustedDocuments {
  private readonly texts = new Map<string, string>();
  /** Of the operations that the web was built with: words of ours, which may be shown to whoever runs the server. */
  readonly names = new Set<string>();

  constructor(
    readonly mode: 'trusted' | 'any',
    manifest: Manifest = readManifest(),
  ) {
    this.load(manifest);
  }

  private load(manifest: Manifest): void {
    for (const [hash, { name, text }] of Object.entries(manifest)) {
      if (hashOf(text) !== hash) throw new Error(`The manifest of trusted documents is damaged: ${hash}. Build the web again.`);
      this.texts.set(hash, text);
      this.names.add(name);
    }
  }

  /** For tests and the benchmark, which bring documents of their own. */
  register(text: string): string {
    const hash = hashOf(text);
    this.texts.set(hash, text);
    return hash;
  }

  /** The text that a hash stands for; null when it is not known. */
  textOf(documentId: string): string | null {
    return this.texts.get(documentId) ?? null;
  }

  /** The text to run: by hash always, as text only where any document is accepted. */
  resolve(documentId: unknown, query: unknown): string {
    if (typeof documentId === 'string') {
      // In development a document may be younger than this process.
      if (this.mode === 'any' && !this.texts.has(documentId)) this.load(readManifest());
      const text = this.texts.get(documentId);
      if (text !== undefined) return text;
    } else if (this.mode === 'any' && typeof query === 'string') return query;
    throw new GraphQLError('Only the documents of the web that is served here are accepted. Reload the page.', {
      extensions: { code: 'BAD_USER_INPUT', rule: 'DOCUMENT_NOT_TRUSTED' },
    });
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function readManifest(): Manifest {
  const file = fileURLToPath(import.meta.resolve('@plexus/contract/trusted-documents.json'));
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}
