import { Drawer } from '@mantine/core';
import { useText } from '../text.ts';
import { type Thing, ThingHistory, useThingHistory } from './thing-history.tsx';

interface HistoryDrawerProps {
  readonly patientId: string;
  readonly thing: Thing;
  readonly onClose: () => void;
}

/** The history of one thing, over the page from which it was asked. */
export function HistoryDrawer({ patientId, thing, onClose }: HistoryDrawerProps) {
  const text = useText();
  const record = useThingHistory(patientId, thing);
  return (
    <Drawer opened onClose={onClose} position="right" size="28rem" title={record.name ? text('history.of', { name: record.name }) : text('history.ofThing')} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <ThingHistory patientId={patientId} record={record} />
    </Drawer>
  );
}
