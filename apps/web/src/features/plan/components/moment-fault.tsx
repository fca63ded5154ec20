import { EmptyState } from '@plexus/ui';
import { IconCalendarOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FaultState } from '../../../shared/fault-state.tsx';
import { faultOf } from '../../../shared/faults.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';

interface MomentFaultProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** The next step, where the moment is one that the record does not have. */
  readonly action: ReactNode;
}

/** Why there is nothing to show of a moment. */
export function MomentFault({ error, onRetry, action }: MomentFaultProps) {
  const text = useText();
  const dates = useDates();
  const { code, rule, extensions } = faultOf(error);
  if (code !== 'BAD_USER_INPUT') return <FaultState error={error} onRetry={onRetry} />;
  const words = () => {
    switch (rule) {
      case 'BEFORE_RECORD':
        return text('moment.BEFORE_RECORD', { date: dates.plain(String(extensions?.['begins'])) });
      case 'REVISION_UNKNOWN':
        return text('moment.REVISION_UNKNOWN', { newest: Number(extensions?.['newest']) });
      case 'DATE_IN_FUTURE':
      case 'ORDER':
        return text(`moment.${rule}`);
      default:
        return text('moment.ONE_MOMENT');
    }
  };
  return <div role="alert"><EmptyState icon={IconCalendarOff} title={words()} action={action} /></div>;
}
