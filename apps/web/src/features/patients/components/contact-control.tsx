import { Button, Menu } from '@mantine/core';
import { StatusBadge } from '@plexus/ui';
import { IconChevronDown, IconMessage, IconPhone, IconStethoscope, IconUsersGroup } from '@tabler/icons-react';
import { CloseContactDocument, OpenContactDocument, type ContactKind, type PatientHeaderFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { isSettled, type CommandOutcome } from '../../../shared/use-command.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { useViolationText } from '../../../shared/violation-text.ts';
import { usePatientCommand } from '../../../shared/use-patient-command.ts';
import { openContactOf } from '../../../shared/contacts.ts';
import classes from './patient-header.module.css';

const KINDS = [
  { kind: 'VISIT', Icon: IconStethoscope },
  { kind: 'CALL', Icon: IconPhone },
  { kind: 'MESSAGE', Icon: IconMessage },
  { kind: 'CONFERENCE', Icon: IconUsersGroup },
] as const satisfies readonly { kind: ContactKind; Icon: typeof IconPhone }[];

/** Opens and closes my contact with this patient; while it is open, what I write belongs to it. */
export function ContactControl({ patient }: { patient: PatientHeaderFragment }) {
  const text = useText();
  const dates = useDates();
  const { person } = useViewer();
  const open = usePatientCommand(OpenContactDocument, patient, 'contact');
  const close = usePatientCommand(CloseContactDocument, patient, 'contact');
  const contact = openContactOf(patient.contacts, person.id);
  const failed = <ContactFailure outcome={contact ? close.outcome : open.outcome} />;

  if (contact) {
    const kind = text(`contact.${contact.kind}`);
    return (
      <div className={classes.contact}>
        {failed}
        <StatusBadge tone="accent" title={text('contact.openHint')}>{text('contact.openSince', { kind, time: dates.instant(contact.openedAt) })}</StatusBadge>
        <Button variant="default" size="compact-sm" loading={close.sending} onClick={() => void close.run({})}>{text('contact.close')}</Button>
      </div>
    );
  }
  return (
    <div className={classes.contact}>
      {failed}
      <Menu position="bottom-end" width={180} withinPortal={false}>
        <Menu.Target>
          <Button variant="default" loading={open.sending} rightSection={<IconChevronDown size={15} aria-hidden="true" />}>{text('contact.open')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {KINDS.map(({ kind, Icon }) => (
            <Menu.Item key={kind} leftSection={<Icon size={16} aria-hidden="true" />} onClick={() => void open.run({ kind })}>{text(`contact.${kind}`)}</Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function ContactFailure({ outcome }: { outcome: CommandOutcome<unknown> | null }) {
  const text = useText();
  const say = useViolationText();
  const words = outcome?.kind === 'refused' ? outcome.violations.map(say).join(' ') : text('contact.failed');
  return <span role="alert" className={classes.failed}>{outcome && !isSettled(outcome) && words}</span>;
}
