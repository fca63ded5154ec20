import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { CopyPageDocument, NoteCopyDocument, type Copy, type CopyPageQuery } from '../../gql/index.ts';
import { aCopyPatient, aPart } from '../../testing/plan-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyWithFault, type Reply } from '../../testing/reply.ts';
import { CopyPage } from './copy.page.tsx';

const patientId = 'patient-marisol';
const print = jest.fn();
beforeEach(() => {
  print.mockReset();
  window.print = print;
});

const noted = (copy: Copy) => reply(NoteCopyDocument, { input: { patientId, copy } }, { noteCopy: true });
function open(patient: CopyPageQuery['patient'], replies: readonly Reply[] = [], search = '') {
  return renderRoute('/patients/:patientId/copy', <CopyPage />, `/patients/${patientId}/copy${search}`, [reply(CopyPageDocument, { patientId }, { patient }), ...replies]);
}
const paper = (name = 'The patient’s copy as it is printed') => screen.findByRole('region', { name });
const button = (name: string) => screen.getByRole('button', { name });

const HOME = ['Walking', 'Breathing', 'Stretching', 'Pacing'].map((name) => aPart({ id: name, name, doseText: null, details: { minutes: 20, timesPerWeek: 3 } }));

describe('the patient’s copy', () => {
  it('has the first three parts until others are chosen, in words that may be changed for it', async () => {
    const { user } = open(aCopyPatient({}, { activities: HOME }));
    const sheet = within(await paper());
    expect(sheet.getByText('Walking: 20 minutes, 3 times a week')).toBeInTheDocument();
    expect(sheet.getByText('Three things this week')).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Pacing' })).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: 'Breathing' }));
    await user.click(screen.getByRole('checkbox', { name: 'Stretching' }));
    await user.click(screen.getByRole('checkbox', { name: 'Pacing' }));
    const words = screen.getByLabelText('Words for “Pacing”');
    await user.clear(words);
    await user.type(words, 'Rest before it hurts');
    await user.type(screen.getByLabelText('Telephone to call'), '555 0100');
    expect(sheet.getByText('Two things this week')).toBeInTheDocument();
    expect(sheet.getByText('Rest before it hurts')).toBeInTheDocument();
    expect(sheet.queryByText(/Breathing/)).not.toBeInTheDocument();
    expect(sheet.getByText('Telephone: 555 0100')).toBeInTheDocument();
  });

  it('is not made without one of them', async () => {
    const { user } = open(aCopyPatient({}, { activities: HOME.slice(0, 1) }));
    await paper();
    await user.click(screen.getByRole('checkbox', { name: 'Walking' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Choose one to three.');
    expect(button('Print')).toBeDisabled();
    expect(button('Save as PDF')).toBeDisabled();
  });

  it('says what to do when no running part is the patient’s', async () => {
    open(aCopyPatient({}, { activities: [] }));
    expect(await screen.findByText(/No running part is the patient’s to do/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open the plan' })).toHaveAttribute('href', `/patients/${patientId}/plan`);
    expect(button('Print')).toBeDisabled();
  });

  it('tells the clinician what it lacks and in whose language it is', async () => {
    open(aCopyPatient({ language: 'es', interpreterNeeded: true, team: [] }, { reviewDate: null, agreedMessage: null, status: 'DRAFT', goals: [] }));
    const before = (await screen.findByText('Read it with the patient before you hand it over.')).parentElement!;
    for (const words of [
      'The patient’s language is Spanish.', 'The patient needs an interpreter.', 'This plan is “Draft”.', 'No goal is open', 'no agreed message yet', 'No review date is set', 'The team has no lead', 'no care coordinator',
      'The crisis numbers are those of the United States. Source: 988 Suicide & Crisis Lifeline (United States).',
    ]) expect(before).toHaveTextContent(words);
  });
});

describe('printing', () => {
  it('waits until the server has noted the copy', async () => {
    const { user } = open(aCopyPatient(), [noted('PATIENT_COPY')]);
    await paper();
    await user.click(button('Print'));
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
  });

  it('does not happen when it cannot be noted', async () => {
    const { user } = open(aCopyPatient(), [replyWithFault(NoteCopyDocument, { input: { patientId, copy: 'TEAM_COPY' } }, 'UNAVAILABLE')], '?for=team');
    await paper('The team’s copy as it is printed');
    await user.click(button('Print'));
    expect(await screen.findByRole('alert')).toHaveTextContent('No copy was made, because it could not be entered in the access log. The records cannot be reached just now.');
    expect(print).not.toHaveBeenCalled();
  });

  it('by the browser’s own command is noted too', async () => {
    const { client } = open(aCopyPatient(), [noted('TEAM_COPY')], '?for=team');
    await paper('The team’s copy as it is printed');
    const mutate = jest.spyOn(client, 'mutate');
    fireEvent(window, new Event('beforeprint'));
    expect(mutate).toHaveBeenCalledWith({ mutation: NoteCopyDocument, variables: { input: { patientId, copy: 'TEAM_COPY' } } });
  });
});

it('shows the team’s copy by its address, and goes from one to the other', async () => {
  const { user, router } = open(aCopyPatient(), [], '?for=team');
  const sheet = await paper('The team’s copy as it is printed');
  expect(sheet).toHaveTextContent('Marisol “Mari” Okafor-Reyes · born 12 Apr 1980 · MRN 204-881');
  expect(sheet).toHaveTextContent(/Made .* by Lucia Ferrante, PT, Lakeside Pain Center/);
  await user.click(screen.getByText('Patient’s copy'));
  await paper();
  expect(router.state.location.search).toBe('');
});
