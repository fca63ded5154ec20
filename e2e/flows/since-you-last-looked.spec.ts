import { randomUUID } from 'node:crypto';
import { clinic } from '../fixtures/clinic.ts';
import { inDays } from '../fixtures/days.ts';
import { asksFor } from '../fixtures/live.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { expect, test } from '../fixtures/test.ts';
import { Wire } from '../fixtures/wire.ts';
import { PatientsPage } from '../pages/patients.page.ts';
import { PlanPage } from '../pages/plan.page.ts';

const NIGHTS = 'I want to lie on my side at night without waking from it.';

test('while a psychotherapist is away three colleagues change nine things: she reads exactly those, and her list follows', async ({ as }) => {
  const list = new PatientsPage(await as('psychotherapist'));
  const listIsLive = asksFor(list.page, 'CaseloadRevised');
  await list.page.reload();
  await listIsLive;
  const row = list.row(PATIENTS.linnea);

  const mine = new PlanPage(await as('psychotherapist'));
  await new PatientsPage(mine.page).openRecord(PATIENTS.linnea);
  const patientId = mine.address().split('/')[2]!;
  await mine.markReviewed();
  await expect(mine.since).toContainText('Nothing new since today');
  await expect(row).not.toContainText(/new/i);
  await mine.page.goto('about:blank');

  const [pain, nurse, therapist] = await Promise.all([PEOPLE.painSpecialist, PEOPLE.nurse, PEOPLE.physicalTherapist].map((who) => Wire.signedIn(clinic.address(), who)));
  const planNow = async () => (await pain!.ask('PlanPage', { patientId })).patient;
  const does = async (wire: Wire, name: string, input: object) => {
    const answer = await wire.ask(name, { input: { commandId: randomUUID(), patientId, baseRevision: (await planNow()).revision, ...input } });
    expect(Object.values(answer)[0]).not.toHaveProperty('violations');
  };
  const { plan } = await planNow();
  const goalId = plan.goals.find(({ words }: { words: string }) => words === NIGHTS).id;
  const activityId = plan.activities.find(({ catalogueId, status }: Record<string, string>) => catalogueId === 'pt.home-maintenance' && status === 'ACTIVE').id;

  await does(nurse!, 'RecordAllergy', { substance: 'Adhesive tape', severity: 'MODERATE', reaction: 'Blisters' });
  await does(nurse!, 'AddMedicine', { drug: 'ibuprofen', doseAmount: 400, doseUnit: 'MG', timesPerDay: 2, kind: 'OVER_THE_COUNTER', source: 'PATIENT' });
  await does(nurse!, 'EditPatient', { accessNeeds: 'Ramp at the side door.' });
  await does(pain!, 'EditPlan', { reviewDate: inDays(30) });
  await does(pain!, 'EditGoal', { goalId, target: { value: 20, unit: 'minutes' } });
  await does(pain!, 'EditGoal', { goalId, achievement: 'IMPROVING', reason: 'Twice round the block' });
  await does(therapist!, 'EditGoal', { goalId, restatement: 'Lies twenty minutes on one side.' });
  await does(therapist!, 'EditActivity', { activityId, doseText: 'Every second day' });
  await does(therapist!, 'EditActivity', { activityId, nextStep: 'Add the hill' });

  // The list was open all the while.
  await expect(row).toContainText('9 new');
  await new PatientsPage(mine.page).openRecord(PATIENTS.linnea);
  await expect(mine.since).toContainText('9 new');
  await expect(mine.sinceEntries).toHaveCount(9);
  for (const words of [
    /Allergy Adhesive tape.*Allergy recorded.*Blisters, Moderate.*Bridget Salazar/s,
    /Medicine ibuprofen.*Added to the medicines.*400 mg twice a day/s,
    /Target.*20 minutes/s,
    /Achievement.*Improving.*Because: Twice round the block.*Dr. Caleb Oyelaran/s,
    /Clinical restatement.*Lies twenty minutes on one side/s,
    /Every second day/,
    /Next step.*Add the hill.*Lucia Ferrante/s,
    /Plan .*Review/s,
    /Access needs.*Ramp at the side door/s,
  ]) await expect(mine.sinceEntries.filter({ hasText: words })).toHaveCount(1);
  await expect(mine.sinceEntries.nth(1)).toContainText('ibuprofen');
  await expect(mine.since.getByRole('group').filter({ hasText: NIGHTS })).toContainText('20 minutes');

  await mine.markReviewed();
  await expect(mine.since).toContainText('Nothing new since today');
  await expect(row).not.toContainText(/new/i);
});
