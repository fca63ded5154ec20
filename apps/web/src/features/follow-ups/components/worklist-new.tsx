import { ListSkeleton } from '@plexus/ui';
import { NewFollowUpPatientDocument } from '../../../gql/index.ts';
import { FaultState } from '../../../shared/fault-state.tsx';
import { PatientPicker } from '../../../shared/patient-picker.tsx';
import { useText } from '../../../shared/text.ts';
import { usePageQuery } from '../../../shared/use-page-query.ts';
import type { useNewInWorklist } from '../hooks/use-new-in-worklist.ts';
import { newFollowUpOf } from '../model/worklist-address.ts';
import classes from './follow-ups.module.css';
import { NewFollowUpForm } from './new-follow-up-form.tsx';
import { PanelFrame } from './panel-frame.tsx';

interface WorklistNewProps {
  readonly adding: ReturnType<typeof useNewInWorklist>;
  /** It is in the list from now on. */
  readonly onOpened: () => void;
}

/** A new follow-up from the worklist: of whom, then as in the chart. What was typed for one patient stays that patient's. */
export function WorklistNew({ adding, onOpened }: WorklistNewProps) {
  const text = useText();
  const { patientId, close } = adding;
  return (
    <PanelFrame title={text('followUp.new')} isForm onEscape={close} onClose={close}>
      {patientId ? <NewOf key={patientId} patientId={patientId} adding={adding} onOpened={onOpened} /> : <PatientPicker chosen={null} autoFocus onChoose={adding.choose} />}
    </PanelFrame>
  );
}

function NewOf({ patientId, adding, onOpened }: WorklistNewProps & { readonly patientId: string }) {
  const text = useText();
  const page = usePageQuery(NewFollowUpPatientDocument, { patientId });
  const patient = page.data?.patient;
  if (!patient && !page.error) return <ListSkeleton label={text('app.loading')} lines={5} height={44} />;
  if (!patient) {
    return (
      <>
        <PatientPicker chosen={null} onChoose={adding.choose} />
        <FaultState error={page.error} onRetry={page.retry} />
      </>
    );
  }
  return (
    <>
      <PatientPicker chosen={patient} onChoose={adding.choose} />
      {patient.viewer.may.includes('FOLLOW_UP_WRITE') ? (
        <div className={classes.new}>
          <NewFollowUpForm
            patient={patient}
            source={null}
            opens={`/follow-ups?${newFollowUpOf(patientId).toString()}`}
            onOpened={(id) => {
              if (!id) return adding.close();
              adding.opened(patientId, id);
              onOpened();
            }}
            onClose={adding.close}
          />
        </div>
      ) : <p className={classes.hint} role="status">{text('worklist.new.reads')}</p>}
    </>
  );
}
