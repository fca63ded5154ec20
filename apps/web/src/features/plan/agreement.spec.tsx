import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanNotifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { AnswerForMyPartDocument, PlanPageDocument, type AnswerForMyPartMutation, type DisciplineAgreementPartsFragment } from '../../gql/index.ts';
import { Notices } from '../../shared/notices.tsx';
import { aPerson, noor } from '../../testing/builders.ts';
import { aPlan, aPlanPatient } from '../../testing/plan-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { PlanPage } from './plan.page.tsx';

const patientId = 'patient-marisol';
afterEach(() => cleanNotifications());

const answered = (over: Partial<NonNullable<DisciplineAgreementPartsFragment['last']>> = {}) => ({ __typename: 'Agreement' as const, id: 'a1', answer: 'RIGHT' as const, reason: null, planVersion: 12, revision: 30, answeredOn: '2026-11-02', person: aPerson(), ...over });
const mine = (over: Partial<DisciplineAgreementPartsFragment> = {}): DisciplineAgreementPartsFragment => ({ __typename: 'DisciplineAgreement', discipline: 'physical-therapist', isAsked: true, isReview: false, changed: [], last: null, ...over });
const stairs = { __typename: 'ChangedPart' as const, entity: 'goal', id: 'goal-stairs', name: 'Carry my grandson upstairs without stopping' };

function open(agreements: DisciplineAgreementPartsFragment[], { through = 'MEMBER', replies = [] }: { through?: 'MEMBER' | 'COORDINATOR'; replies?: readonly Reply[] } = {}) {
  const patient = aPlanPatient({ plan: aPlan({ agreements }) });
  return renderRoute('/patients/:patientId/plan', <><PlanPage /><Notices /></>, `/patients/${patientId}/plan`, [reply(PlanPageDocument, { patientId }, { patient: { ...patient, viewer: { ...patient.viewer, through } } }), ...replies]);
}
const done = (agreements: DisciplineAgreementPartsFragment[]): AnswerForMyPartMutation => ({
  answerForMyPart: { __typename: 'PlanChange', entityId: 'a2', revision: 42, meanwhile: [], patient: { __typename: 'Patient', id: patientId, revision: 42, planVersion: 14, plan: { ...aPlan({ agreements }), dissents: [] } } },
});
const question = async () => within(await screen.findByRole('region', { name: 'Is your part right?' }));

describe('the question to one’s discipline', () => {
  it('says why it is asked, and leads to what changed', async () => {
    const { user, router } = open([mine({ last: answered(), changed: [stairs] })]);
    const asked = await question();
    expect(asked.getByText('Changed by others since you answered, at version 12:')).toBeInTheDocument();
    await user.click(asked.getByRole('button', { name: stairs.name }));
    expect(router.state.location.search).toBe('?edit=goal%3Agoal-stairs');
  });

  it('is answered with one press, for the version on the screen, and goes', async () => {
    const after = [mine({ isAsked: false, last: answered({ planVersion: 14 }) })];
    const { user } = open([mine()], { replies: [replyToCommand(AnswerForMyPartDocument, { patientId, baseRevision: 41, planVersion: 14, answer: 'RIGHT' }, done(after))] });
    await user.click((await question()).getByRole('button', { name: 'My part is right' }));
    expect(await screen.findByText('Your part is right in version 14.')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Is your part right?' })).not.toBeInTheDocument();
    const anew = screen.getByRole('button', { name: 'Answer anew' });
    await waitFor(() => expect(anew).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'My part is right' })).toHaveFocus());
  });

  it('takes an objection only with its reason', async () => {
    const after = [mine({ isAsked: false, last: answered({ planVersion: 14, answer: 'OBJECTION', reason: 'Too soon after the fall' }) })];
    const { user } = open([mine()], { replies: [replyToCommand(AnswerForMyPartDocument, { patientId, baseRevision: 41, planVersion: 14, answer: 'OBJECTION', reason: 'Too soon after the fall' }, done(after))] });
    const asked = await question();
    await user.click(asked.getByRole('button', { name: 'Object' }));
    const why = asked.getByRole('textbox', { name: 'What is not right?' });
    expect(why).toHaveFocus();
    await user.click(asked.getByRole('button', { name: 'Object' }));
    expect(why).toBeInvalid();
    await user.type(why, 'Too soon after the fall');
    await user.click(asked.getByRole('button', { name: 'Object' }));
    expect(await screen.findByText('Your objection stands beside the plan.')).toBeInTheDocument();
    expect(screen.getByText('Too soon after the fall')).toBeInTheDocument();
  });

  it('is not put to a coordinator who is not on the team', async () => {
    open([mine()], { through: 'COORDINATOR' });
    await screen.findByRole('region', { name: 'Who agrees' });
    expect(screen.queryByRole('region', { name: 'Is your part right?' })).not.toBeInTheDocument();
  });
});

it('says of each discipline what stands, for which version, and what changed since', async () => {
  open([
    mine({ isAsked: false, last: answered() }),
    mine({ discipline: 'psychotherapist', last: answered({ id: 'a2', person: noor, planVersion: 9 }), changed: [stairs], isReview: true }),
    mine({ discipline: 'physiatrist', last: answered({ id: 'a3', answer: 'OBJECTION', reason: 'Scan first' }) }),
    mine({ discipline: 'nurse' }),
  ]);
  const lines = within(await screen.findByRole('region', { name: 'Who agrees' })).getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(lines).toEqual([
    expect.stringMatching(/^Physical therapist.*Right.*version 12/),
    expect.stringMatching(/^Psychotherapist \/ psychologist.*Is asked.*version 9.*1 change since, review day since/),
    expect.stringMatching(/^Physiatrist.*Objects.*Scan first/),
    expect.stringMatching(/^Nurse.*No answer yet$/),
  ]);
});
