import { createContext, useContext } from 'react';

/** The day from which a page of the past is read; null on every other page. */
export const PastDayContext = createContext<string | null>(null);

export const usePastDay = (): string | null => useContext(PastDayContext);
