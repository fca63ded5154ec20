import { Button, FileButton } from '@mantine/core';
import { ATTACHMENT_LIMITS, ATTACHMENT_TYPES } from '@plexus/domain';
import { Notice } from '@plexus/ui';
import { IconDownload, IconPaperclip } from '@tabler/icons-react';
import { useEffect, useState, type DragEvent } from 'react';
import { useIntl } from 'react-intl';
import type { FollowUpAttachmentPartsFragment, FollowUpPartsFragment } from '../../../gql/index.ts';
import { Moment } from '../../../shared/day.tsx';
import { HistoryButton } from '../../../shared/history/history-button.tsx';
import { useText } from '../../../shared/text.ts';
import { useAttach } from '../hooks/use-attach.ts';
import { useDownload } from '../hooks/use-download.ts';
import { inErrorForm, type FollowUpForm } from '../hooks/use-open-follow-up.ts';
import classes from './follow-ups.module.css';
import { UploadLine } from './upload-line.tsx';

interface AttachmentsProps {
  readonly followUp: FollowUpPartsFragment;
  readonly mayWrite: boolean;
  readonly onForm: (form: FollowUpForm) => void;
}

const hasFiles = ({ dataTransfer }: { readonly dataTransfer: DataTransfer | null }): boolean => dataTransfer?.types.includes('Files') ?? false;

/** The reports that came back, and the way in for more. */
export function Attachments({ followUp, mayWrite, onForm }: AttachmentsProps) {
  const text = useText();
  const { uploads, attach, retry, forget } = useAttach(followUp);
  const { download, loading, why } = useDownload(followUp.patientId);
  const [isOver, setIsOver] = useState(false);
  useMissedDrops(mayWrite);
  const { attachments } = followUp;

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    attach([...event.dataTransfer.files]);
  }
  const dropping = mayWrite ? { onDragOver: (event: DragEvent) => setIsOver(hasFiles(event)), onDragLeave: () => setIsOver(false), onDrop: drop } : {};

  return (
    <section className={`${classes.part} ${classes.drop}`} data-over={isOver || undefined} aria-label={text('attachment.title')} {...dropping}>
      <h3>{text('attachment.title')}</h3>
      {attachments.length === 0 && <p className={classes.note}>{text(mayWrite ? 'attachment.none' : 'attachment.noneRead')}</p>}
      {attachments.length > 0 && (
        <ul className={classes.entries}>
          {attachments.map((attachment) => (
            <li key={attachment.id}>
              <AttachmentFacts attachment={attachment} />
              <div className={classes.actions}>
                <Button variant="default" size="compact-sm" leftSection={<IconDownload size={14} aria-hidden="true" />} loading={loading === attachment.id} aria-label={text('attachment.download.of', { name: attachment.name })} onClick={() => void download(attachment)}>{text('attachment.download')}</Button>
                {mayWrite && <Button variant="subtle" size="compact-sm" aria-label={text('attachment.inError.of', { name: attachment.name })} onClick={() => onForm(inErrorForm(attachment.id))}>{text('attachment.inError')}</Button>}
                <HistoryButton entity="follow-up-attachment" id={attachment.id} name={attachment.name} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {why && <Notice role="alert" tone="bad">{why}</Notice>}
      {uploads.map((upload) => <UploadLine key={upload.command.commandId} upload={upload} onRetry={() => retry(upload)} onForget={() => forget(upload)} />)}
      {mayWrite && (
        <div className={classes.actions}>
          <FileButton multiple accept={ATTACHMENT_TYPES.join(',')} onChange={attach}>
            {(props) => <Button {...props} variant="default" size="compact-sm" leftSection={<IconPaperclip size={14} aria-hidden="true" />}>{text('attachment.attach')}</Button>}
          </FileButton>
          <span className={classes.note}>{text('attachment.hint', { limit: ATTACHMENT_LIMITS.megabytes })}</span>
        </div>
      )}
    </section>
  );
}

function AttachmentFacts({ attachment: { name, mediaType, size, by, at } }: { readonly attachment: FollowUpAttachmentPartsFragment }) {
  const text = useText();
  const words = useSizeWords();
  return (
    <>
      <div className={classes.text}><strong>{name}</strong></div>
      <div className={classes.note}>{text(`attachment.type.${mediaType as (typeof ATTACHMENT_TYPES)[number]}`)} · {words(size)} · {by.name} · <Moment at={at} /></div>
    </>
  );
}

const KILOBYTE = 1_000;
const MEGABYTE = 1_000_000;

function useSizeWords(): (bytes: number) => string {
  const intl = useIntl();
  return (bytes) => (bytes < MEGABYTE
    ? intl.formatNumber(Math.max(1, Math.round(bytes / KILOBYTE)), { style: 'unit', unit: 'kilobyte' })
    : intl.formatNumber(bytes / MEGABYTE, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }));
}

/** A file that misses its place would be opened by the browser, in place of the page and of what is half written on it. */
function useMissedDrops(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const hold = (event: globalThis.DragEvent) => { if (hasFiles(event)) event.preventDefault(); };
    window.addEventListener('dragover', hold);
    window.addEventListener('drop', hold);
    return () => {
      window.removeEventListener('dragover', hold);
      window.removeEventListener('drop', hold);
    };
  }, [isOn]);
}
