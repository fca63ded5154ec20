import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { faultOf, type Fault } from '../../../shared/faults.ts';
import type { Violation } from '../../../shared/use-command.ts';

/** What the server keeps by its command: the same again, with the same file, is answered and not stored twice. */
export interface AttachCommand {
  readonly commandId: string;
  readonly patientId: string;
  readonly followUpId: string;
  readonly baseRevision: number;
  readonly name: string;
  readonly contactId?: string;
}

export type AttachAnswer = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly violations: readonly Violation[] } | { readonly kind: 'failed'; readonly fault: Fault };

const NO_ANSWER = faultOf(null);

function faultIn(body: string): Fault {
  try {
    return faultOf(new CombinedGraphQLErrors(JSON.parse(body) as { errors: [] }));
  } catch {
    return { ...NO_ANSWER, code: 'INTERNAL' };
  }
}

/**
 * Sends one file. Not by `fetch`, which does not say how far it is.
 *
 * @param sent is told the share that has left
 */
export function sendFile(file: File, command: AttachCommand, personId: string, sent: (share: number) => void): Promise<AttachAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/attachments');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-plexus-command', encodeURIComponent(JSON.stringify(command)));
    request.setRequestHeader('x-plexus-person', personId);
    request.upload.onprogress = ({ loaded, total }) => sent(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 200) return resolve({ kind: 'done' });
      if (request.status === 422) return resolve({ kind: 'refused', violations: (JSON.parse(request.responseText) as { violations: Violation[] }).violations });
      resolve({ kind: 'failed', fault: faultIn(request.responseText) });
    };
    request.onerror = () => resolve({ kind: 'failed', fault: NO_ANSWER });
    request.send(file);
  });
}

/** The file, or what stood in the way. */
export async function fetchFile(patientId: string, id: string, personId: string): Promise<Blob | Fault> {
  try {
    const answer = await fetch(`/attachments/${patientId}/${id}`, { headers: { 'x-plexus-person': personId } });
    return answer.ok ? await answer.blob() : faultIn(await answer.text());
  } catch {
    return NO_ANSWER;
  }
}
