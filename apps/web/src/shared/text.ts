import { useCallback } from 'react';
import { useIntl, type IntlShape } from 'react-intl';

/** Every id of the message catalogue; app/messages.ts fills it in, so that features need not import it. */
export type MessageId = FormatjsIntl.Message extends { ids: infer Id extends string } ? Id : string;
export type MessageValues = Record<string, string | number | boolean | Date | null | undefined>;
export type Text = (id: MessageId, values?: MessageValues) => string;

const bind = (intl: IntlShape): Text => (id, values) => intl.formatMessage({ id }, values);

/** `const text = useText(); text('patients.title')` */
export function useText(): Text {
  const intl = useIntl();
  return useCallback<Text>((id, values) => bind(intl)(id, values), [intl]);
}

/** For words that carry a code of the server: known codes have an entry, an unknown one shows its fallback. */
export function useWord(): (id: string, fallback: string, values?: MessageValues) => string {
  const intl = useIntl();
  return useCallback((id, fallback, values) => (id in intl.messages ? bind(intl)(id as MessageId, values) : fallback), [intl]);
}
