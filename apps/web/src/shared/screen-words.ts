import type { Tone } from '@plexus/ui';
import { useIntl } from 'react-intl';
import type { ScreenResultFragment } from '../gql/index.ts';
import { useText } from './text.ts';
import { useDates } from './use-dates.ts';

export interface ScreenWords {
  readonly tone: Tone;
  readonly words: string;
  /** Red flags were found and nobody has said yet what is done about them. */
  readonly isUndecided: boolean;
}

const TONES: Readonly<Record<ScreenResultFragment['result'], Tone>> = { EMERGENCY: 'bad', NECK_VESSELS: 'bad', RED_FLAGS: 'warn', NONE: 'good' };

/** What a screen came to, in one sentence: for clinicians, who decide. */
export function useScreenWords(): (screen: ScreenResultFragment) => ScreenWords {
  const text = useText();
  const intl = useIntl();
  const dates = useDates();
  return ({ result, yes, notAsked, decision, signedOn, signedBy }) => {
    const signed = { date: dates.plain(signedOn), name: signedBy.name };
    if (result === 'NONE') return { tone: TONES.NONE, words: text('screenResult.NONE', { ...signed, count: notAsked.length }), isUndecided: false };
    const found = yes.filter((answer) => answer.result === result).map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1));
    const items = intl.formatList(found, { type: 'conjunction' });
    if (decision) return { tone: 'calm', words: text('screenResult.decided', { ...signed, items, decision: text(`screenDecision.${decision}`) }), isUndecided: false };
    return { tone: TONES[result], words: text(`screenResult.${result}`, { ...signed, items }), isUndecided: true };
  };
}
