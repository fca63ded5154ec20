import { type Thing, ThingHistory, useThingHistory } from '../../../../shared/history/thing-history.tsx';
import { useText } from '../../../../shared/text.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { ReadingPanel } from './reading-panel.tsx';

/** Who changed a goal, a part or the plan itself, when and why. */
export function HistoryPanel({ thing }: { thing: Thing }) {
  const text = useText();
  const { patient } = usePlanDesk();
  const record = useThingHistory(patient.id, thing);
  return (
    <ReadingPanel title={record.name ? text('history.of', { name: record.name }) : text('history.ofThing')}>
      <div><ThingHistory patientId={patient.id} record={record} /></div>
    </ReadingPanel>
  );
}
