import { ApolloClient } from '@apollo/client';
import { MockLink } from '@apollo/client/testing';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createCache } from '../app/create-cache.ts';
import { Providers } from '../app/providers.tsx';
import { useSheetWords, type SheetWords } from '../features/plan/hooks/use-sheet-words.ts';
import { type CopyPatient, type PatientSheet, patientSheet } from '../features/plan/model/copy/patient-sheet.ts';
import { Outbox } from '../shared/outbox/outbox.ts';
import { OnPaperContext } from '../shared/use-dates.ts';
import { ViewerContext } from '../shared/viewer.ts';
import { aViewer } from './builders.ts';

export const EDGES = { head: 'Marisol “Mari” Okafor-Reyes · born 12 Apr 1980 · MRN 204-881', foot: 'Made 23 Nov 2026, 15:00 by Lucia Ferrante, PT, Lakeside Pain Center' };

/** The words of a sheet, as the page has them. */
export function sheetWords(): SheetWords {
  const client = new ApolloClient({ cache: createCache(), link: new MockLink([]) });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Providers client={client} outbox={new Outbox(client)} env="test"><ViewerContext value={aViewer()}><OnPaperContext value>{children}</OnPaperContext></ViewerContext></Providers>
  );
  return renderHook(() => useSheetWords(), { wrapper }).result.current;
}

export function patientsCopy(patient: CopyPatient, things: readonly string[] = ['Walk 20 minutes']): PatientSheet {
  const { text, discipline } = sheetWords();
  return patientSheet({ ...EDGES, patient, things, phone: '', reviewDay: 'Wednesday, 9 December 2026', discipline }, text);
}
