import { randomUUID } from 'node:crypto';
import { type Said, said } from './access-commands.ts';
import { type Client, sessionHeaders } from './client.ts';

/** As much of each as says what it is. */
export const FILES = {
  pdf: Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n'),
  png: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  jpeg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  webp: Buffer.from('524946461a000000574542505650384c0d0000002f00000010071011118888fe0700', 'hex'),
};

/** The headers of a browser that is signed in, on one of our pages. */
const headersOf = (client: Client): Record<string, string> => sessionHeaders(client.url, client.cookie);

export interface Offer {
  readonly patientId: string;
  readonly followUpId: string;
  readonly baseRevision: number;
  readonly commandId?: string;
  readonly name?: string;
}

export const attachHeaders = (client: Client, offer: Offer): Record<string, string> => ({
  ...headersOf(client),
  'content-type': 'application/octet-stream',
  'x-plexus-command': encodeURIComponent(JSON.stringify({ commandId: randomUUID(), name: 'report.pdf', ...offer })),
});

/** What was said of a file that was sent. A rule that refused it: `FILE_TYPE file`. */
export async function attach(client: Client, offer: Offer, content: Buffer | ReadableStream = FILES.pdf, headers: Record<string, string> = {}): Promise<Said & { readonly refusal: string | null }> {
  const answer = await said(await fetch(`${client.url}/attachments`, { method: 'POST', headers: { ...attachHeaders(client, offer), ...headers }, body: content, duplex: 'half' } as RequestInit));
  const { violations } = JSON.parse(answer.text) as { violations?: { code: string; field: string }[] };
  return { ...answer, refusal: violations?.map(({ code, field }) => `${code} ${field}`).join(', ') ?? null };
}

export const download = (client: Client, patientId: string, id: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${client.url}/attachments/${patientId}/${id}`, { headers: { ...headersOf(client), ...headers } });
