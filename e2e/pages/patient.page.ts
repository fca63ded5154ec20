import { type Locator, type Page } from '@playwright/test';

export type Part = 'Plan' | 'Background' | 'Medicines' | 'Details' | 'Team & history';

/** One patient's record: the header and the parts below it. */
export class PatientPage {
  readonly header;
  readonly tabs;
  readonly main;

  constructor(readonly page: Page) {
    this.main = page.getByRole('main');
    this.header = this.main.locator('header');
    this.tabs = page.getByRole('navigation', { name: 'Parts of the record' });
  }

  async go(part: Part): Promise<void> {
    await this.tabs.getByRole('link', { name: part }).click();
  }

  /** The record's own address, for somebody else to try. */
  address(): string {
    return new URL(this.page.url()).pathname;
  }
}

export class DetailsPage extends PatientPage {
  readonly person = this.page.getByRole('region', { name: 'Person' });
  readonly diagnoses = this.page.getByRole('region', { name: 'Diagnoses' });
  readonly allergies = this.page.getByRole('region', { name: 'Allergies' });
  readonly conflict = this.page.getByRole('alert').filter({ hasText: 'Somebody changed this while you were editing' });

  fact(term: string): Locator {
    return this.person.locator('dt', { hasText: new RegExp(`^${term}$`) }).locator('xpath=following-sibling::dd[1]');
  }

  async edit(): Promise<void> {
    await this.person.getByRole('button', { name: 'Edit' }).click();
    await this.person.getByRole('button', { name: 'Save' }).waitFor();
  }

  async save(): Promise<void> {
    await this.person.getByRole('button', { name: 'Save' }).click();
  }
}

export type TeamAction = 'Arrange a stand-in' | 'Make lead' | 'End the membership';

export class TeamPage extends PatientPage {
  readonly now = this.page.getByRole('region', { name: 'Now', exact: true });
  readonly former = this.page.getByRole('region', { name: 'Former', exact: true });
  readonly addButton = this.page.getByRole('button', { name: 'Add a member' });
  readonly dialog = this.page.getByRole('dialog');
  readonly history = this.page.getByRole('list', { name: 'History of the record' });

  line(name: string): Locator {
    return this.now.getByRole('row').filter({ has: this.page.getByRole('rowheader').getByText(name, { exact: true }) });
  }

  /** What the page says after something was done. */
  said(words: string): Locator {
    return this.page.getByRole('status').filter({ hasText: words });
  }

  /** One change in the history, found by a part of its sentence. */
  entry(words: string | RegExp): Locator {
    return this.history.locator('> li').filter({ hasText: words }).first();
  }

  async begin(action: TeamAction, name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${name}` }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
    await this.dialog.waitFor();
  }

  /** Chooses a colleague in the open dialog by typing a part of the name. */
  async pick(name: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: 'Person' }).fill(name);
    await this.dialog.getByRole('option', { name }).click();
  }

  async fill(label: 'First day' | 'Last day' | 'Reason', value: string): Promise<void> {
    await this.dialog.getByLabel(label).fill(value);
  }

  async confirm(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
  }
}
