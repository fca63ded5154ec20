import { useIntl } from 'react-intl';
import type { MedicinePartsFragment } from '../gql/index.ts';
import { useText, useWord } from './text.ts';
import { useDates } from './use-dates.ts';
import { type Ordered, useSayOrder } from './use-order-words.ts';

type CodeField = 'doseUnit' | 'route' | 'kind' | 'source';

/** A medicine in sentences; what nobody has said is said to be missing. */
export function useMedicineWords() {
  const text = useText();
  const word = useWord();
  const dates = useDates();
  const intl = useIntl();
  const sayOrder = useSayOrder();
  const code = (field: CodeField, value: string) => word(`value.medicine.${field}.${value.toLowerCase().replaceAll('_', '-')}`, value);

  function often({ asNeeded, timesPerDay }: MedicinePartsFragment): string {
    const times = timesPerDay === null ? null : text('order.timesPerDay', { times: timesPerDay });
    if (asNeeded) return [text('order.asNeeded'), times && text('order.atMost', { times })].filter(Boolean).join(', ');
    return times ?? text('medicines.noTimes');
  }

  function order(medicine: MedicinePartsFragment): string {
    const { doseAmount, doseUnit, route } = medicine;
    const dose = doseAmount === null || doseUnit === null ? text('medicines.noDose') : `${intl.formatNumber(doseAmount, { maximumFractionDigits: 6 })} ${code('doseUnit', doseUnit)}`;
    return [dose, route && code('route', route).toLowerCase(), often(medicine)].filter(Boolean).join(', ');
  }

  /** What the plan says of a medicine: its order, and what was added in words. */
  const planned = (activity: Ordered & { readonly doseText: string | null }): string => [...sayOrder(activity).lines, activity.doseText].filter(Boolean).join(' · ') || text('medicines.noDose');

  function period({ since, until, status }: MedicinePartsFragment): string {
    const begun = since ? text('medicines.since', { date: dates.plain(since) }) : text('medicines.sinceUnknown');
    if (!until) return begun;
    const end = text(status === 'ACTIVE' && until < dates.today ? 'medicines.untilPassed' : 'medicines.until', { date: dates.plain(until) });
    return `${begun}, ${end}`;
  }

  const source = ({ source: by, kind, prescriber }: MedicinePartsFragment): string =>
    [code('kind', kind), code('source', by), prescriber && text('medicines.by', { prescriber })].filter(Boolean).join(' · ');

  /** What an opioid's row carries, gaps in words. */
  function opioid(medicine: MedicinePartsFragment): readonly { readonly words: string; readonly isGap: boolean }[] {
    const { monitoringCheckedOn, agreementOn, hasNaloxone, morphineEquivalent, morphineEquivalentSource } = medicine;
    const naloxone = hasNaloxone === null ? 'medicines.naloxoneMissing' : hasNaloxone ? 'medicines.naloxoneYes' : 'medicines.naloxoneNo';
    return [
      { words: monitoringCheckedOn ? text('medicines.monitoring', { date: dates.plain(monitoringCheckedOn) }) : text('medicines.monitoringMissing'), isGap: !monitoringCheckedOn },
      { words: agreementOn ? text('medicines.agreement', { date: dates.plain(agreementOn) }) : text('medicines.agreementMissing'), isGap: !agreementOn },
      { words: text(naloxone), isGap: hasNaloxone !== true },
      {
        words: morphineEquivalent === null ? text('medicines.morphineMissing') : text('medicines.morphine', { value: intl.formatNumber(morphineEquivalent), source: morphineEquivalentSource }),
        isGap: morphineEquivalent === null,
      },
    ];
  }

  return { code, order, planned, period, source, opioid };
}
