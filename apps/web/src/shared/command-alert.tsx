import { Notice } from '@plexus/ui';
import { useText } from './text.ts';
import type { CommandOutcome } from './use-command.ts';
import { sortRefusal, useViolationText } from './violation-text.ts';

interface CommandAlertProps {
  readonly outcome: CommandOutcome<unknown> | null;
  /** Fields that show their refusal themselves. */
  readonly fields: readonly string[];
}

/** What stood in the way of the whole command: rules without a field, or a fault. The form keeps its text. */
export function CommandAlert({ outcome, fields }: CommandAlertProps) {
  const text = useText();
  const say = useViolationText();
  if (outcome?.kind === 'failed') {
    const { code, rule, requestId } = outcome.fault;
    return (
      <Notice role="alert" tone="bad" title={text('error.notSaved')}>
        {text(rule === 'DOCUMENT_NOT_TRUSTED' ? 'outbox.newBuild' : `error.${code}`)} {requestId && text('error.requestId', { requestId })}
      </Notice>
    );
  }
  if (outcome?.kind !== 'refused') return null;
  const { whole } = sortRefusal(outcome.violations, fields, say);
  return (
    <Notice role="alert" tone="bad" title={text('form.refused')}>
      {whole.map((line) => <div key={line}>{line}</div>)}
    </Notice>
  );
}
