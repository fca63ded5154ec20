import type { Page } from '@playwright/test';
import type { KnownPatient } from '../fixtures/personas.ts';
import { PatientPage } from './patient.page.ts';

export class PatientsPage {
  readonly search;
  readonly table;
  readonly names;

  constructor(readonly page: Page) {
    this.search = page.getByRole('searchbox', { name: 'Find by name or MRN' });
    this.table = page.getByRole('table', { name: 'Patients' });
    this.names = this.table.getByRole('rowheader').getByRole('link');
  }

  async open(): Promise<void> {
    await this.page.goto('/patients');
  }

  async find(text: string): Promise<void> {
    await this.search.fill(text);
  }

  /** By the MRN, because a name may be shown with the one that the patient goes by. */
  row({ mrn }: Pick<KnownPatient, 'mrn'>) {
    return this.table.getByRole('row').filter({ hasText: `MRN ${mrn}` });
  }

  /** The record of somebody in the list. */
  async openRecord(patient: KnownPatient): Promise<PatientPage> {
    await this.open();
    await this.row(patient).getByRole('rowheader').getByRole('link').click();
    const record = new PatientPage(this.page);
    await record.tabs.waitFor();
    return record;
  }
}
