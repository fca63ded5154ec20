import { expect, type Page } from '@playwright/test';
import { asksFor } from '../fixtures/live.ts';
import type { KnownPatient } from '../fixtures/personas.ts';
import { PatientsPage } from './patients.page.ts';
import { PlanPage } from './patient.page.ts';

/** The shared plan as somebody edits it: the form beside it, marks of what colleagues changed, who is here. */
export class PlanEditing extends PlanPage {
  readonly form = this.page.getByRole('region', { name: 'Beside the plan' }).or(this.page.getByRole('dialog', { name: 'Beside the plan' })).getByRole('form');
  readonly conflict = this.form.getByRole('alert').filter({ hasText: 'Somebody changed this' });
  readonly strip = this.main.getByText(/changed \d+ things? just now/);
  readonly notices = this.page.locator('.mantine-Notification-root');

  /** From the caseload, with the live connection open: what colleagues do from here on comes by itself. */
  static async open(page: Page, patient: KnownPatient): Promise<PlanEditing> {
    const live = asksFor(page, 'PatientRevised');
    await new PatientsPage(page).openRecord(patient);
    const plan = new PlanEditing(page);
    await plan.matrix.waitFor();
    await live;
    return plan;
  }

  part(name: string) {
    return this.matrix.getByRole('listitem').filter({ hasText: name });
  }

  async editGoal(words: string): Promise<void> {
    await this.goal(words).getByRole('rowheader').getByRole('button', { name: `“${words}”`, exact: true }).click();
    await this.form.waitFor();
  }

  async editPart(name: string): Promise<void> {
    await this.part(name).first().getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await this.form.waitFor();
  }

  /** By the menu of a goal or a part. */
  async choose(thing: string, verb: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for “${thing}”` }).first().click();
    await this.page.getByRole('menuitem', { name: verb, exact: true }).click();
  }

  /** Required ones have a star behind their words. */
  field(label: string) {
    return this.form.getByLabel(new RegExp(`^${label}( \\*)?$`));
  }

  async save(button = 'Save'): Promise<void> {
    await this.form.getByRole('button', { name: button, exact: true }).click();
  }

  async saved(): Promise<void> {
    await expect(this.form).toHaveCount(0);
  }
}
