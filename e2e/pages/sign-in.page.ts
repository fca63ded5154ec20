import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../fixtures/personas.ts';

export class SignInPage {
  readonly email;
  readonly password;
  readonly trouble;

  constructor(readonly page: Page) {
    this.email = page.getByLabel('E-mail address');
    this.password = page.getByLabel('Password', { exact: true });
    this.trouble = page.getByRole('alert');
  }

  async open(): Promise<void> {
    await this.page.goto('/sign-in');
  }

  /** Where the page is now, which may remember where the person wanted to go. */
  async fillIn(email: string, password = DEMO_PASSWORD): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  async signIn({ email }: { email: string }, password = DEMO_PASSWORD): Promise<void> {
    await this.open();
    await this.fillIn(email, password);
    await this.page.getByRole('navigation', { name: 'Main' }).waitFor();
  }
}

/** The page behind the links of the mails. */
export class SetPasswordPage {
  constructor(readonly page: Page) {}

  async set(password: string): Promise<void> {
    await this.page.getByLabel('New password').fill(password);
    await this.page.getByLabel('The same once more').fill(password);
    await this.page.getByRole('button', { name: 'Set the password' }).click();
  }
}
