import { v7 as uuidv7 } from 'uuid';
import type { Answer, Entry, FormText } from './entry.ts';
import { hold } from './locks.ts';
import type { Kept, Vault } from './vault.ts';

const KEEP_EVERY_MS = 250;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

interface KeptDraft extends Kept, FormText {
  /** The command that was not accepted and whose text this is. */
  readonly replaces: string | null;
}

interface Owner {
  readonly vault: Vault;
  readonly personId: () => string | null;
  /** Settles when it is known whose shelves these are. */
  readonly ready: () => Promise<void>;
  readonly entries: () => readonly Entry[];
  readonly discard: (id: string) => void;
  /** What is open in this tab has changed. */
  readonly onChange: () => void;
}

/** The half-typed texts of one person: each form in each tab has one of its own. */
export class Drafts {
  private readonly open = new Set<Draft>();

  constructor(private readonly owner: Owner) {
    globalThis.addEventListener?.('pagehide', () => this.keepAll());
    globalThis.document?.addEventListener('visibilitychange', () => this.keepAll());
  }

  /** Seals what is typed now, also what the last quarter of a second brought. */
  readonly keepAll = (): void => {
    for (const draft of this.open) draft.keepNow();
  };

  /** An open form shows what became of its command itself. */
  isAttended(entryId: string): boolean {
    return [...this.open].some(({ replaces }) => replaces === entryId);
  }

  /**
   * The text for a form that opens: what its author left, if no other tab has it open, else a new one. `isTouched`: somebody types
   * already, and what they type stays.
   */
  async begin(form: Omit<FormText, 'draftId' | 'values'>, isTouched: () => boolean): Promise<Draft> {
    await this.owner.ready();
    const left = await this.leftBehind(form.about);
    let isElsewhere = false;
    for (const text of left) {
      if (isTouched()) break;
      const release = await hold(lockOf(text.draftId));
      if (!release) isElsewhere = true;
      // It may have been sent or thrown away while this tab asked for it.
      else if (!(await this.leftBehind(form.about)).some(({ draftId }) => draftId === text.draftId)) release();
      else return this.start(new Draft(this.owner, form, text, isElsewhere, release));
    }
    const draftId = uuidv7();
    const release = await hold(lockOf(draftId));
    return this.start(new Draft(this.owner, form, { draftId, replaces: null }, isElsewhere, release ?? (() => undefined)));
  }

  private start(draft: Draft): Draft {
    this.open.add(draft);
    draft.onClose = () => {
      this.open.delete(draft);
      this.owner.onChange();
    };
    this.owner.onChange();
    return draft;
  }

  /** Newest first; a text that was typed after a refusal stands before the refused one. */
  private async leftBehind(about: string): Promise<Left[]> {
    const personId = this.owner.personId();
    if (!personId) return [];
    const entries = this.owner.entries();
    const drafts = (await this.owner.vault.read<KeptDraft>('drafts', personId)).filter((draft) => draft.about === about).map((draft): Left => ({
      draftId: draft.id, replaces: draft.replaces, text: draft, at: draft.at, answer: entries.find(({ id }) => id === draft.replaces)?.answer ?? null,
    }));
    const refused = entries.filter(({ id, answer, form }) => answer && form?.about === about && !drafts.some(({ replaces }) => replaces === id));
    return [...drafts.reverse(), ...refused.map((entry): Left => ({
      draftId: entry.form!.draftId, replaces: entry.id, text: entry.form!, at: entry.at, answer: entry.answer,
    })).reverse()];
  }
}

interface Left {
  readonly draftId: string;
  readonly replaces: string | null;
  readonly text?: FormText;
  readonly at?: string;
  readonly answer?: Answer | null;
}

const lockOf = (draftId: string): string => `plexus-text-${draftId}`;

/** The text of one open form. */
export class Draft {
  readonly id: string;
  /** When what was given back had been typed; null: the form began anew. */
  readonly restoredAt: string | null;
  readonly answer: Answer | null;
  initial: object;
  revision: number | null;
  values: object;
  replaces: string | null;
  onClose: () => void = () => undefined;
  private kept: object;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly owner: Owner,
    private readonly form: Omit<FormText, 'draftId' | 'values'>,
    { draftId, replaces, text, at, answer }: Left,
    readonly isElsewhere: boolean,
    private readonly release: () => void,
  ) {
    this.id = draftId;
    this.replaces = replaces;
    this.answer = answer ?? null;
    this.restoredAt = at ?? null;
    const { initial, values } = text ? rebase(form.initial, text) : { initial: form.initial, values: form.initial };
    this.initial = initial;
    this.values = values;
    this.kept = values;
    this.revision = text ? text.revision : form.revision;
  }

  /** The form was laid over what stands now: that is what its author sees from here on. */
  standOn(initial: object, revision: number): void {
    this.initial = initial;
    this.revision = revision;
  }

  /** At every keystroke; at most a quarter of a second later it is on the shelf. */
  keep(values: object): void {
    this.values = values;
    if (same(values, this.kept)) return;
    this.timer ??= setTimeout(() => this.keepNow(), KEEP_EVERY_MS);
  }

  keepNow(): void {
    this.stop();
    const personId = this.owner.personId();
    if (!personId || same(this.values, this.kept)) return;
    this.kept = this.values;
    const { id, values, initial, revision, replaces } = this;
    const draft: KeptDraft = { id, draftId: id, personId, at: new Date().toISOString(), about: this.form.about, values, initial, revision, replaces };
    const isEmpty = same(values, initial);
    void this.owner.vault.write(isEmpty ? { remove: [{ shelf: 'drafts', id }] } : { put: [{ shelf: 'drafts', value: draft }] });
  }

  /** It goes into the command that is being sent. */
  take(): FormText {
    this.stop();
    this.kept = this.values;
    return { draftId: this.id, about: this.form.about, values: this.values, initial: this.initial, revision: this.revision };
  }

  /** By the person, in words: the text and the command that was not accepted. The form begins anew. */
  discard(): void {
    this.stop();
    this.initial = this.form.initial;
    this.revision = this.form.revision;
    this.values = this.initial;
    this.kept = this.initial;
    void this.owner.vault.write({ remove: [{ shelf: 'drafts', id: this.id }] });
    if (this.replaces) this.owner.discard(this.replaces);
    this.replaces = null;
  }

  close(): void {
    this.keepNow();
    this.onClose();
    this.release();
  }

  private stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}

/**
 * What was typed over what stands now: a field that its author left alone shows today's value, a touched one keeps its text and the
 * value its author saw beside it, so that the record can tell what others changed since.
 */
function rebase(now: object, { initial, values }: Pick<FormText, 'initial' | 'values'>): { initial: object; values: object } {
  const [seen, typed] = [initial as Record<string, unknown>, values as Record<string, unknown>];
  const touched = Object.keys(typed).filter((field) => !same(typed[field], seen[field]));
  const pick = (from: Record<string, unknown>) => Object.fromEntries(touched.map((field) => [field, from[field]]));
  return { initial: { ...now, ...pick(seen) }, values: { ...now, ...pick(typed) } };
}
