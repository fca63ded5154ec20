import { Button } from '@mantine/core';
import { Notice } from '@plexus/ui';
import { useText } from '../../../shared/text.ts';
import type { Upload } from '../hooks/use-attach.ts';
import classes from './follow-ups.module.css';

interface UploadLineProps {
  readonly upload: Upload;
  readonly onRetry: () => void;
  readonly onForget: () => void;
}

/** How far a file is, or why it is not there. It is kept here for another try. */
export function UploadLine({ upload: { file: { name }, share, why, mayRetry }, onRetry, onForget }: UploadLineProps) {
  const text = useText();
  if (why === null) {
    const percent = Math.floor((share ?? 0) * 100);
    const words = share === null ? text('attachment.waits', { name }) : share < 1 ? text('attachment.sending', { name, percent }) : text('attachment.storing', { name });
    return (
      <div className={classes.upload}>
        <span className={classes.note}>{words}</span>
        <progress aria-label={name} max={100} value={percent} />
      </div>
    );
  }
  return (
    <Notice role="alert" tone="bad" title={text('attachment.notAttached', { name })}>
      <div>{why}</div>
      <div className={classes.actions}>
        {mayRetry && <Button size="compact-sm" onClick={onRetry}>{text('action.retry')}</Button>}
        <Button variant="default" size="compact-sm" onClick={onForget}>{text(mayRetry ? 'attachment.giveUp' : 'action.close')}</Button>
      </div>
    </Notice>
  );
}
