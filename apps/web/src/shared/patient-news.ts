import { createContext, useContext, useEffect, useEffectEvent } from 'react';

type Listener = () => void;

/** One subscription a patient, opened by the record's frame; every part of the record hears of it here. */
export class PatientNews {
  private readonly listeners = new Set<Listener>();

  readonly tell = (): void => {
    for (const listener of this.listeners) listener();
  };

  readonly hear = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

export const PatientNewsContext = createContext<PatientNews | null>(null);

/** Somebody else changed this patient's record: `usePatientNews(() => void page.refreshInBackground())`. */
export function usePatientNews(onNews: Listener): void {
  const news = useContext(PatientNewsContext);
  const tell = useEffectEvent(onNews);
  useEffect(() => news?.hear(() => tell()), [news]);
}
