import { Button } from '@mantine/core';
import { createContext, useContext } from 'react';
import { useText } from '../text.ts';
import type { Thing } from './thing-history.tsx';

/** Opens the history of a thing beside the page; null for whose part the history is not. */
export const OpenHistoryContext = createContext<((thing: Thing) => void) | null>(null);

/** Of the button, which takes the focus back. */
export const historyButtonId = (thing: Thing): string => `history-${thing.id}`;

/** Beside a thing: who changed it, when and why. */
export function HistoryButton({ entity, id, name }: Thing & { readonly name: string }) {
  const text = useText();
  const open = useContext(OpenHistoryContext);
  if (!open) return null;
  return <Button id={historyButtonId({ entity, id })} variant="subtle" color="gray" size="compact-sm" aria-label={text('history.of', { name })} onClick={() => open({ entity, id })}>{text('history.ofThing')}</Button>;
}
