import type { Locator, Page } from '@playwright/test';

interface PageOfChart {
  /** Below the patient's address. */
  readonly path: string;
  /** What it asks the server. */
  readonly document: string;
  /** What a reader would press to see all of it. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** The things that it shows, each read as one. */
  readonly things: (page: Page) => Locator;
}

const main = (page: Page): Locator => page.getByRole('main');

const pages = {
  plan: { path: 'plan', document: 'PlanPage', things: (page) => main(page).locator('tbody th, tbody li, aside li') },
  medicines: { path: 'medicines', document: 'MedicinesPage', things: (page) => main(page).locator('tbody tr') },
  details: { path: 'details', document: 'PatientDetailsPage', things: (page) => main(page).locator('li, dd') },
  background: { path: 'background', document: 'BackgroundPage', things: (page) => main(page).locator('li') },
  team: { path: 'team', document: 'CareTeamPage', things: (page) => page.getByRole('region', { name: 'Now', exact: true }).locator('tbody tr') },
  contacts: {
    path: 'team', document: 'CareTeamPage',
    prepare: (page) => page.getByRole('combobox', { name: 'Show' }).selectOption('contact'),
    things: (page) => page.getByRole('list', { name: 'History of the record' }).locator('> li'),
  },
  consents: { path: 'team', document: 'CareTeamPage', things: (page) => page.getByRole('region', { name: 'Consents' }).locator('li') },
} as const satisfies Record<string, PageOfChart>;

export type PageName = keyof typeof pages;

/** The pages of a chart, as a reader goes through them. */
export const PAGES: Readonly<Record<PageName, PageOfChart>> = pages;

/** As it is read: without regard to line breaks and to capitals that a style makes. */
export const readable = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
