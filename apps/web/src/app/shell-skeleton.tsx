import { ListSkeleton } from '@plexus/ui';
import { useText } from '../shared/text.ts';

/** Until it is known who is there. */
export function ShellSkeleton() {
  return <ListSkeleton label={useText()('app.loading')} lines={8} height={48} />;
}
