import { ListSkeleton, StaleNotice } from '@plexus/ui';
import { Link, useSearchParams } from 'react-router';
import { FollowUpPanelDocument, type FollowUpPartsFragment } from '../../../gql/index.ts';
import { FaultState } from '../../../shared/fault-state.tsx';
import { HistoryButton } from '../../../shared/history/history-button.tsx';
import { patientName } from '../../../shared/patient-name.ts';
import { usePatientNews, usePatientNewsPage } from '../../../shared/patient-news.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { usePageQuery } from '../../../shared/use-page-query.ts';
import type { FollowUpForm as FormName } from '../hooks/use-open-follow-up.ts';
import { isOpen } from '../model/contract.ts';
import { withParam } from '../model/worklist-address.ts';
import { Attachments } from './attachments.tsx';
import { Checklist } from './checklist.tsx';
import { Entries } from './entries.tsx';
import { Escalations } from './escalations.tsx';
import { BallCell, DueCell, KindCell, StepsCell } from './follow-up-cells.tsx';
import { FollowUpFacts } from './follow-up-facts.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import { FollowUpMoves } from './follow-up-moves.tsx';
import classes from './follow-ups.module.css';
import { PanelFrame } from './panel-frame.tsx';

interface FollowUpPanelProps {
  readonly id: string;
  /** Which of its forms is open. */
  readonly form: FormName | null;
  readonly onForm: (form: FormName | null) => void;
  readonly onClose: () => void;
}

/**
 * One follow-up beside a list, with everything that can be done with it. In a patient's record it hears the record's news; elsewhere the list
 * around it asks again for `FollowUpPanelDocument` when it hears of some.
 */
export function FollowUpPanel({ id, ...props }: FollowUpPanelProps) {
  const text = useText();
  const page = usePageQuery(FollowUpPanelDocument, { id });
  usePatientNews(() => void page.refreshInBackground());
  const { followUp } = page.data ?? {};

  return (
    <PanelFrame title={followUp?.what ?? text('followUp.one')} isForm={props.form !== null} onEscape={() => (props.form ? props.onForm(null) : props.onClose())} onClose={props.onClose}>
      {page.isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void page.refresh() }}>{text('error.stale')}</StaleNotice>}
      {followUp ? <FollowUpSheet key={followUp.id} followUp={followUp} {...props} />
        : page.error ? <FaultState error={page.error} onRetry={page.retry} />
          : page.data ? <p className={classes.note}>{text('followUp.notHere')}</p> : <ListSkeleton label={text('app.loading')} lines={5} height={44} />}
    </PanelFrame>
  );
}

function FollowUpSheet({ followUp, form, onForm }: Omit<FollowUpPanelProps, 'id'> & { readonly followUp: FollowUpPartsFragment }) {
  const text = useText();
  const mayWrite = followUp.patient.viewer.may.includes('FOLLOW_UP_WRITE');
  return (
    <>
      <WhoseRecord patient={followUp.patient} />
      <div className={classes.badges}><KindCell followUp={followUp} /><StepsCell followUp={followUp} /></div>
      <div className={classes.with}><span>{text('followUps.column.who')}</span><BallCell followUp={followUp} /></div>
      <div className={classes.badges}><span>{text('field.follow-up.dueOn')}</span><DueCell followUp={followUp} /></div>
      <Escalations escalations={followUp.escalations} />
      <FollowUpMoves followUp={followUp} mayWrite={mayWrite} onForm={onForm} />
      {form && <FollowUpForm key={form} followUp={followUp} form={form} mayWrite={mayWrite} onClose={() => onForm(null)} />}
      <FollowUpFacts followUp={followUp} />
      <Checklist followUp={followUp} mayTick={mayWrite && isOpen(followUp)} />
      <Attachments followUp={followUp} mayWrite={mayWrite} onForm={onForm} />
      <Entries followUp={followUp} mayWrite={mayWrite} onForm={onForm} />
      <div className={classes.actions}><HistoryButton entity="follow-up" id={followUp.id} name={followUp.what} /></div>
    </>
  );
}

/** Within the record its header says it. Elsewhere it leads there, and to what else is open for them. */
function WhoseRecord({ patient }: { readonly patient: FollowUpPartsFragment['patient'] }) {
  const text = useText();
  const dates = useDates();
  const [params] = useSearchParams();
  if (usePatientNewsPage()) return null;
  const facts = [text('patient.born', { date: dates.plain(patient.birthDate), age: patient.age }), text('patient.mrn', { mrn: patient.mrn })].join(' · ');
  return (
    <div>
      <Link to={`/patients/${patient.id}/follow-ups`} data-target><strong>{patientName(patient)}</strong></Link>
      <div className={classes.note}>{facts}</div>
      <Link to={{ search: withParam(params, 'patient', patient.id).toString() }} replace preventScrollReset data-target>{text('worklist.onlyPatient')}</Link>
    </div>
  );
}
