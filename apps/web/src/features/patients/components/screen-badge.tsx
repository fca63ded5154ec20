import { StatusBadge } from '@plexus/ui';
import { IconAlertTriangle, IconClockExclamation } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { PatientHeaderFragment } from '../../../gql/index.ts';
import { useScreenWords } from '../../../shared/screen-words.ts';
import { useText } from '../../../shared/text.ts';
import classes from './patient-header.module.css';

/** Red flags that wait for a decision, or a screen that is due again; a screen in order has no place in the header. */
export function ScreenBadge({ patient: { id, latestRedFlagScreen: screen } }: { patient: Pick<PatientHeaderFragment, 'id' | 'latestRedFlagScreen'> }) {
  const text = useText();
  const sayScreen = useScreenWords();
  if (!screen) return null;
  const { tone, words, isUndecided } = sayScreen(screen);
  if (!isUndecided && !screen.repeatDue) return null;
  return (
    <Link className={classes.badge} to={`/patients/${id}/background`} data-target>
      {isUndecided ? <StatusBadge tone={tone} icon={IconAlertTriangle}>{words}</StatusBadge> : <StatusBadge tone="warn" icon={IconClockExclamation}>{text('screenResult.repeat')}</StatusBadge>}
    </Link>
  );
}
