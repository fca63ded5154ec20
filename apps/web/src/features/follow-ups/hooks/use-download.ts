import { useState } from 'react';
import type { FollowUpAttachmentPartsFragment } from '../../../gql/index.ts';
import { saveFile } from '../../../shared/save-file.ts';
import { heed } from '../../../shared/session.ts';
import { useText } from '../../../shared/text.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { fetchFile } from '../model/file-requests.ts';

/** Fetched first and saved then: what stands in the way is said here, and is not a file on the disk. */
export function useDownload(patientId: string) {
  const viewer = useViewer();
  const text = useText();
  const [loading, setLoading] = useState<string | null>(null);
  const [why, setWhy] = useState<string | null>(null);

  async function download({ id, name }: FollowUpAttachmentPartsFragment) {
    setLoading(id);
    setWhy(null);
    const answer = await fetchFile(patientId, id, viewer.person.id);
    setLoading(null);
    if (answer instanceof Blob) return saveFile(answer, name);
    heed(answer);
    setWhy(text('attachment.notDownloaded', { name, why: text(answer.code === 'UNAUTHENTICATED' ? 'attachment.signIn' : `error.${answer.code}`) }));
  }

  return { download, loading, why };
}
