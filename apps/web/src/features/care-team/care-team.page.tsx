import { Button } from '@mantine/core';
import { Card, DoneMessage, EmptyState, ListSkeleton, Notice, StaleNotice } from '@plexus/ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { FaultState } from '../../shared/fault-state.tsx';
import { useRequestedForm } from '../../shared/outbox/use-requested-form.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { useText } from '../../shared/text.ts';
import { useViewer } from '../../shared/viewer.ts';
import { ConsentsCard, RECORD_CONSENT } from './components/consents-card.tsx';
import { actionsId } from './components/line-actions.tsx';
import { RecordHistory } from './components/record-history.tsx';
import { TeamDialogs, taskOf, type TeamTask } from './components/team-dialogs.tsx';
import { TeamSection } from './components/team-section.tsx';
import { focusAgain } from '../../shared/focus-again.ts';
import { useCareTeam } from './hooks/use-care-team.ts';
import { leadToday, teamSections } from './model/team-sections.ts';
import classes from './care-team.module.css';

const ADD = 'add-team-member';

/** The button from which a task was begun. */
function openerOf(task: TeamTask): string {
  if (task.verb === 'add') return ADD;
  if (task.verb === 'record-consent') return RECORD_CONSENT;
  if ('consent' in task) return `${task.verb}-${task.consent.id}`;
  return actionsId(task.verb === 'end-stand-in' ? task.standIn.id : task.member.id);
}

export function CareTeamPage() {
  const text = useText();
  const { patientId = '' } = useParams();
  const { person } = useViewer();
  const { patient, error, isStale, retry, refresh } = useCareTeam(patientId);
  const [task, setTask] = useState<TeamTask | null>(null);
  const [done, setDone] = useState<string | null>(null);
  useRequestedForm((opens) => {
    if (patient) setTask(taskOf(opens, patient));
    return patient !== undefined;
  });
  if (!patient) return error ? <FaultState error={error} onRetry={retry} /> : <Card><ListSkeleton label={text('app.loading')} /></Card>;

  const { may } = patient.viewer;
  const rights = { mayManage: may.includes('TEAM_MANAGE'), mayArrange: may.includes('STAND_IN_ARRANGE'), viewerId: person.id };
  const seesConsents = may.includes('PATIENT_READ_CLINICAL');
  const sections = teamSections(patient.team);
  const begin = async (next: TeamTask) => {
    setDone(null);
    // What a form shows of a consent and the revision it names come from one answer, so that the record can tell exactly what its author saw.
    if ('consent' in next) await refresh();
    setTask(next);
  };
  const leave = () => {
    setTask(null);
    focusAgain(task ? openerOf(task) : ADD);
  };
  const finish = (message: string) => {
    leave();
    setDone(message);
  };

  return (
    <>
      <PageTitle id="careTeam.title" />
      <div className={classes.head}>
        <p className={classes.count}>{text('careTeam.count', { count: sections.now.filter(({ kind }) => kind === 'member').length })}</p>
        {rights.mayManage && <Button id={ADD} leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => void begin({ verb: 'add' })}>{text('careTeam.add')}</Button>}
      </div>
      <DoneMessage>{done}</DoneMessage>
      {isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void refresh() }}>{text('error.stale')}</StaleNotice>}
      {patient.team.length === 0 && <Card className={classes.block}><EmptyState title={text('careTeam.empty')}>{rights.mayManage && text('careTeam.emptyNext')}</EmptyState></Card>}
      {patient.team.length > 0 && !leadToday(patient.team) && <div className={classes.block}><Notice tone="warn"><p>{text('careTeam.noLead')}</p></Notice></div>}
      {(['now', 'coming', 'former'] as const).filter((when) => sections[when].length > 0).map((when) => (
        <TeamSection key={when} title={text(`careTeam.${when}`)} lines={sections[when]} consents={seesConsents ? patient.consents : null} isPast={when === 'former'} rights={rights} onTask={(next) => void begin(next)} />
      ))}
      {seesConsents && <ConsentsCard consents={patient.consents} mayRecord={may.includes('PATIENT_EDIT')} onTask={(next) => void begin(next)} />}
      {may.includes('HISTORY_READ') ? (
        <RecordHistory patientId={patient.id} revision={patient.revision} />
      ) : (
        <Card title={text('history.title')}><p className={classes.count}>{text('history.notYours')}</p></Card>
      )}
      <TeamDialogs task={task} patient={patient} onClose={leave} onFinish={finish} onConflict={() => void refresh()} />
    </>
  );
}
