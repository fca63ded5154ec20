import { useIntl } from 'react-intl';
import { disciplineName } from '../../../shared/labels.ts';
import { useScreenWords } from '../../../shared/screen-words.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useMedicineWords } from '../../../shared/use-medicine-words.ts';
import { useSayOrder } from '../../../shared/use-order-words.ts';
import { useMarkWords, useTargetWords, useWhenWords } from './use-thing-words.ts';

/** How a sheet says things: as the plan and the chart do. */
export function useSheetWords() {
  const intl = useIntl();
  return {
    text: useText(),
    dates: useDates(),
    order: useSayOrder(),
    medicine: useMedicineWords(),
    screen: useScreenWords(),
    target: useTargetWords(),
    when: useWhenWords(),
    marks: useMarkWords(),
    discipline: disciplineName,
    list: (names: readonly string[]) => intl.formatList(names, { type: 'conjunction' }),
  };
}
export type SheetWords = ReturnType<typeof useSheetWords>;
