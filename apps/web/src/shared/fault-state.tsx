import { ErrorState } from '@plexus/ui';
import { faultOf } from './faults.ts';
import { useText } from './text.ts';

/** A page's error with its way out, in words of its kind. */
export function FaultState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const text = useText();
  const { code, requestId } = faultOf(error);
  const isForbidden = code === 'FORBIDDEN';
  return (
    <ErrorState
      title={text(isForbidden ? 'error.forbidden' : 'error.title')}
      reference={requestId ? text('error.requestId', { requestId }) : undefined}
      retry={onRetry && !isForbidden ? { label: text('action.retry'), onClick: onRetry } : undefined}
    >
      {text(`error.${code}`)}
    </ErrorState>
  );
}
