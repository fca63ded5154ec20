import { useNavigate } from 'react-router';
import { planThen } from '../../../../shared/moments.ts';
import { useText } from '../../../../shared/text.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { DayForm } from '../day-form.tsx';
import { ReadingPanel } from './reading-panel.tsx';

/** Which day the plan is looked back at. */
export function AsOfForm() {
  const text = useText();
  const navigate = useNavigate();
  const { patient } = usePlanDesk();
  return (
    <ReadingPanel title={text('past.title')}>
      <DayForm fields={[{ name: 'day', label: text('past.day'), hint: text('past.dayHint') }]} submit={text('past.show')} onDays={({ day }) => void navigate(planThen(patient.id, { day }))} />
    </ReadingPanel>
  );
}
