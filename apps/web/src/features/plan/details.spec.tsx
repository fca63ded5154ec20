import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanNotifications } from '@mantine/notifications';
import { screen, within } from '@testing-library/react';
import type { ActivityDetails } from '@plexus/domain';
import { DecideActivityDocument, EditActivityDocument, PlanPageDocument, RecordPastTreatmentDocument, type ActivityForm, type PlanChangePartsFragment } from '../../gql/index.ts';
import { Notices } from '../../shared/notices.tsx';
import { PatientNews, PatientNewsContext } from '../../shared/patient-news.ts';
import { noor } from '../../testing/builders.ts';
import { aPart, aPlan, aPlanPatient } from '../../testing/plan-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { PlanPage } from './plan.page.tsx';

const patientId = 'patient-marisol';
const asked = { patientId, baseRevision: 41 };
afterEach(() => cleanNotifications());

function open(activities: readonly ReturnType<typeof aPart>[], replies: readonly Reply[] = [], at = '') {
  const news = new PatientNews('person-lucia');
  news.knows(41);
  const patient = aPlanPatient({ plan: aPlan({ activities: [...activities] }) });
  const route = <PatientNewsContext value={{ news, patientId, page: 'page-1' }}><PlanPage /><Notices /></PatientNewsContext>;
  return renderRoute('/patients/:patientId/plan', route, `/patients/${patientId}/plan${at}`, [reply(PlanPageDocument, { patientId }, { patient }, { times: 1 }), ...replies]);
}
const done = (): { __typename: 'PlanChange' } & PlanChangePartsFragment => {
  const { id, revision, planVersion, plan } = aPlanPatient({ revision: 42, planVersion: 15 });
  return { __typename: 'PlanChange', entityId: 'part', revision: 42, meanwhile: [], patient: { __typename: 'Patient', id, revision, planVersion, plan: { ...plan, dissents: [] } } };
};
const order = (form: ActivityForm, details: ActivityDetails, over: Parameters<typeof aPart>[0] = {}) => aPart({ id: 'part', name: 'The part', form, details, doseText: null, ...over });
const form = async (name: string) => within(await screen.findByRole('form', { name }));

describe('an order in the matrix', () => {
  it.each<[string, ActivityForm, ActivityDetails, RegExp[]]>([
    ['a medicine', 'MEDICATION', { drug: 'duloxetine', doseAmount: 60, doseUnit: 'mg', route: 'oral', timesPerDay: 1 }, [/duloxetine 60 mg by mouth once a day/, /Plan record, not a prescription/]],
    ['a medicine as needed', 'MEDICATION', { doseAmount: 500, doseUnit: 'mg', asNeeded: true, timesPerDay: 3 }, [/500 mg as needed, at most 3 times a day/]],
    ['a taper', 'MEDICATION', { doseAmount: 60, doseUnit: 'mg', taper: ['2026-12-01 30 × 1', '2026-12-15 15 × 1'] }, [/Phasing out/, /Taper: 30 mg once a day from 1 Dec; 15 mg once a day from 15 Dec/]],
    ['an opioid with its gaps', 'OPIOID', { morphineEquivalent: 20, morphineEquivalentSource: 'CDC 2022' }, [/morphine equivalent 20 mg a day \(CDC 2022\)/, /monitoring programme not checked, no opioid agreement, naloxone not talked about/]],
    ['a course', 'PSYCHOLOGICAL', { minutes: 50, sessionsPlanned: 12, sessionsDone: 6, format: 'individual' }, [/50 min · 6 of 12 sessions · individual/]],
    ['an injection', 'PROCEDURE', { site: 'occiput', side: 'left', imageGuidance: 'ultrasound', steroid: 'triamcinolone', steroidDose: 20, reliefAt2Weeks: 60, reliefDays: 35 }, [/Back of the head, left · ultrasound · triamcinolone 20 mg/, /Relief: 60 % at 2 weeks · 35 days of relief/]],
    ['a stimulator', 'NEUROMODULATION', { stage: 'implant', deviceModel: 'Model 7', deviceSerial: 'S-1', deviceCardSeen: false }, [/implant · Model 7, serial S-1 · device card not seen/]],
    ['a target', 'LIFESTYLE', { weightPercent: 7.5, startWeight: 96, hoursPerNight: 7 }, [/7 h a night · 7.5 % of 96 kg/]],
  ])('%s is one line of words', async (_, kind, details, words) => {
    open([order(kind, details)]);
    const cell = (await screen.findByText('The part')).closest('td')!;
    for (const line of words) expect(cell).toHaveTextContent(line);
  });

  it('an infusion says under whose eyes', async () => {
    open([order('INFUSION', { supervisor: noor.id }, { supervisor: noor })]);
    expect((await screen.findByText('The part')).closest('td')).toHaveTextContent(`supervised by ${noor.name}`);
  });
});

describe('the form of a kind', () => {
  it('asks for what that kind has, and sends what was changed', async () => {
    const part = aPart({ id: 'part', catalogueId: 'med.duloxetine', name: 'Duloxetine (SNRI)', discipline: 'physiatrist', form: 'MEDICATION', doseText: null, details: { drug: 'duloxetine', doseAmount: 30, doseUnit: 'mg', timesPerDay: 1 } });
    const sent = { ...asked, activityId: 'part', details: { doseAmount: 60, taper: ['2026-12-01 30 × 1'] } };
    const { user } = open([part], [replyToCommand(EditActivityDocument, sent, { editActivity: done() })], '?edit=activity:part');
    const fields = await form('Edit the part');
    expect(fields.queryByLabelText('Supervisor')).not.toBeInTheDocument();
    await user.clear(fields.getByLabelText('Amount'));
    await user.type(fields.getByLabelText('Amount'), '60');
    await user.click(fields.getByRole('button', { name: 'Add a step' }));
    const step = within(fields.getByRole('group', { name: 'Step 1' }));
    await user.type(step.getByLabelText('From'), '2026-12-01');
    await user.type(step.getByLabelText('Amount'), '30');
    await user.click(fields.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Part saved\./)).toBeInTheDocument();
  });

  it('says what is known of the item, what speaks against it, and where that is from', async () => {
    open([order('INFUSION', { supervisor: noor.id }, { catalogueId: 'inf.ketamine', name: 'Intravenous ketamine infusion', supervisor: noor })], [], '?edit=activity:part');
    const fields = await form('Edit the part');
    expect(fields.getByText(/weak or no evidence in fibromyalgia/)).toHaveTextContent(/Source: Clinic article: fibromyalgia overview.*; .*ketamine/i);
    expect(fields.getByText(/^Course: select treatment-resistant cases; series per protocol; stated in a clinic article\.$/)).toBeInTheDocument();
    expect(fields.getByText(/uncontrolled cardiovascular disease, psychosis/)).toBeInTheDocument();
  });

  it('says at once what is no number', async () => {
    const { user } = open([order('EXERCISE', {}, { catalogueId: 'pt.program' })], [], '?edit=activity:part');
    const fields = await form('Edit the part');
    await user.type(fields.getByLabelText('Minutes'), 'half an hour');
    await user.click(fields.getByRole('button', { name: 'Save' }));
    expect(fields.getByText('Please write a number.')).toBeInTheDocument();
  });
});

describe('a review', () => {
  it('keeps a part until the next look, with the reason', async () => {
    const sent = { ...asked, activityId: 'part', decision: 'KEEP' as const, reason: 'Sleeps better', reviewOn: '2026-12-20' };
    const { user } = open([order('EXERCISE', {})], [replyToCommand(DecideActivityDocument, sent, { decideActivity: done() })], '?edit=activity:part&do=decide');
    const fields = await form('Review this part');
    await user.click(fields.getByRole('button', { name: 'Decide' }));
    expect(fields.getByText('Please choose one.')).toBeInTheDocument();
    await user.click(fields.getByRole('radio', { name: 'Keep it as it is' }));
    await user.type(fields.getByRole('textbox', { name: 'Why?' }), 'Sleeps better');
    await user.type(fields.getByLabelText(/Look at it again on/), '2026-12-20');
    await user.click(fields.getByRole('button', { name: 'Decide' }));
    expect(await screen.findByText(/Decided\./)).toBeInTheDocument();
  });

  it('stops it and says how it went', async () => {
    const sent = { ...asked, activityId: 'part', decision: 'STOP' as const, reason: 'No change', outcome: 'NONE' as const };
    const { user } = open([order('EXERCISE', {})], [replyToCommand(DecideActivityDocument, sent, { decideActivity: done() })], '?edit=activity:part&do=decide');
    const fields = await form('Review this part');
    await user.click(fields.getByRole('radio', { name: 'Stop it' }));
    await user.type(fields.getByRole('textbox', { name: 'Why?' }), 'No change');
    await user.click(fields.getByRole('radio', { name: 'No benefit' }));
    await user.click(fields.getByRole('button', { name: 'Decide' }));
    expect(await screen.findByText(/Decided\./)).toBeInTheDocument();
  });
});

describe('treatments tried', () => {
  it('are listed with how they went, and what was tried before is added', async () => {
    const sent = { ...asked, catalogueId: 'inf.ketamine', discipline: 'pain-specialist', outcome: 'NOT_TOLERATED' as const, endedOn: null, reason: 'Two infusions' };
    const { user } = open([order('COMPLEMENTARY', { outcome: 'partial' }, { name: 'Acupuncture', status: 'STOPPED', endsOn: '2026-10-01' })], [replyToCommand(RecordPastTreatmentDocument, sent, { recordPastTreatment: done() })]);
    const tried = within((await screen.findByRole('heading', { name: 'Treatments tried' })).closest('section') ?? document.body);
    expect(tried.getByText('Acupuncture').closest('li')).toHaveTextContent(/Partly effective · until 1 Oct/);
    await user.click(screen.getByRole('button', { name: 'Record what was tried before' }));
    const fields = await form('Tried before');
    await user.click(fields.getByRole('combobox', { name: 'What was tried' }));
    await user.click(await screen.findByRole('option', { name: 'Intravenous ketamine infusion' }));
    await user.click(fields.getByRole('radio', { name: 'Not tolerated' }));
    await user.type(fields.getByRole('textbox', { name: /What is known of it/ }), 'Two infusions');
    await user.click(fields.getByRole('button', { name: 'Record it' }));
    expect(await screen.findByText(/Recorded\./)).toBeInTheDocument();
  });
});
