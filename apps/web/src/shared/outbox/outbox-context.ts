import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { stateOf, type EntryState } from './entry.ts';
import type { Outbox, OutboxView } from './outbox.ts';

export const OutboxContext = createContext<Outbox | null>(null);

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error('useOutbox needs the providers around it.');
  return outbox;
}

export function useOutboxView(): OutboxView {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.current);
}

/** Whether something about this thing is written and not done yet; only an answer that changes is told. */
export function useIsPending(isAbout: (input: Readonly<Record<string, unknown>>) => boolean): boolean {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, () => outbox.current().entries.some(({ variables }) => isAbout(variables.input)));
}

export interface PendingCommand {
  readonly commandId: string;
  readonly operationName: string;
  readonly variables: { readonly input: Readonly<Record<string, unknown>> };
  readonly state: EntryState;
  readonly at: string;
}

/** What is written about a patient and not done yet, oldest first. */
export function usePendingCommands(patientId: string): readonly PendingCommand[] {
  const { entries, sendingId } = useOutboxView();
  return useMemo(() => entries
    .filter(({ variables }) => variables.input.patientId === patientId)
    .map((entry) => ({ commandId: entry.id, operationName: entry.operationName, variables: entry.variables, state: stateOf(entry, sendingId), at: entry.at })), [entries, sendingId, patientId]);
}
