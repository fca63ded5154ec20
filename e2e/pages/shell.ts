import type { Page } from '@playwright/test';

/** What is around every page. */
export class Shell {
  readonly navigation;
  readonly findBox;
  readonly found;

  constructor(readonly page: Page) {
    this.navigation = page.getByRole('navigation', { name: 'Main' });
    this.findBox = page.getByRole('combobox');
    this.found = page.getByRole('option');
  }

  /** ⌘K, and what is typed there. */
  async find(text: string): Promise<void> {
    await this.page.keyboard.press('Control+K');
    await this.findBox.fill(text);
  }

  async choose(item: 'Lock' | 'Sign out' | 'My sessions'): Promise<void> {
    await this.page.getByRole('button', { name: /Your menu/ }).filter({ visible: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async openOrganization(tab: 'People' | 'My sessions' | 'Access log'): Promise<void> {
    await this.navigation.getByRole('link', { name: 'Organization' }).click();
    await this.page.getByRole('navigation', { name: 'Organization' }).getByRole('link', { name: tab }).click();
  }
}
