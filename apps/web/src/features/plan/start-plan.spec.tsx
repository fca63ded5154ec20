import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanNotifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { ActivatePlanDocument, PlanPageDocument, PlanScreenDocument } from '../../gql/index.ts';
import { Notices } from '../../shared/notices.tsx';
import { aPlan, aPlanPatient } from '../../testing/plan-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, replyWithFault, type Reply } from '../../testing/reply.ts';
import { PlanPage } from './plan.page.tsx';

const patientId = 'patient-marisol';
const draft = aPlan({ status: 'DRAFT', transitions: ['ACTIVATE'] });
const unscreened = { patient: { __typename: 'Patient' as const, id: patientId, latestRedFlagScreen: null } };
afterEach(() => cleanNotifications());

async function open(replies: readonly Reply[]) {
  const { user } = renderRoute('/patients/:patientId/plan', <><PlanPage /><Notices /></>, `/patients/${patientId}/plan?edit=plan&do=activate`, [reply(PlanPageDocument, { patientId }, { patient: aPlanPatient({ plan: draft, viewer: { __typename: 'PatientViewer', through: 'MEMBER', discipline: 'physical-therapist', may: ['PLAN_READ', 'PLAN_WRITE', 'PLAN_START_UNSCREENED', 'HISTORY_READ'] } }) }), ...replies]);
  return { user, form: within(await screen.findByRole('form', { name: 'Start this plan' })) };
}

describe('starting a plan', () => {
  it('says that nobody asked about red flags only when that is known', async () => {
    const { form } = await open([reply(PlanScreenDocument, { patientId }, unscreened, { delay: Infinity })]);
    expect(form.queryByText(/Nobody has asked about red flags/)).not.toBeInTheDocument();
  });

  it('asks for the screen first where there is none', async () => {
    const { user, form } = await open([reply(PlanScreenDocument, { patientId }, unscreened)]);
    expect(await form.findByText(/Nobody has asked about red flags/)).toBeInTheDocument();
    await user.click(form.getByRole('button', { name: 'Start this plan' }));
    expect(await form.findByText('Fill in the screen first, or give a reason.')).toBeInTheDocument();
  });

  it('where the screen cannot be read, says so and lets the server decide', async () => {
    const { user, form } = await open([
      replyWithFault(PlanScreenDocument, { patientId }, 'UNAVAILABLE'),
      replyToCommand(ActivatePlanDocument, { patientId, baseRevision: 41 }, { activatePlan: { __typename: 'PlanChange', entityId: draft.id, revision: 42, meanwhile: [], patient: { __typename: 'Patient', id: patientId, revision: 42, planVersion: 15, plan: { ...aPlan(), dissents: [] } } } }),
    ]);
    expect(await form.findByText(/could not be read/)).toBeInTheDocument();
    await user.click(form.getByRole('button', { name: 'Start this plan' }));
    expect(await screen.findByText('Plan started.')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
  });
});
