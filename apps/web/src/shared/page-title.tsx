import { useEffect } from 'react';
import { useText, type MessageId } from './text.ts';

/** The browser's title: the page, never a patient's name, because titles end up in histories and screen shares. */
export function PageTitle({ id }: { id: MessageId }) {
  const text = useText();
  const title = text('app.title', { page: text(id) });
  // Not React's <title>: it would stand beside the one of index.html, and a browser reads the first.
  useEffect(() => { document.title = title; }, [title]);
  return null;
}
