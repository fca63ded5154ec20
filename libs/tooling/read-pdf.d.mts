// The declarations of read-pdf.mjs, for TypeScript that reads what it has written.

export interface ReadPage {
  /** All that stands on it, also at its edges. */
  readonly words: string;
  /** What is tagged, in the order of reading; what stands at the edges is not. */
  readonly tags: readonly { readonly role: string; readonly words: string }[];
}

export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  readonly isTagged: boolean;
  readonly outline: readonly string[];
  readonly pages: readonly ReadPage[];
}

export function readPdf(bytes: Uint8Array): Promise<ReadPdf>;
