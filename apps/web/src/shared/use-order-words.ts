import { bodySiteById } from '@plexus/catalogue/labels';
import { type ActivityDetails, type ActivityForm, readTaperStep } from '@plexus/domain';
import { useCallback, useMemo } from 'react';
import type { ActivityForm as PublishedForm, ActivityStatus } from '../gql/index.ts';
import { type Text, useText, useWord } from './text.ts';
import { type Dates, useDates } from './use-dates.ts';

/** As the domain writes it: LIFESTYLE of the API is `lifestyle`. */
export const formOf = (form: PublishedForm | null): ActivityForm | null => (form ? (form.toLowerCase().replaceAll('_', '-') as ActivityForm) : null);

export interface OrderWords {
  /** How much, how often, where, with whom: one line each. */
  readonly lines: readonly string[];
  /** What a reader must not miss: said with a sign. */
  readonly gaps: readonly string[];
  /** What its last review decided; empty when there was none. */
  readonly decision: string;
  /** A medicine that is being taken away step by step. */
  readonly isPhasingOut: boolean;
}

export interface Ordered {
  readonly name: string;
  readonly form: PublishedForm | null;
  readonly details: ActivityDetails;
  readonly status: ActivityStatus;
  readonly supervisor?: { readonly name: string } | null;
}
type Word = ReturnType<typeof useWord>;
type Said = string | false | undefined;

const joined = (parts: readonly Said[], by = ' · '): string => parts.filter(Boolean).join(by);

/** An order as people say it: "60 mg by mouth once a day", "Back of the head, left · ultrasound". One shape for every kind. */
export function useSayOrder(): (order: Ordered) => OrderWords {
  const text = useText();
  const word = useWord();
  const dates = useDates();
  return useCallback(({ name, form, details, status, supervisor }) => {
    const of = { text, word, dates, details };
    return {
      lines: [drugWords(of, name), amountWords(of), placeWords(of, supervisor?.name), otherWords(of), taperWords(of), reliefWords(of)].filter(Boolean),
      gaps: gapsOf(formOf(form), details).map((id) => text(id)),
      decision: decisionWords(of),
      isPhasingOut: status === 'ACTIVE' && (details.taper?.length ?? 0) > 0,
    };
  }, [text, word, dates]);
}

export function useOrderWords(order: Ordered): OrderWords {
  const say = useSayOrder();
  return useMemo(() => say(order), [say, order]);
}

/** The order alone in one line, without what was done and what came of it. Names may stand where an order has ids. */
export const orderLine = (speech: Speech, name: string): string =>
  joined([drugWords(speech, name), amountWords(speech), placeWords(speech, speech.details.supervisor), otherWords(speech), taperWords(speech)]);

export interface Speech {
  readonly text: Text;
  readonly word: Word;
  readonly dates: Dates;
  readonly details: ActivityDetails;
}

function drugWords({ text, word, details: { drug, doseAmount, doseUnit, route, timesPerDay, asNeeded } }: Speech, name: string): string {
  const times = timesPerDay !== undefined && text('order.timesPerDay', { times: timesPerDay });
  return joined([
    drug !== undefined && !name.toLowerCase().includes(drug.toLowerCase()) && drug,
    doseAmount !== undefined && text('order.dose', { amount: doseAmount, unit: doseUnit }),
    route && word(`order.route.${route}`, route),
    asNeeded ? joined([text('order.asNeeded'), times && text('order.atMost', { times })], ', ') : times,
  ], ' ');
}

function amountWords({ text, word, details: { minutes, timesPerWeek, hoursPerNight, weightPercent, startWeight, sessionsPlanned, sessionsDone, format } }: Speech): string {
  const sessions = sessionsPlanned === undefined
    ? sessionsDone !== undefined && text('order.sessionsDone', { done: sessionsDone })
    : sessionsDone === undefined ? text('order.sessionsOnly', { planned: sessionsPlanned }) : text('order.sessions', { done: sessionsDone, planned: sessionsPlanned });
  return joined([
    minutes !== undefined && text('order.minutes', { minutes }),
    timesPerWeek !== undefined && (timesPerWeek < 1 ? text('order.everyWeeks', { weeks: Math.round(10 / timesPerWeek) / 10 }) : text('order.timesPerWeek', { times: timesPerWeek })),
    hoursPerNight !== undefined && text('order.hours', { hours: hoursPerNight }),
    weightPercent !== undefined && (startWeight === undefined ? text('order.weight', { percent: weightPercent }) : text('order.weightFrom', { percent: weightPercent, start: startWeight })),
    sessions,
    format && word(`value.activity.format.${format}`, format).toLowerCase(),
  ]);
}

function placeWords({ text, word, dates, details: { site, side, imageGuidance, anaesthetic, steroid, steroidDose, monitoring, doneOn } }: Speech, supervisor: string | undefined): string {
  const place = site && (bodySiteById(site)?.name ?? site);
  return joined([
    place && side ? text('order.place', { site: place, side: text(`order.side.${side}`) }) : place,
    imageGuidance && imageGuidance !== 'none' && word(`value.activity.imageGuidance.${imageGuidance}`, imageGuidance).toLowerCase(),
    anaesthetic,
    steroid && (steroidDose === undefined ? steroid : text('order.steroid', { steroid, dose: steroidDose })),
    monitoring,
    supervisor !== undefined && text('order.supervisor', { name: supervisor }),
    doneOn && text('order.doneOn', { date: dates.said(doneOn) }),
  ]);
}

function otherWords({ text, word, dates, details }: Speech): string {
  const { stage, deviceModel, deviceSerial, deviceCardSeen, cordOrRootAtRisk, severeDeformity, refractoryPain, candidacy, approach, setting, withWhom, consentOn, topic, item, referredTo, urgency, finding, morphineEquivalent, morphineEquivalentSource } = details;
  const code = (name: string, value: string | undefined) => value && word(`value.activity.${name}.${value}`, value).toLowerCase();
  return joined([
    code('stage', stage),
    deviceModel && (deviceSerial ? text('order.device', { model: deviceModel, serial: deviceSerial }) : deviceModel),
    deviceCardSeen !== undefined && text(deviceCardSeen ? 'order.cardSeen' : 'order.cardUnseen'),
    cordOrRootAtRisk && text('field.activity.cordOrRootAtRisk').toLowerCase(),
    severeDeformity && text('field.activity.severeDeformity').toLowerCase(),
    refractoryPain && text('field.activity.refractoryPain').toLowerCase(),
    code('candidacy', candidacy), code('approach', approach), code('setting', setting),
    item, topic,
    withWhom && text('order.with', { who: withWhom }),
    consentOn && text('order.consented', { date: dates.said(consentOn) }),
    referredTo && text('order.to', { whom: referredTo }),
    code('urgency', urgency),
    finding,
    morphineEquivalent !== undefined && text('order.morphine', { amount: morphineEquivalent, source: morphineEquivalentSource }),
  ]);
}

function decisionWords({ text, dates, details: { decision, decidedOn, decisionReason } }: Speech): string {
  return decision && decidedOn ? text('order.decided', { decision: text(`order.decision.${decision}`), date: dates.said(decidedOn), reason: decisionReason }) : '';
}

function taperWords({ text, dates, details: { taper, doseUnit } }: Speech): string {
  const steps = (taper ?? []).map(readTaperStep).filter((step) => step !== null).map(({ from, amount, timesPerDay }) =>
    text('order.step', { dose: text('order.dose', { amount, unit: doseUnit }), times: text('order.timesPerDay', { times: timesPerDay }), date: dates.said(from) }));
  return steps.length ? text('order.taper', { steps: steps.join('; ') }) : '';
}

/** The response curve, as far as it was measured. */
function reliefWords({ text, details }: Speech): string {
  const points = ([2, 4, 8, 12] as const).flatMap((weeks) => {
    const percent = details[`reliefAt${weeks}Weeks`];
    return percent === undefined ? [] : [text('order.reliefPoint', { percent, weeks })];
  });
  return joined([points.length > 0 && text('order.relief', { points: points.join(', ') }), details.reliefDays !== undefined && text('order.reliefDays', { days: details.reliefDays })]);
}

/** What such an order should carry and does not. */
function gapsOf(form: ActivityForm | null, { monitoringCheckedOn, agreementOn, naloxone, morphineEquivalent }: ActivityDetails) {
  if (form !== 'opioid') return [];
  return [
    ...(monitoringCheckedOn === undefined ? ['order.opioid.noCheck' as const] : []),
    ...(agreementOn === undefined ? ['order.opioid.noAgreement' as const] : []),
    ...(naloxone === undefined ? ['order.opioid.noNaloxone' as const] : []),
    ...(morphineEquivalent === undefined ? ['order.opioid.noEquivalent' as const] : []),
  ];
}
