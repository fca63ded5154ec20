import { Button, Group } from '@mantine/core';
import { Notice } from '@plexus/ui';
import { useEffect, useEffectEvent, useState } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../text.ts';
import { useDates } from '../use-dates.ts';
import type { Draft } from './drafts.ts';
import type { Answer } from './entry.ts';
import { useOutbox } from './outbox-context.ts';
import { openPath } from './use-requested-form.ts';

interface FormLike<T> {
  readonly values: T;
  readonly setValues: (values: T) => void;
}

interface DraftOptions {
  /** The revision of the record that the form shows; a person's version. */
  readonly revision?: number;
  /** What the page is asked for so that it opens this form (`useRequestedForm`), or the form's own address. */
  readonly opens: string;
}

export interface FormDraft<T> {
  readonly draft: Draft | null;
  /** What its author saw: with it, and with the text, the record can tell what others changed since. */
  readonly initial: T;
  readonly revision: number;
  /** What the server said of this text before the form was closed. */
  readonly answer: Answer | null;
  readonly path: string;
  readonly restoredAt: string | null;
  readonly isElsewhere: boolean;
  /** In words: the text is thrown away. */
  readonly discard: () => void;
}

/**
 * Keeps what is typed into a form, sealed on this device, until it is sent or thrown away. A form that opens again gets its text back,
 * with the base it was typed against; what the server had said of it stands in `answer`.
 */
export function useDraft<T extends object>(about: string, form: FormLike<T>, { revision = 0, opens }: DraftOptions): FormDraft<T> {
  const outbox = useOutbox();
  const { pathname } = useLocation();
  const [begun] = useState(() => ({ values: form.values, revision }));
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isDiscarded, setIsDiscarded] = useState(false);
  const isTouched = useEffectEvent(() => JSON.stringify(form.values) !== JSON.stringify(begun.values));
  const giveBack = useEffectEvent((values: object) => form.setValues(values as T));

  useEffect(() => {
    let isClosed = false;
    let mine: Draft | null = null;
    void outbox.drafts.begin({ about, initial: begun.values, revision: begun.revision }, () => isTouched()).then((opened) => {
      if (isClosed) return opened.close();
      mine = opened;
      if (opened.restoredAt) giveBack(opened.values);
      setDraft(opened);
    });
    return () => {
      isClosed = true;
      mine?.close();
    };
  }, [outbox, about, begun]);

  useEffect(() => draft?.keep(form.values), [draft, form.values]);

  const isRestored = draft !== null && !isDiscarded;
  return {
    draft,
    initial: (isRestored ? draft.initial : begun.values) as T,
    revision: (isRestored ? draft.revision : null) ?? begun.revision,
    answer: isRestored ? draft.answer : null,
    path: openPath(pathname, opens),
    restoredAt: isRestored ? draft.restoredAt : null,
    isElsewhere: draft?.isElsewhere ?? false,
    discard: () => {
      draft?.discard();
      setIsDiscarded(true);
      form.setValues(begun.values);
    },
  };
}

/** Says that a text was given back, or that another tab has one too. */
export function DraftNotice({ draft }: { draft: Pick<FormDraft<object>, 'restoredAt' | 'isElsewhere' | 'discard'> }) {
  const text = useText();
  const dates = useDates();
  return (
    <>
      {draft.restoredAt && (
        <Notice tone="calm" role="status">
          <Group justify="space-between" gap="xs">
            <span>{text('draft.restored', { time: dates.instant(draft.restoredAt) })}</span>
            <Button variant="default" size="compact-sm" onClick={draft.discard}>{text('action.discard')}</Button>
          </Group>
        </Notice>
      )}
      {draft.isElsewhere && <Notice tone="calm" role="status"><p>{text('draft.elsewhere')}</p></Notice>}
    </>
  );
}
