import { useQuery } from '@apollo/client/react';
import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { opensPlan, SCREEN_OPENS_PLAN_DAYS } from '@plexus/domain';
import { Notice } from '@plexus/ui';
import { Link } from 'react-router';
import { ActivatePlanDocument, MovePlanDocument, PlanScreenDocument, type PlanVerb } from '../../../../gql/index.ts';
import { useScreenWords } from '../../../../shared/screen-words.ts';
import { useText } from '../../../../shared/text.ts';
import { useDates } from '../../../../shared/use-dates.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { usePlanForm } from '../../hooks/use-plan-form.ts';
import { Field, FieldGroup } from './field-group.tsx';
import { PanelForm } from './panel-form.tsx';

export const PlanVerbForm = ({ verb }: { verb: PlanVerb }) => (verb === 'ACTIVATE' ? <StartPlanForm /> : <EndPlanForm verb={verb} />);

const START = { withoutScreenReason: '' };
const START_FIELDS = Object.keys(START);
const readStart = () => START;

/** SAF-04: the plan starts on a screen; where there is none, the way to it comes first, and a written reason second. */
function StartPlanForm() {
  const text = useText();
  const { today } = useDates();
  const sayScreen = useScreenWords();
  const { patient } = usePlanDesk();
  const { plan: now, viewer } = patient;
  const { data, error } = useQuery(PlanScreenDocument, { variables: { patientId: patient.id } });
  const screen = data?.patient.latestRedFlagScreen ?? null;
  // Not read yet is not "no screen": until then nothing is said, and the server has the last word.
  const isUnscreened = data !== undefined && !opensPlan(screen?.signedOn ?? null, today);
  const asksReason = isUnscreened || error !== undefined;
  const mayOverride = viewer.may.includes('PLAN_START_UNSCREENED');
  const form = useForm({ initialValues: START });
  const plan = usePlanForm({
    document: ActivatePlanDocument, form, fields: START_FIELDS, stands: START, read: readStart, recordFields: { withoutScreenReason: 'status' }, said: text('planDone.plan.ACTIVATE'),
    write: (_, after) => (!asksReason || !after.withoutScreenReason.trim() ? {} : { withoutScreenReason: after.withoutScreenReason.trim() }),
  });
  const isMissing = isUnscreened && !form.values.withoutScreenReason.trim();
  return (
    <PanelForm
      {...plan}
      conflict={{ ...plan.conflict, onKeepTheirs: plan.discard }}
      title={text(now.status === 'DRAFT' ? 'planVerb.ACTIVATE' : 'planVerb.ACTIVATE.again')}
      entity="plan"
      entityId={now.id}
      submit={text(now.status === 'DRAFT' ? 'planVerb.ACTIVATE' : 'planVerb.ACTIVATE.again')}
      fields={START_FIELDS}
      onSubmit={() => void plan.save(isMissing ? { withoutScreenReason: text(mayOverride ? 'planStart.missing' : 'planStart.screenFirst') } : {})}
    >
      {screen && <Notice tone={sayScreen(screen).tone}><p>{sayScreen(screen).words}</p></Notice>}
      {asksReason && (
        <>
          <Notice tone="warn"><p>{text(error ? 'planStart.unknown' : screen ? 'planStart.old' : 'planStart.none', { days: SCREEN_OPENS_PLAN_DAYS })}</p></Notice>
          {viewer.may.includes('SCREEN_SIGN') && <Button component={Link} to={`/patients/${patient.id}/background?then=plan&open=screen`}>{text('planStart.fillIn')}</Button>}
          <FieldGroup group="status" entityId={now.id}>
            <Field name="withoutScreenReason" field="status" entity="plan" entityId={now.id} base={plan.base}>
              {mayOverride
                ? <Textarea autosize minRows={2} label={text('planStart.without')} description={text('planStart.withoutHint')} {...form.getInputProps('withoutScreenReason')} />
                : <p>{form.errors.withoutScreenReason ?? text('planStart.screenFirst')}</p>}
            </Field>
          </FieldGroup>
        </>
      )}
    </PanelForm>
  );
}

const END = { reason: '' };
const END_FIELDS = Object.keys(END);
const readEnd = () => END;

/** Pauses or completes the plan: why. */
function EndPlanForm({ verb }: { verb: Exclude<PlanVerb, 'ACTIVATE'> }) {
  const text = useText();
  const { patient: { plan: now } } = usePlanDesk();
  const form = useForm({ initialValues: END });
  const plan = usePlanForm({
    document: MovePlanDocument, form, fields: END_FIELDS, stands: END, read: readEnd, recordFields: { reason: 'status' }, said: text(`planDone.plan.${verb}`),
    write: (_, after) => ({ verb, reason: after.reason.trim() }),
  });
  const isPossible = now.transitions.includes(verb) || plan.outcome !== null;
  return (
    <PanelForm
      {...plan}
      conflict={{ ...plan.conflict, onKeepTheirs: plan.discard }}
      title={text(`planVerb.${verb}`)}
      entity="plan"
      entityId={now.id}
      submit={text(`planVerb.${verb}`)}
      fields={END_FIELDS}
      onSubmit={() => void plan.save(form.values.reason.trim() ? {} : { reason: text('form.required') })}
    >
      {!isPossible && <Notice tone="warn"><p>{text('planPanel.notPossible', { status: text(`planStatus.${now.status}`) })}</p></Notice>}
      <FieldGroup group="status" entityId={now.id}>
        <Field name="reason" field="status" entity="plan" entityId={now.id} base={plan.base}>
          <Textarea autosize minRows={2} required label={text('planPanel.why')} {...form.getInputProps('reason')} />
        </Field>
      </FieldGroup>
    </PanelForm>
  );
}
