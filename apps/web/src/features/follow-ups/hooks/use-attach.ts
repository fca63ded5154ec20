import { useApolloClient } from '@apollo/client/react';
import { ATTACHMENT_LIMITS, tooLarge } from '@plexus/domain';
import { useEffect, useRef, useState } from 'react';
import { FollowUpPanelDocument, type FollowUpPartsFragment } from '../../../gql/index.ts';
import { openContactOf } from '../../../shared/contacts.ts';
import { notice } from '../../../shared/notices.tsx';
import { heed } from '../../../shared/session.ts';
import { useText } from '../../../shared/text.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { useViolationText } from '../../../shared/violation-text.ts';
import { sendFile, type AttachAnswer, type AttachCommand } from '../model/file-requests.ts';

/** One file on its way. It keeps its command, so that trying again cannot attach it twice. */
export interface Upload {
  readonly file: File;
  readonly command: AttachCommand;
  /** The share that has left; null: it waits for its turn, or stopped. */
  readonly share: number | null;
  /** What stood in the way, in words. */
  readonly why: string | null;
  readonly mayRetry: boolean;
}

const refusedHere = (file: File): AttachAnswer | null =>
  file.size > ATTACHMENT_LIMITS.bytes ? { kind: 'refused', violations: [{ ...tooLarge(), __typename: 'Violation', params: [{ __typename: 'MessageParam', name: 'limit', value: String(ATTACHMENT_LIMITS.megabytes) }] }] } : null;

/** Sends files one after another; what was refused or failed stays, with its reason. */
export function useAttach(followUp: FollowUpPartsFragment) {
  const client = useApolloClient();
  const viewer = useViewer();
  const text = useText();
  const say = useViolationText();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const turn = useRef(Promise.resolve());
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => { isHere.current = false; };
  }, []);

  const change = (id: string, changes: Partial<Upload>) => setUploads((now) => now.map((one) => (one.command.commandId === id ? { ...one, ...changes } : one)));
  const forget = (id: string) => setUploads((now) => now.filter(({ command }) => command.commandId !== id));

  async function send({ file, command }: Upload): Promise<void> {
    const id = command.commandId;
    change(id, { share: 0, why: null });
    const answer = refusedHere(file) ?? (await sendFile(file, command, viewer.person.id, (share) => change(id, { share })));
    if (answer.kind === 'done') {
      forget(id);
      notice(text('attachment.attached', { name: file.name }));
      // Should this not be answered, the next news of the record brings it.
      await client.query({ query: FollowUpPanelDocument, variables: { id: followUp.id }, fetchPolicy: 'network-only' }).catch(() => undefined);
      return;
    }
    if (answer.kind === 'failed') heed(answer.fault);
    const why = answer.kind === 'refused' ? answer.violations.map(say).join(' ') : text(answer.fault.code === 'UNAUTHENTICATED' ? 'attachment.signIn' : `error.${answer.fault.code}`);
    change(id, { share: null, why, mayRetry: answer.kind === 'failed' });
    if (!isHere.current) notice(text('attachment.failed', { name: file.name, why }));
  }

  const enqueue = (upload: Upload) => {
    change(upload.command.commandId, { why: null, mayRetry: false });
    turn.current = turn.current.then(() => send(upload));
  };

  function attach(files: readonly File[]) {
    const contactId = openContactOf(followUp.patient.contacts, viewer.person.id)?.id;
    const added = files.map((file): Upload => ({
      file,
      command: { commandId: crypto.randomUUID(), patientId: followUp.patientId, followUpId: followUp.id, baseRevision: followUp.patient.revision, name: file.name, ...(contactId && { contactId }) },
      share: null, why: null, mayRetry: false,
    }));
    setUploads((now) => [...now, ...added]);
    for (const upload of added) enqueue(upload);
  }

  return { uploads, attach, retry: enqueue, forget: ({ command }: Upload) => forget(command.commandId) };
}
