import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../fixtures/personas.ts';

/** What stands instead of the app while it is locked. */
export class LockScreen {
  readonly unlockButton;
  readonly trouble;

  constructor(readonly page: Page) {
    this.unlockButton = page.getByRole('button', { name: 'Unlock' });
    this.trouble = page.getByRole('alert');
  }

  async unlock(password = DEMO_PASSWORD): Promise<void> {
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.unlockButton.click();
  }
}
