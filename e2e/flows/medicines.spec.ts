import { expect, test } from '../fixtures/test.ts';
import { asksFor } from '../fixtures/live.ts';
import { PATIENTS } from '../fixtures/personas.ts';
import { PatientPage } from '../pages/patient.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';

test('a physiatrist reconciles the medicines, and a colleague’s open page shows it', async ({ as }) => {
  const open = async (who: 'physiatrist' | 'psychotherapist') => {
    const page = await as(who);
    const live = asksFor(page, 'PatientRevised');
    await new PatientsPage(page).openRecord(PATIENTS.priya);
    const record = new PatientPage(page);
    await record.go('Medicines');
    await live;
    return record;
  };
  const [mine, theirs] = [await open('physiatrist'), await open('psychotherapist')];
  await expect(theirs.header).toContainText('Medicines never reconciled: interactions not checked');

  await mine.main.getByRole('button', { name: 'Go through the list' }).click();
  const rows = mine.main.getByRole('region', { name: 'Reconciliation' }).getByRole('checkbox');
  // The plan's own medicines are gone through as well.
  await expect(rows.first()).toHaveAccessibleName(/amitriptyline.*Our plan/i);
  for (const row of await rows.all()) await row.check();
  await mine.main.getByRole('button', { name: 'Reconciled', exact: true }).click();

  await expect(mine.header).toContainText(/Medicines reconciled/);
  await expect(theirs.header).toContainText(/Medicines reconciled/);
  await expect(theirs.main.getByRole('region', { name: 'Reconciliation' })).toContainText(/Reconciled by Dr\. Ingrid Vasquez-Thorne on/);
});
