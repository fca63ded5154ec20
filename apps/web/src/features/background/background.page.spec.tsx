import { expect, it } from '@jest/globals';
import { bodyPlaces, redFlags } from '@plexus/catalogue/labels';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { BackgroundPageDocument, EditSymptomDocument, RecordSymptomDocument, SignRedFlagScreenDocument } from '../../gql/index.ts';
import { aBackground, aFinding, aScreen, aSymptom } from '../../testing/background-builders.ts';
import { noor } from '../../testing/builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { BackgroundPage } from './background.page.tsx';

const patientId = 'patient-marisol';
const page = (patient = aBackground()) => reply(BackgroundPageDocument, { patientId }, { patient }, { times: 3 });
const open = (replies: readonly Reply[], search = '') =>
  renderRoute('/patients/:patientId/background', <BackgroundPage />, `/patients/${patientId}/background${search}`, replies, { others: [{ path: '/patients/:patientId/plan', element: <p>The plan</p> }] });

it('draws every place of the catalogue, and says what is there', async () => {
  const { container } = open([page()]);
  expect(await screen.findByLabelText('Neck: Pain, 7 of 10')).toHaveAttribute('role', 'checkbox');
  const drawn = new Set([...container.querySelectorAll('[data-place]')].map((region) => region.getAttribute('data-place')));
  expect([...drawn].sort()).toEqual(bodyPlaces.map(({ id }) => id).sort());
});

it('records a symptom at the places chosen in the map, with nothing prefilled', async () => {
  const written = { patientId, baseRevision: 41, code: 'tingling', words: null, places: [{ site: 'hand', side: 'RIGHT' as const }], severity: 3 };
  const { user } = open([page(), replyToCommand(RecordSymptomDocument, written, { recordSymptom: aBackground({ revision: 42, symptoms: [aSymptom({ id: 'symptom-2', name: 'Tingling' })] }) })]);
  await user.click(await screen.findByRole('button', { name: 'Add a symptom' }));
  expect(screen.queryAllByRole('radio', { checked: true }).map((radio) => radio.getAttribute('value'))).toEqual(['']);
  await user.selectOptions(screen.getByLabelText(/^Symptom/), 'Tingling');
  await user.click(screen.getByLabelText('Right hand'));
  await user.click(screen.getByRole('radio', { name: '3' }));
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(await screen.findByText('Tingling', { selector: 'strong' })).toBeInTheDocument();
});

it('keeps the form open and points at the field when the server refuses', async () => {
  const refusal = { __typename: 'RuleViolation' as const, violations: [{ __typename: 'Violation' as const, code: 'DATE_IN_FUTURE', field: 'since', message: 'x', params: [] }] };
  const { user } = open([page(), replyToCommand(EditSymptomDocument, { patientId, baseRevision: 41, symptomId: 'symptom-neck', since: '2030-01-01' }, { editSymptom: refusal })]);
  await user.click(await screen.findByRole('button', { name: 'Edit Pain' }));
  fireEvent.change(screen.getByLabelText('Since'), { target: { value: '2030-01-01' } });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('This date is in the future.')).toBeInTheDocument();
  expect(screen.getByLabelText('Since')).toBeInvalid();
});

it('is answered by letters alone, signed only without holes, and leads back to the plan', async () => {
  const answers = redFlags.map(({ id: item }) => (item === 'malignancy' ? { item, answer: 'YES' as const, detail: 'Breast, 2011' } : { item, answer: 'NO' as const }));
  const { user } = open([page(), replyToCommand(SignRedFlagScreenDocument, { patientId, baseRevision: 41, form: 1, answers }, { signRedFlagScreen: aBackground({ redFlagScreens: [aScreen()] }) })], '?open=screen&then=plan');
  const first = await screen.findByRole('radiogroup', { name: 'New trouble with bladder or bowel' });
  expect(screen.queryAllByRole('radio', { checked: true })).toEqual([]);
  await user.click(screen.getByRole('button', { name: /^Sign as/ }));
  expect(screen.getAllByText('Answer this question.')).toHaveLength(redFlags.length);
  expect(first).toContainElement(document.activeElement as HTMLElement);
  await user.keyboard('u');
  expect(screen.getByText(`0 of ${redFlags.length} answered`)).toBeInTheDocument();
  await user.keyboard('n'.repeat(9));
  expect(screen.getByText(`9 of ${redFlags.length} answered`)).toBeInTheDocument();
  await user.keyboard('y');
  await waitFor(() => expect(screen.getByLabelText(/^What was found: Cancer/)).toHaveFocus());
  await user.keyboard('Breast, 2011');
  for (const button of screen.getAllByRole('button', { name: /^All others: no/ })) await user.click(button);
  await user.click(screen.getByRole('button', { name: /^Sign as/ }));
  expect(await screen.findByText('The plan')).toBeInTheDocument();
});

it('says an emergency in words that ask for action, and what was decided', async () => {
  const found = aFinding('saddle-numbness', 'New numbness in the saddle area', 'EMERGENCY', 'Since this morning');
  const decided = aScreen({ id: 'screen-0', result: 'RED_FLAGS', yes: [aFinding('osteoporosis', 'Osteoporosis', 'RED_FLAGS', 'Known')], decision: 'WATCH', decisionReason: 'Treated', decidedBy: noor });
  const { user } = open([page(aBackground({ redFlagScreens: [aScreen({ result: 'EMERGENCY', yes: [found] }), decided] }))]);
  expect(await screen.findByText('Emergency sign: new numbness in the saddle area. Follow the local emergency pathway now.')).toBeInTheDocument();
  await user.click(screen.getByText('1 earlier screen'));
  expect(screen.getByText('Dr. Noor Bellweather decided to watch: Treated')).toBeInTheDocument();
});

it('tells a peer mentor that this is not theirs instead of calling it empty', async () => {
  open([page(aBackground({ symptoms: [], viewer: { __typename: 'PatientViewer', through: 'MEMBER', may: ['PATIENT_READ', 'PLAN_READ'] } }))]);
  expect(await screen.findByText('Symptoms and screens are not part of your role')).toBeInTheDocument();
});
