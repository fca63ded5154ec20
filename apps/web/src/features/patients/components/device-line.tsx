import { Button } from '@mantine/core';
import { StatusBadge } from '@plexus/ui';
import { useState } from 'react';
import type { DeviceRowFragment, PatientDetailsFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { HistoryButton } from '../../../shared/history/history-button.tsx';
import { useRequestedForm } from '../../../shared/outbox/use-requested-form.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useFreshDetails } from '../hooks/use-fresh-details.ts';
import classes from '../../../shared/record-card.module.css';
import { DeviceInErrorForm, RemoveDeviceForm } from './device-endings.tsx';
import { EditDeviceForm } from './device-forms.tsx';

interface DeviceLineProps {
  readonly patient: PatientDetailsFragment;
  readonly device: DeviceRowFragment;
  readonly mayEdit: boolean;
}

const TASKS = ['edit-device', 'remove-device', 'device-in-error'] as const;
type Task = (typeof TASKS)[number];
const FORMS = { 'edit-device': EditDeviceForm, 'remove-device': RemoveDeviceForm, 'device-in-error': DeviceInErrorForm } as const;

/** What it is, what is known of its card, and what it means for those who treat beside it. */
export function DeviceLine({ patient, device, mayEdit }: DeviceLineProps) {
  const text = useText();
  const [open, setOpen] = useState<{ readonly task: Task; readonly patient: PatientDetailsFragment; readonly device: DeviceRowFragment } | null>(null);
  const { fetchDetails, isOpening, fault } = useFreshDetails(patient.id);
  const isInPlace = device.status === 'IN_PLACE';
  const tasks = isInPlace ? TASKS : TASKS.slice(-1);
  useRequestedForm((opens) => {
    const asked = tasks.find((one) => opens === `${one}:${device.id}`);
    if (asked && mayEdit) void begin(asked);
    return asked !== undefined;
  });
  const Form = open && FORMS[open.task];

  async function begin(task: Task) {
    const fresh = await fetchDetails();
    const seen = fresh?.devices.find(({ id }) => id === device.id);
    if (fresh && seen) setOpen({ task, patient: fresh, device: seen });
  }

  return (
    <li>
      <strong>{device.name}</strong>
      <DeviceFacts device={device} />
      {isInPlace && (
        <>
          <DeviceCard device={device} />
          {device.effects.length > 0 && (
            <ul className={classes.effects} aria-label={text('device.effects', { name: device.name })}>
              {device.effects.map(({ treatment, says, sources }) => (
                <li key={treatment}><strong>{treatment}:</strong> {says} <span className={classes.note}>{text('device.source', { sources: sources.join('; ') })}</span></li>
              ))}
            </ul>
          )}
        </>
      )}
      {fault && <CommandAlert outcome={{ kind: 'failed', fault }} fields={[]} />}
      {Form ? (
        <Form patient={open.patient} device={open.device} onClose={() => setOpen(null)} />
      ) : (
        <div className={classes.actions}>
          {mayEdit && tasks.map((one) => (
            <Button key={one} variant="subtle" size="compact-sm" aria-label={text(`device.task.${one}.of`, { name: device.name })} disabled={isOpening} onClick={() => void begin(one)}>{text(`device.task.${one}`)}</Button>
          ))}
          <HistoryButton entity="device" id={device.id} name={device.name} />
        </div>
      )}
    </li>
  );
}

function DeviceFacts({ device }: { device: DeviceRowFragment }) {
  const text = useText();
  const dates = useDates();
  const { maker, model, serial, site, side, implantedOn, removedOn, removedBecause, followedBy, note } = device;
  const lines = [
    [maker, model, serial && text('device.serial', { serial })],
    [site, side && text(`device.side.${side}`), implantedOn && text('device.since', { date: dates.plain(implantedOn) })],
    [removedOn && text('device.removed', { date: dates.plain(removedOn), reason: removedBecause })],
    [followedBy && text('device.followedBy', { clinic: followedBy })],
    [note],
  ];
  return lines.map((parts, i) => parts.some(Boolean) && <div key={i} className={classes.note}>{parts.filter(Boolean).join(' · ')}</div>);
}

/** What nobody has seen is a gap, and said so. */
function DeviceCard({ device }: { device: DeviceRowFragment }) {
  const text = useText();
  const dates = useDates();
  const { cardSeenOn, cardSeenBy, mriCondition, mriTerms } = device;
  return (
    <div className={classes.badges}>
      {cardSeenOn ? (
        <StatusBadge tone="good">{text('device.card.seen', { date: dates.plain(cardSeenOn), name: cardSeenBy?.name })}</StatusBadge>
      ) : (
        <StatusBadge tone="warn">{text('device.card.notSeen')}</StatusBadge>
      )}
      <StatusBadge tone={mriCondition === 'NOT_KNOWN' ? 'warn' : mriCondition === 'UNSAFE' ? 'bad' : 'calm'}>{text(`device.mri.${mriCondition}.said`)}</StatusBadge>
      {mriTerms && <p className={classes.terms}>{mriTerms}</p>}
    </div>
  );
}
