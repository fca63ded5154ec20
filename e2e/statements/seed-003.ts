import { problem, symptom } from './background.ts';
import { joinsTeam } from './deed.ts';
import { item, places, template } from './looks.ts';
import { goal, part, running } from './plan.ts';
import { LATER, type Statement } from './statement.ts';

/** The clinic article on options for upper back muscle pain. */
export const optionsForMusclePain: readonly Statement[] = [
  { id: 'E134', says: 'Calls the upper back the cervical spine', ships: [places('Upper back', 'Cervical spine', 'Cervicothoracic junction', 'Thoracic spine', 'Left shoulder girdle')] },
  { id: 'E135', says: 'From a mild or constant ache to debilitating pain', store: [
    symptom('nurse', 'pain', { at: ['neck'], severity: 2, patterns: ['intermittent'], note: 'An ache, mild' }, 'Neck', 'Comes and goes'),
    symptom('nurse', 'pain', { at: ['upper-back'], severity: 9, patterns: ['constant'], note: 'Cannot hold the baby' }, 'Upper back', 'Constant'),
  ] },
  { id: 'E136', says: 'Unable to care for the family and the house', rest: LATER.measures, store: [
    goal('physicalTherapist', 'Bathe my son by myself', { domain: 'WORK_AND_ROLE', restatement: 'Kneel and lift eight kilos', target: { measure: 'psfs', baseline: 2, value: 7 } }, 'PSFS 2 → 7', 'Work and role'),
    goal('physicalTherapist', 'Hoover the flat in one go', { domain: 'WORK_AND_ROLE' }),
  ] },
  { id: 'E137', says: 'Many cases are a minor injury and heal with time', ships: [template('Postural upper back pain', 'Most of it heals', 'review after 4 weeks')] },
  { id: 'E138', says: 'Nerve compression: throbbing, tingling, spasm', rest: LATER.rules, store: [
    symptom('physiatrist', 'throbbing', { at: ['upper-back'], severity: 6, note: 'With the pulse' }, 'Upper back'),
    symptom('physiatrist', 'tingling', { at: ['right-lower-arm'], severity: 3, note: 'Little finger side' }, 'Right lower arm'),
    symptom('physiatrist', 'muscle-spasm', { at: ['upper-back'], severity: 5, note: 'Locks after lifting' }, 'Upper back'),
  ] },
  { id: 'E139', says: 'Pain radiates along the path of a pinched nerve', store: [
    symptom('physiatrist', 'pain', { at: ['right-shoulder-girdle', 'right-upper-arm', 'right-lower-arm'], severity: 6, patterns: ['spreading'], note: 'Along one line to the wrist' }, 'Right lower arm', 'Right upper arm', 'Spreads to other places'),
  ] },
  { id: 'E140', says: 'Degeneration: disc, bone spurs, facet cysts', store: [
    problem('physiatrist', 'disc-prolapse', 'Bulging, T6–7'),
    problem('physiatrist', 'osteoarthritis', 'Bone spurs and a facet cyst at T7'),
  ] },
  { id: 'E141', says: 'A heading on muscle stimulation', nothing: 'no text follows it in the article; E094 has electrotherapy' },
  { id: 'E142', says: 'Anti-inflammatory medicine: over the counter, then stronger', store: [
    part('nurse', 'med.otc-analgesic', { details: { drug: 'otc-nsaid', doseAmount: 400, doseUnit: 'mg', timesPerDay: 2 }, nextStep: 'Prescription strength after two weeks, if this is not enough' }, '400 mg twice a day'),
    part('physiatrist', 'med.nsaid-rx', { details: { drug: 'meloxicam', doseAmount: 15, doseUnit: 'mg', timesPerDay: 1 }, reason: 'Second step, not with the first' }, 'meloxicam 15 mg once a day'),
  ] },
  { id: 'E143', says: 'Heat: packs, blankets, warm water', store: [
    part('nurse', 'life.heat', { details: { minutes: 20, timesPerDay: 3 }, doseText: 'A wheat pack over the shirt' }, '20 min'),
    part('physicalTherapist', 'pt.aquatic', { details: { minutes: 30, timesPerWeek: 1 }, doseText: 'Warm pool' }, '30 min · once a week'),
  ] },
  { id: 'E144', says: 'Targeted exercise for strength and flexibility', rest: LATER.exercises, store: [
    part('physicalTherapist', 'pt.strengthening', { details: { timesPerWeek: 3 }, reason: 'To prevent the next strain' }, '3 times a week'),
    part('physicalTherapist', 'pt.stretching', { details: { minutes: 6 }, reason: 'Chest and shoulders' }, '6 min'),
  ] },
  { id: 'E145', says: 'Limited rest, without becoming inactive', store: [running('physicalTherapist', 'life.relative-rest', ({ day }) => ({ doseText: 'Two days off lifting, up every hour', endsOn: day(2) }), 'ends')] },
  { id: 'E146', says: 'Cortisone at the site when it is severe', rest: LATER.rules, store: [
    part('physiatrist', 'proc.cortisone-local', { details: { site: 'upper-back', side: 'left', steroid: 'triamcinolone', steroidDose: 10 }, reason: 'Severe at one muscle' }, 'Upper back, left · triamcinolone 10 mg'),
  ] },
  { id: 'E147', says: 'After months of conservative care, see whether surgery is an option', rest: LATER.rules, ships: [item('surg.candidacy-evaluation', 'after several months of conservative care')] },
  { id: 'E148', says: 'Minimally invasive surgery without a night in hospital, praised with numbers', store: [
    part('surgeon', 'surg.minimally-invasive', { details: { site: 'thoracic-spine', approach: 'minimally-invasive', setting: 'outpatient' }, reason: 'Only if the cord is at risk' }, 'minimally invasive · outpatient', 'Thoracic spine'),
  ] },
  { id: 'E149', says: 'A review of the MRI', store: [part('physiatrist', 'act.imaging-review', ({ day }) => ({ details: { doneOn: day(-1), finding: 'No cord contact at any level' } }), 'done')] },
  { id: 'E150', says: 'A team of surgeons', store: [joinsTeam('surgeon', 'MEMBER', 'Is asked before anything is cut', 'Spine surgeon')] },
];
