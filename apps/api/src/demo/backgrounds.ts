import type { BackgroundStory, Deed, ScreenStory, StaffKey } from './story.types.ts';

/** A screen in which every question was asked and answered with no. */
const clear = (day: number, hour: number, by: StaffKey): ScreenStory => ({ day, hour, by, yes: {} });
const atIntake = (by: StaffKey): Deed => ({ day: 0, hour: 10, by });

const LEAD_1 = 'u-physiatrist-1';
const LEAD_2 = 'u-physiatrist-2';
const PAIN = 'u-pain-1';
const WIDESPREAD = ['neck', 'upper-back', 'lower-back', 'left-shoulder-girdle', 'right-shoulder-girdle', 'left-hip', 'right-hip'];

/** What each patient complains of, what makes it likelier, and who asked about red flags: by the patient's key. */
export const BACKGROUNDS: Readonly<Record<string, BackgroundStory>> = {
  P01: {
    symptoms: [
      { ...atIntake(LEAD_1), code: 'widespread-pain', places: [...WIDESPREAD, 'left-upper-arm', 'right-upper-arm', 'left-upper-leg', 'right-upper-leg'], patterns: ['constant'], severity: 7, sinceYearsAgo: 4, now: { day: 84, hour: 11, by: LEAD_1, severity: 4 } },
      { ...atIntake(LEAD_1), code: 'stiffness', places: ['neck', 'upper-back'], patterns: ['in-the-morning'], patternWords: 'About 40 minutes', severity: 6 },
      { ...atIntake(LEAD_1), code: 'nonrestorative-sleep', severity: 7 },
    ],
    riskFactors: [{ code: 'desk-work', note: 'Lends books at a high counter, head bent.' }, { code: 'family-history', note: 'Mother: fibromyalgia.' }],
    screens: [clear(0, 10, LEAD_1), clear(84, 10, LEAD_1)],
  },
  P02: {
    symptoms: [
      { ...atIntake(LEAD_2), code: 'pain', places: ['upper-back', 'thoracic-spine'], patterns: ['with-sitting'], severity: 5, sinceYearsAgo: 3 },
      { ...atIntake(LEAD_2), code: 'stiffness', places: ['cervicothoracic-junction'], patterns: ['in-the-morning'], severity: 3 },
    ],
    riskFactors: [{ code: 'desk-work', note: 'Ten hours a day in tax season.' }, { code: 'posture' }],
    screens: [{ ...clear(0, 10, LEAD_2), yes: { anticoagulant: 'Warfarin for atrial fibrillation.' } }],
  },
  P03: {
    symptoms: [
      { ...atIntake(LEAD_1), code: 'widespread-pain', places: [...WIDESPREAD, 'left-jaw', 'right-jaw'], patterns: ['after-effort', 'intermittent'], patternWords: 'Pays for every good day', severity: 7, sinceYearsAgo: 3 },
      { ...atIntake(LEAD_1), code: 'sensory-sensitivity', note: 'Light and noise of the open-plan office.' },
    ],
    riskFactors: [{ code: 'desk-work' }, { code: 'stress', note: 'Release weeks.' }],
    screens: [clear(0, 10, LEAD_1), clear(58, 11, LEAD_1)],
  },
  P04: {
    symptoms: [
      { ...atIntake(LEAD_2), code: 'pain', places: ['thoracic-spine', 'upper-back'], patterns: ['constant', 'with-movement', 'at-night'], severity: 9, sinceDay: -2, note: 'After lifting a door.', now: { day: 166, hour: 11, by: LEAD_2, severity: 3 } },
    ],
    riskFactors: [{ code: 'osteoporosis', sinceYearsAgo: 6 }, { code: 'long-steroid-use' }, { code: 'heavy-lifting', note: 'Workshop at home.' }],
    screens: [
      {
        ...clear(0, 10, LEAD_2),
        yes: { 'age-new-pain': '71, sudden since lifting.', 'steroid-use': 'Prednisone for many years.', osteoporosis: 'Known for six years.', 'night-pain': 'Cannot lie flat.' },
        decided: { day: 0, hour: 12, by: LEAD_2, decision: 'test', reason: 'MRI tomorrow: vertebral fracture until shown otherwise.' },
      },
      { ...clear(84, 10, LEAD_2), yes: { 'steroid-use': 'Unchanged.', osteoporosis: 'Treated by primary care.' }, decided: { day: 84, hour: 11, by: LEAD_2, decision: 'watch', reason: 'Fracture healing, pain falling.' } },
    ],
  },
  P05: {
    symptoms: [
      { ...atIntake(LEAD_1), code: 'widespread-pain', places: [...WIDESPREAD, 'left-lower-leg', 'right-lower-leg'], patterns: ['constant', 'at-night'], severity: 8, sinceYearsAgo: 5 },
      { ...atIntake(LEAD_1), code: 'mood-change', severity: 8, note: 'See the depression measures.' },
      { ...atIntake(LEAD_1), code: 'sleep-disturbance', severity: 8, sinceYearsAgo: 2 },
    ],
    riskFactors: [{ code: 'trauma' }, { code: 'poor-sleep' }],
    screens: [clear(0, 10, LEAD_1), clear(90, 11, LEAD_1)],
  },
  P06: {
    symptoms: [
      { ...atIntake(LEAD_2), code: 'pain', places: ['thoracic-spine', 'chest'], patterns: ['spreading', 'with-movement'], patternWords: 'A belt on the right, below the nipple', severity: 7, sinceYearsAgo: 1, now: { day: 168, hour: 11, by: LEAD_2, severity: 4 } },
      { day: 118, hour: 10, by: LEAD_2, code: 'gait-change', places: ['left-upper-leg', 'right-upper-leg'], severity: 4, sinceDay: 115, now: { day: 168, hour: 12, by: LEAD_2, isOver: true } },
    ],
    riskFactors: [{ code: 'smoking', note: 'Stopped five years ago.' }],
    screens: [
      { ...clear(0, 10, LEAD_2), yes: { diabetes: 'Type 2, metformin.' } },
      {
        ...clear(118, 10, LEAD_2),
        yes: { 'unsteady-walking': 'For three days; cannot walk heel to toe.', diabetes: 'Type 2, metformin.' },
        decided: { day: 118, hour: 11, by: LEAD_2, decision: 'refer', reason: 'Surgeon and MRI today: cord at risk.' },
      },
      { ...clear(168, 10, LEAD_2), yes: { diabetes: 'Type 2, metformin.' } },
    ],
  },
  P07: {
    symptoms: [
      { ...atIntake('u-rheum-1'), code: 'fatigue', patterns: ['after-effort'], patternWords: 'Two days after any exertion', severity: 9, sinceYearsAgo: 3 },
      { ...atIntake('u-rheum-1'), code: 'widespread-pain', places: WIDESPREAD, patterns: ['constant'], severity: 7, sinceYearsAgo: 2 },
      { ...atIntake('u-rheum-1'), code: 'cognitive', severity: 7 },
    ],
    riskFactors: [{ code: 'infection-or-illness', note: 'Glandular fever in her first year.' }, { code: 'deconditioning' }],
    screens: [clear(0, 10, 'u-rheum-1'), clear(84, 10, 'u-rheum-1')],
  },
  P08: {
    symptoms: [
      { ...atIntake(LEAD_1), code: 'pain', places: ['neck', 'cervical-spine', 'left-shoulder-girdle', 'right-shoulder-girdle', 'upper-back'], patterns: ['constant'], severity: 7, sinceYearsAgo: 11, note: 'Since the whiplash.' },
      { ...atIntake(LEAD_1), code: 'fatigue', severity: 6 },
    ],
    riskFactors: [{ code: 'trauma', note: 'Rear-end collision.', sinceYearsAgo: 11 }, { code: 'poor-sleep' }],
    // Waits for a decision on purpose: the chart's header says so.
    screens: [clear(0, 10, LEAD_1), { ...clear(178, 10, PAIN), yes: { 'weight-loss': '4 kg since the spring, eats as before.' }, notAsked: ['iv-drug-use'] }],
  },
  P09: {
    symptoms: [
      { ...atIntake(PAIN), code: 'widespread-pain', places: [...WIDESPREAD, 'chest', 'left-lower-arm', 'right-lower-arm', 'left-lower-leg', 'right-lower-leg'], patterns: ['constant'], severity: 8, sinceYearsAgo: 9 },
      { ...atIntake(PAIN), code: 'allodynia', places: ['left-upper-arm', 'right-upper-arm'], severity: 7, note: 'Long sleeves hurt.' },
      { ...atIntake(PAIN), code: 'tingling', places: ['left-hand', 'right-hand'], patterns: ['intermittent', 'at-night'], severity: 4 },
    ],
    riskFactors: [{ code: 'stress' }, { code: 'family-history' }],
    screens: [clear(0, 10, PAIN), clear(98, 11, PAIN)],
  },
  P10: {
    symptoms: [{ ...atIntake(PAIN), code: 'pain', places: ['thoracic-spine', 'thoracolumbar-junction'], patterns: ['constant', 'with-movement'], severity: 6, sinceYearsAgo: 4, note: 'At the scar; less with the stimulator on.' }],
    riskFactors: [{ words: 'Thoracic spine surgery', note: 'Four years ago.' }],
    screens: [{ ...clear(0, 10, PAIN), yes: { device: 'Spinal cord stimulator; card in the record.' } }],
  },
  P11: {
    symptoms: [
      { ...atIntake(LEAD_1), code: 'headache', places: ['left-occiput', 'right-occiput', 'neck'], patterns: ['intermittent', 'with-sitting'], severity: 6, sinceYearsAgo: 3, note: 'Left more than right.' },
      { ...atIntake(LEAD_1), code: 'tenderness', places: ['left-shoulder-girdle', 'right-shoulder-girdle', 'upper-back'], severity: 5 },
    ],
    riskFactors: [{ code: 'posture', note: 'Plays the violin.' }],
    screens: [clear(0, 10, LEAD_1), clear(120, 11, LEAD_1)],
  },
  // No screen, and therefore a plan that nobody could start: one of the things that slip here on purpose.
  P12: {
    symptoms: [
      { ...atIntake(LEAD_2), code: 'widespread-pain', places: [...WIDESPREAD, 'left-foot', 'right-foot'], patterns: ['after-effort'], severity: 6, sinceYearsAgo: 3 },
      { ...atIntake(LEAD_2), code: 'fatigue', severity: 6 },
    ],
    riskFactors: [{ code: 'overweight' }, { code: 'deconditioning' }],
    screens: [],
  },
  P13: {
    symptoms: [{ ...atIntake(LEAD_2), day: 181, code: 'pain', places: ['thoracic-spine'], patterns: ['with-movement', 'at-night'], severity: 7, sinceDay: 165, note: 'After lifting a flower box.' }],
    riskFactors: [{ code: 'osteoporosis', sinceYearsAgo: 4 }],
    screens: [{
      ...clear(181, 10, LEAD_2),
      yes: { 'age-new-pain': '71, since she lifted a flower box.', osteoporosis: 'Known for four years.', 'night-pain': 'Turns with care.' },
      decided: { day: 181, hour: 11, by: LEAD_2, decision: 'watch', reason: 'Fracture of T8 on imaging; no cord sign.' },
    }],
  },
  Q01: { symptoms: [], riskFactors: [], screens: [clear(0, 9, 's-physiatrist-1')] },
  Q02: {
    symptoms: [{ day: 0, hour: 11, by: 's-physiatrist-1', code: 'pain', places: ['right-shoulder-girdle'], patterns: ['with-movement'], severity: 6, sinceDay: -40 }],
    riskFactors: [],
    screens: [clear(0, 9, 's-physiatrist-1')],
  },
};
