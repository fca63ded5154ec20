import { expect, type Locator, type Page } from '@playwright/test';
import { asksFor } from '../fixtures/live.ts';
import type { KnownPatient } from '../fixtures/personas.ts';
import { PatientPage } from './patient.page.ts';
import { PatientsPage } from './patients.page.ts';

/** The shared plan: goals as rows, disciplines as columns; what is written stands in the panel beside it. */
export class PlanPage extends PatientPage {
  readonly matrix = this.page.getByRole('table', { name: 'Goals and each discipline’s part' });
  readonly columns = this.matrix.getByRole('columnheader');
  readonly addGoal = this.main.getByRole('button', { name: 'Add goal' });
  /** Beside the plan; on a telephone it is the page. */
  readonly panel = this.main.getByLabel('Beside the plan', { exact: true });
  readonly conflict = this.panel.getByRole('alert').filter({ hasText: 'Somebody changed this while you were editing' });
  readonly like = this.panel.getByRole('status').filter({ hasText: 'Like a goal that is open already' });
  /** "Dr. Mistry changed 2 things just now." */
  readonly news = this.main.getByRole('status').filter({ hasText: 'just now.' });
  readonly team = this.header.getByRole('list', { name: 'Team' });

  /** What others changed since the viewer last reviewed the plan. */
  readonly since = this.main.getByRole('region', { name: 'Since you last looked' });
  readonly sinceEntries = this.since.locator('ol > li');

  async markReviewed(): Promise<void> {
    await this.since.getByRole('button', { name: 'Mark reviewed' }).click();
  }

  goal(words: string): Locator {
    return this.matrix.getByRole('row').filter({ hasText: words });
  }

  /** A discipline's part, wherever it stands. */
  part(name: string): Locator {
    return this.matrix.getByRole('listitem').filter({ hasText: name }).first();
  }

  /** What one discipline does for one goal. */
  async cell(words: string, column: string): Promise<Locator> {
    await expect(this.columns.filter({ hasText: column })).toBeVisible();
    const titles = await this.columns.allInnerTexts();
    const place = titles.findIndex((title) => title.includes(column));
    return this.goal(words).getByRole('cell').nth(place - 1);
  }

  /** Opens the form of a goal. */
  async openGoal(words: string): Promise<void> {
    await this.goal(words).getByRole('button', { name: `“${words}”`, exact: true }).click();
    await this.panel.getByRole('button', { name: 'Save' }).waitFor();
  }

  async openPart(name: string): Promise<void> {
    await this.matrix.getByRole('button', { name, exact: true }).first().click();
    await this.panel.getByRole('button', { name: 'Save' }).waitFor();
  }

  actions(name: string): Locator {
    return this.matrix.getByRole('button', { name: `Actions for “${name}”` }).first();
  }

  /** A verb of the menu of a goal or a part. */
  async choose(name: string, verb: string): Promise<void> {
    await this.actions(name).click();
    await this.page.getByRole('menuitem', { name: verb, exact: true }).click();
  }

  field(label: string | RegExp): Locator {
    return this.panel.getByLabel(label);
  }

  group(legend: string): Locator {
    return this.panel.getByRole('group', { name: legend });
  }

  button(name: string): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }

  async save(button = 'Save'): Promise<void> {
    await this.button(button).click();
  }

  /** Changes one field of a goal and saves it. */
  async editGoal(words: string, label: string | RegExp, value: string): Promise<void> {
    await this.openGoal(words);
    await this.field(label).fill(value);
    await this.save();
  }

  /** What others changed and nobody looked at yet, at a goal or a part. */
  mark(of: Locator): Locator {
    return of.getByText(/^(Changed|Added) by /);
  }

  /** Who is changing it now. */
  editing(of: Locator): Locator {
    return of.getByText(/ is editing /);
  }

  /** In the corner: what was done, what was merged, what was refused. */
  said(words: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: words });
  }

  /** Takes back what was just said to be done. */
  async undo(words: string): Promise<void> {
    await this.said(words).getByRole('button', { name: 'Undo' }).click();
  }
}

/** From the caseload, with the live connection open: what colleagues do from here on comes by itself. */
export async function openPlan(page: Page, patient: KnownPatient): Promise<PlanPage> {
  const live = asksFor(page, 'PatientRevised');
  await new PatientsPage(page).openRecord(patient);
  const plan = new PlanPage(page);
  await plan.matrix.waitFor();
  await live;
  return plan;
}
