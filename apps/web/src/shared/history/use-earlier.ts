import { useState } from 'react';

export interface Earlier {
  readonly show: () => Promise<void>;
  readonly isLoading: boolean;
  /** Why the last try failed; null when it did not. */
  readonly error: unknown;
}

/** The next page of a history, when somebody asks for it. */
export function useEarlier(fetchEarlier: () => Promise<unknown>): Earlier {
  const [isLoading, setIsLoading] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function show(): Promise<void> {
    setIsLoading(true);
    setError(null);
    try {
      await fetchEarlier();
    } catch (fault) {
      setError(fault);
    }
    setIsLoading(false);
  }

  return { show, isLoading, error };
}
