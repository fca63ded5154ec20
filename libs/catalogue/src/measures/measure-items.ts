import type { MeasureId } from './measures.ts';

/** How a question is answered. */
export type MeasureAnswer =
  | { readonly kind: 'scale'; readonly low: number; readonly high: number; readonly lowLabel: string; readonly highLabel: string }
  | { readonly kind: 'choice'; readonly choices: readonly { readonly value: number; readonly label: string }[] }
  | { readonly kind: 'count'; readonly unit: string }
  | { readonly kind: 'time' };

export interface MeasureItem {
  readonly id: string;
  readonly text: string;
  readonly answer: MeasureAnswer;
}

/** What is shown to fill a measure in. */
export interface MeasureForm {
  /** `original`: the published text, which its terms let us reproduce. `own`: our words, never the published text. */
  readonly wording: 'original' | 'own';
  /** Said once above the items. */
  readonly stem: string;
  readonly items: readonly MeasureItem[];
}

const choice = (...labels: readonly string[]): MeasureAnswer => ({
  kind: 'choice',
  choices: labels.map((label, value) => ({ value, label })),
});
const zeroToTen = (lowLabel: string, highLabel: string): MeasureAnswer => ({ kind: 'scale', low: 0, high: 10, lowLabel, highLabel });
const numbered = (prefix: string, answer: MeasureAnswer, texts: readonly string[]): readonly MeasureItem[] =>
  texts.map((text, index) => ({ id: `${prefix}.${index + 1}`, text, answer }));

const PHQ_STEM = 'Over the last 2 weeks, how often have you been bothered by any of the following problems?';
const frequency = choice('Not at all', 'Several days', 'More than half the days', 'Nearly every day');

const phq9 = [
  'Little interest or pleasure in doing things',
  'Feeling down, depressed, or hopeless',
  'Trouble falling or staying asleep, or sleeping too much',
  'Feeling tired or having little energy',
  'Poor appetite or overeating',
  'Feeling bad about yourself - or that you are a failure or have let yourself or your family down',
  'Trouble concentrating on things, such as reading the newspaper or watching television',
  'Moving or speaking so slowly that other people could have noticed? Or the opposite - being so fidgety or restless that you ' +
    'have been moving around a lot more than usual',
  'Thoughts that you would be better off dead or of hurting yourself in some way',
];

const gad7 = [
  'Feeling nervous, anxious, or on edge',
  'Not being able to stop or control worrying',
  'Worrying too much about different things',
  'Trouble relaxing',
  'Being so restless that it is hard to sit still',
  'Becoming easily annoyed or irritable',
  'Feeling afraid as if something awful might happen',
];

const noneToSevere = choice('none', 'a little', 'clearly there', 'severe, most of the time');
const noOrYes = choice('no', 'yes');

/** Forms for the measures whose terms allow one. A measure without a form takes a score from the clinic's own copy. */
export const measureForms: Readonly<Partial<Record<MeasureId, MeasureForm>>> = {
  nprs: {
    wording: 'own',
    stem: 'Your pain, as a number',
    items: numbered('nprs', zeroToTen('no pain', 'worst pain'), ['Pain']),
  },
  peg: {
    wording: 'own',
    stem: 'The past week',
    items: numbered('peg', zeroToTen('not at all', 'as much as can be'), [
      'Pain level',
      'In the way of enjoying life',
      'In the way of usual activities',
    ]),
  },
  psfs: {
    wording: 'own',
    stem: 'Name three to five things that are hard for you because of the problem. How well can you do each one today?',
    items: numbered('psfs', zeroToTen('cannot do it', 'as well as before'), [
      'First activity',
      'Second activity',
      'Third activity',
      'Fourth activity',
      'Fifth activity',
    ]),
  },
  pgic: {
    wording: 'own',
    stem: 'Since the treatment began',
    items: [
      {
        id: 'pgic.1',
        text: 'How are you overall?',
        answer: {
          kind: 'choice',
          choices: [
            { value: 1, label: 'very much improved' },
            { value: 2, label: 'much improved' },
            { value: 3, label: 'minimally improved' },
            { value: 4, label: 'no change' },
            { value: 5, label: 'minimally worse' },
            { value: 6, label: 'much worse' },
            { value: 7, label: 'very much worse' },
          ],
        },
      },
    ],
  },
  acr2016: {
    wording: 'own',
    stem: 'Mark where it hurt in the past 7 days, then rate the past 7 days; the last three ask about the past 6 months.',
    items: [
      { id: 'acr2016.fatigue', text: 'Tiredness', answer: noneToSevere },
      { id: 'acr2016.unrefreshed', text: 'Waking up not rested', answer: noneToSevere },
      { id: 'acr2016.cognitive', text: 'Trouble thinking or remembering', answer: noneToSevere },
      { id: 'acr2016.headaches', text: 'Headaches', answer: noOrYes },
      { id: 'acr2016.abdominal', text: 'Pain or cramps low in the belly', answer: noOrYes },
      { id: 'acr2016.depression', text: 'Low mood or depression', answer: noOrYes },
    ],
  },
  phq2: { wording: 'original', stem: PHQ_STEM, items: numbered('phq2', frequency, phq9.slice(0, 2)) },
  phq9: { wording: 'original', stem: PHQ_STEM, items: numbered('phq9', frequency, phq9) },
  gad2: { wording: 'original', stem: PHQ_STEM, items: numbered('gad2', frequency, gad7.slice(0, 2)) },
  gad7: { wording: 'original', stem: PHQ_STEM, items: numbered('gad7', frequency, gad7) },
  'sleep-log': {
    wording: 'own',
    stem: 'Last night',
    items: [
      { id: 'sleep-log.bed', text: 'Went to bed', answer: { kind: 'time' } },
      { id: 'sleep-log.lights-out', text: 'Lights out', answer: { kind: 'time' } },
      { id: 'sleep-log.latency', text: 'Time to fall asleep', answer: { kind: 'count', unit: 'min' } },
      { id: 'sleep-log.wakings', text: 'Times awake', answer: { kind: 'count', unit: 'times' } },
      { id: 'sleep-log.awake', text: 'Time awake in the night', answer: { kind: 'count', unit: 'min' } },
      { id: 'sleep-log.final-waking', text: 'Woke for good', answer: { kind: 'time' } },
      { id: 'sleep-log.rise', text: 'Got up', answer: { kind: 'time' } },
      { id: 'sleep-log.refreshed', text: 'How rested', answer: zeroToTen('not at all', 'fully') },
    ],
  },
  evs: {
    wording: 'own',
    stem: 'An average week of the last 30 days',
    items: [
      {
        id: 'evs.days',
        text: 'Days with movement that makes you breathe faster, such as a brisk walk',
        answer: { kind: 'count', unit: 'days' },
      },
      { id: 'evs.minutes', text: 'Minutes on such a day', answer: { kind: 'count', unit: 'min' } },
    ],
  },
};

/** Undefined for a measure that may not be shown item by item, and for an id that is not in the catalogue. */
export const measureFormFor = (measureId: string): MeasureForm | undefined =>
  Object.hasOwn(measureForms, measureId) ? measureForms[measureId as MeasureId] : undefined;
