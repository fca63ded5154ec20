import { ErrorState } from '@plexus/ui';
import { useText } from '../shared/text.ts';

/** When a page itself throws, or its script does not load. The error is not shown: it may carry a patient's words. */
export function BrokenPage() {
  const text = useText();
  return (
    <ErrorState title={text('error.broken.title')} retry={{ label: text('error.reload'), onClick: () => window.location.reload() }}>
      {text('error.broken.body')}
    </ErrorState>
  );
}
