import { DisciplineAvatar, RecordTable, StatusBadge, type DataColumn } from '@plexus/ui';
import { IconDownload, IconEye, IconEyeOff, IconPrinter } from '@tabler/icons-react';
import type { AccessLogRowFragment } from '../../../gql/index.ts';
import { Moment } from '../../../shared/day.tsx';
import { disciplineName } from '../../../shared/labels.ts';
import { avatarOf } from '../../../shared/person.ts';
import { useText } from '../../../shared/text.ts';
import classes from './access-log-table.module.css';

export function AccessLogTable({ entries }: { entries: readonly AccessLogRowFragment[] }) {
  const text = useText();
  const columns: DataColumn<AccessLogRowFragment>[] = [
    { id: 'when', title: text('identity.accessLog.when'), cell: ({ at }) => <span className={classes.when}><Moment at={at} /></span> },
    {
      id: 'person',
      title: text('identity.accessLog.person'),
      cell: ({ person }) => (
        <span className={classes.person}>
          <DisciplineAvatar person={avatarOf(person)} isDecorative />
          <span><strong>{person.name}</strong><br /><span className={classes.quiet}>{disciplineName(person.discipline) ?? text('discipline.none')}</span></span>
        </span>
      ),
    },
    {
      id: 'what',
      title: text('identity.accessLog.what'),
      cell: ({ action }) => (
        <span className={classes.badge}>
          {action === 'CHART_OPENED' && <StatusBadge icon={IconEye}>{text('identity.accessLog.opened')}</StatusBadge>}
          {action === 'CHART_REFUSED' && <StatusBadge tone="bad" icon={IconEyeOff}>{text('identity.accessLog.refused')}</StatusBadge>}
          {(action === 'PATIENT_COPY' || action === 'TEAM_COPY') && <StatusBadge tone="warn" icon={IconPrinter}>{text(`identity.accessLog.${action}`)}</StatusBadge>}
          {action === 'ATTACHMENT_DOWNLOADED' && <StatusBadge tone="warn" icon={IconDownload}>{text('identity.accessLog.ATTACHMENT_DOWNLOADED')}</StatusBadge>}
        </span>
      ),
    },
    {
      id: 'patient',
      title: text('identity.accessLog.patient'),
      cell: ({ patientName, patientMrn }) => (
        <span>{patientName}<br /><span className={classes.quiet}>{text('identity.accessLog.mrn', { mrn: patientMrn })}</span></span>
      ),
    },
    {
      id: 'through',
      title: text('identity.accessLog.through'),
      cell: ({ through }) => (through ? text(`identity.accessLog.reach.${through}`) : <span className={classes.quiet}>{text('identity.accessLog.reach.none')}</span>),
    },
  ];
  return <RecordTable caption={text('identity.accessLog.title')} columns={columns} rows={entries} rowId={({ id }) => id} />;
}
