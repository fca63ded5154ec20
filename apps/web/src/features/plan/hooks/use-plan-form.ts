import type { TypedDocumentNode } from '@apollo/client';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { PlanChangePartsFragment } from '../../../gql/index.ts';
import { notice } from '../../../shared/notices.tsx';
import { useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import type { CommandOutcome, Done } from '../../../shared/use-command.ts';
import type { PatientCommandInput, Written } from '../../../shared/use-patient-command.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import { changedFields, rebased } from '../model/form-values.ts';
import { panelKey, writePanel } from '../model/panel-address.ts';
import { usePlanDesk, type PlanPatient } from './plan-desk.ts';
import { usePlanCommand } from './use-plan-command.ts';

/** Puts the focus into a field of the form that is open, wherever its input stands. */
export function focusField(field: string | undefined): void {
  requestAnimationFrame(() => {
    const found = field ? document.querySelector<HTMLElement>(`[data-field="${field}"]`) : null;
    const input = found?.querySelector<HTMLElement>('input:not([type=hidden], [tabindex="-1"]), select, textarea, button') ?? null;
    input?.focus();
  });
}

interface PlanFormOptions<TData, TInput, TValues extends object> {
  readonly document: TypedDocumentNode<TData, { input: TInput }>;
  readonly form: UseFormReturnType<TValues>;
  readonly fields: readonly string[];
  /** What stands on the screen, as the form holds it. */
  readonly stands: TValues;
  /** The same of a plan that was just fetched; null when the thing is gone. */
  readonly read: (patient: PlanPatient) => TValues | null;
  /** What is to be sent when this was written over that; null: nothing. */
  readonly write: (before: TValues, after: TValues) => Written<TInput> | null;
  /** The record's name of a field of the form. */
  readonly recordFields?: Readonly<Record<string, string>>;
  readonly said: string;
  readonly onDone?: (change: PlanChangePartsFragment) => void;
}

/**
 * A form over something that colleagues may change at the same moment. Untouched it follows the plan; touched it keeps all of its text and the
 * revision that its author saw, so that what met is shown and nothing is overwritten unseen.
 */
export function usePlanForm<TData, TInput extends PatientCommandInput, TValues extends object>(
  { document, form, fields, stands, read, write, recordFields = {}, said, onDone }: PlanFormOptions<TData, TInput, TValues>,
) {
  const desk = usePlanDesk();
  const text = useText();
  const { pathname } = useLocation();
  const { run, sending } = usePlanCommand(document);
  const say = useViolationText();
  // The form stays what it was opened as while another one takes its place.
  const [panel] = useState(desk.panel);
  const draft = useDraft(`${desk.patient.id}:plan:${panel ? panelKey(panel) : ''}`, form, { revision: desk.revision, opens: `${pathname}?${writePanel(new URLSearchParams(), panel)}` });
  const [over, setOver] = useState({ before: stands, base: desk.revision });
  const [outcome, setOutcome] = useState<CommandOutcome<Done<TData>> | null>(null);
  const [isAnew, setIsAnew] = useState(false);
  const changed = changedFields(over.before, form.values);
  const isDirty = changed.length > 0;
  const nameOf = (field: string) => recordFields[field] ?? field;
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => { isOpen.current = false; };
  }, []);

  const follow = useEffectEvent((now: TValues, base: number) => {
    if (isDirty || changedFields(over.before, now).length === 0) return;
    draft.draft?.standOn(now, base);
    form.setValues(now as never);
    setOver({ before: now, base });
  });
  const standing = JSON.stringify(stands);
  useEffect(() => follow(JSON.parse(standing) as TValues, desk.revision), [standing, desk.revision]);

  const show = (result: CommandOutcome<Done<TData>>) => {
    setOutcome(result.kind === 'done' ? null : result);
    if (result.kind === 'conflict') setIsAnew(false);
    if (result.kind !== 'refused') return;
    const errors = sortRefusal(result.violations, fields, say).fields;
    form.setErrors(errors);
    focusField(fields.find((field) => field in errors));
  };

  // What was typed before comes back over what its author saw then, with what the server said of it.
  const giveBack = useEffectEvent(() => {
    setOver({ before: draft.initial, base: draft.revision });
    if (draft.answer) show(draft.answer);
  });
  useEffect(() => {
    if (draft.restoredAt) giveBack();
  }, [draft.restoredAt]);

  async function send(written: Written<TInput>, base: number): Promise<CommandOutcome<Done<TData>>> {
    const result = await run(written, base, { thing: panel && 'id' in panel ? panel.id : (panel?.kind ?? ''), draft });
    show(result);
    if (result.kind === 'kept') {
      notice(text('outbox.kept'));
      desk.close();
    }
    if (result.kind === 'done') {
      const change = result.value as unknown as PlanChangePartsFragment;
      desk.settle(change, { said, fields: changed.map(nameOf).filter(Boolean) });
      if (onDone) onDone(change);
      else desk.close();
    }
    return result;
  }

  async function save(errors: Record<string, string> = {}) {
    form.setErrors(errors);
    if (Object.keys(errors).length) return focusField(fields.find((field) => field in errors));
    const written = write(over.before, form.values);
    if (!written) return discard();
    await send(written, over.base);
  }

  /** By the person: what was typed is not wanted. */
  function discard() {
    draft.discard();
    desk.close();
  }

  async function keepMine() {
    const written = write(over.before, form.values);
    if (outcome?.kind === 'conflict' && written) await send(written, outcome.revision);
  }

  /** My other changes are still saved. */
  async function keepTheirs() {
    if (outcome?.kind !== 'conflict') return;
    const theirs = new Set(outcome.groups.flatMap((group) => group.fields.map(({ field }) => field)));
    const left = Object.fromEntries(Object.entries(form.values).map(([field, value]) => [field, theirs.has(nameOf(field)) ? over.before[field as keyof TValues] : value])) as TValues;
    const written = write(over.before, left);
    if (!written) return discard();
    await send(written, outcome.revision);
  }

  /** My text stays, over what stands now; saving it again saves. */
  async function writeAnew() {
    if (outcome?.kind !== 'conflict') return;
    const first = outcome.groups[0]?.fields[0]?.field;
    setIsAnew(true);
    // Whoever saves before the answer comes has seen theirs all the same.
    setOver({ ...over, base: outcome.revision });
    const latest = await desk.latest();
    // Saved and closed meanwhile: another form may have the focus by now.
    if (!isOpen.current) return;
    const now = latest && read(latest);
    draft.draft?.standOn(now ?? over.before, outcome.revision);
    // Whoever goes on writing while the answer comes keeps that too.
    if (now) form.setValues(rebased(over.before, form.getValues(), now) as never);
    setOver({ before: now ?? over.before, base: outcome.revision });
    focusField(fields.find((field) => nameOf(field) === first));
  }

  return { save, discard, draft, isSending: sending, outcome, isDirty, isAnew, base: over.base, conflict: { onKeepMine: () => void keepMine(), onKeepTheirs: () => void keepTheirs(), onWriteAnew: () => void writeAnew(), isRead: isAnew } };
}
