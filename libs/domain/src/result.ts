/** An expected outcome: a value, or a refusal as a value. Faults (lost connections, bugs) are thrown instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** One broken rule. `field` is the input field's name, `params` fill the message's placeholders, `message` is the English fallback. */
export interface Violation {
  readonly code: string;
  readonly field: string | null;
  readonly params: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Everything that is wrong with a command, at once, so that a form can mark every field. */
export interface RuleViolation {
  readonly kind: 'rule-violation';
  readonly violations: readonly Violation[];
}

export const violation = (code: string, message: string, field: string | null = null, params: Record<string, string> = {}): Violation => ({
  code,
  field,
  params,
  message: message.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole),
});

export const refuse = (...violations: readonly Violation[]): Result<never, RuleViolation> =>
  err({ kind: 'rule-violation', violations });

/** ok when nothing is wrong, else one refusal with all of it. */
export const unless = (violations: readonly (Violation | null)[]): Result<void, RuleViolation> => {
  const wrong = violations.filter((v) => v !== null);
  return wrong.length === 0 ? ok(undefined) : refuse(...wrong);
};
