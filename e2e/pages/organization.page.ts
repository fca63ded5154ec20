import type { Locator, Page } from '@playwright/test';

export class PeoplePage {
  readonly table;
  readonly dialog;
  readonly search;

  constructor(readonly page: Page) {
    this.table = page.getByRole('table', { name: 'People' });
    this.dialog = page.getByRole('dialog');
    this.search = page.getByRole('searchbox');
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ hasText: name });
  }

  async invite(person: { name: string; email: string; discipline: string }): Promise<void> {
    await this.page.getByRole('button', { name: 'Invite a person' }).click();
    await this.dialog.getByLabel('Name, as colleagues say it').fill(person.name);
    await this.dialog.getByLabel('Work e-mail address').fill(person.email);
    await this.dialog.getByLabel('Discipline').selectOption(person.discipline);
    await this.dialog.getByRole('button', { name: 'Send the invitation' }).click();
  }
}

export class SessionsPage {
  readonly rows;

  constructor(readonly page: Page) {
    this.rows = page.getByRole('table', { name: 'My sessions' }).getByRole('row').filter({ has: page.getByRole('rowheader') });
  }

  async open(): Promise<void> {
    await this.page.goto('/organization/sessions');
  }
}

export class AccessLogPage {
  readonly table;

  constructor(readonly page: Page) {
    this.table = page.getByRole('table', { name: 'Access log' });
  }

  /** What somebody did with somebody's chart, newest first. */
  entry(person: string, patient: string): Locator {
    return this.table.getByRole('row').filter({ hasText: person }).filter({ hasText: patient }).first();
  }
}
