import { symptom } from './background.ts';
import { item } from './looks.ts';
import { part, running } from './plan.ts';
import { LATER, type Statement } from './statement.ts';

/** The clinic article on treatments for upper back pain. */
export const treatmentsOfUpperBackPain: readonly Statement[] = [
  { id: 'E076', says: 'Pain that rest and self-care do not settle needs a professional plan', rest: LATER.followUps, store: [
    part('coordinator', 'act.specialist-referral', { details: { referredTo: 'Physiatry', urgency: 'routine' }, reason: 'Six weeks of rest and self-care did not settle it' }, 'to Physiatry · routine'),
  ] },
  { id: 'E077', says: 'A physiatrist, a physical therapist or another qualified person designs the programme', rest: LATER.exercises, store: [
    part('physiatrist', 'pt.program', { doseText: 'Designed by the physiatrist' }),
    part('physicalTherapist', 'pt.program', { doseText: 'Designed by the therapist' }),
  ] },
  { id: 'E078', says: 'Strengthen and stretch the upper back, the neck above, the core below', later: LATER.exercises, why: 'a programme covers the regions of its exercises, or says why not' },
  { id: 'E079', says: 'It starts gradually and progresses over weeks or months', later: LATER.exercises, why: 'phases with dates, each step with its author' },
  { id: 'E080', says: 'Then a maintenance programme at home', rest: LATER.exercises, store: [part('physicalTherapist', 'pt.home-maintenance', { details: { format: 'at-home', minutes: 15, timesPerWeek: 5 }, doseText: 'After the last visit' }, '15 min · 5 times a week · at home')] },
  { id: 'E081', says: 'Prescription medicines for a short time, for debilitating pain or a severe flare', rest: LATER.rules, store: [
    running('physiatrist', 'med.nsaid-rx', ({ day }) => ({ details: { drug: 'diclofenac', doseAmount: 50, doseUnit: 'mg', timesPerDay: 2 }, reason: 'Severe flare since Monday', endsOn: day(10) }), 'diclofenac 50 mg twice a day', 'ends'),
  ] },
  { id: 'E082', says: 'Prescription-strength NSAIDs', store: [part('painSpecialist', 'med.nsaid-rx', { details: { drug: 'celecoxib', doseAmount: 200, doseUnit: 'mg', timesPerDay: 1 }, reason: 'If her stomach complains' }, 'celecoxib 200 mg once a day')] },
  { id: 'E083', says: 'Opioids keep pain signals from the brain', rest: LATER.rules, store: [
    part('painSpecialist', 'med.opioid-short-term', ({ day }) => ({
      details: { drug: 'tramadol', doseAmount: 50, doseUnit: 'mg', timesPerDay: 2, morphineEquivalent: 20, morphineEquivalentSource: 'CDC 2022 factors', monitoringCheckedOn: day(0), agreementOn: day(0), naloxone: 'at-hand' },
      reason: 'Debilitating pain, three days', endsOn: day(3),
    }), 'tramadol 50 mg twice a day', 'morphine equivalent 20 mg a day'),
  ] },
  { id: 'E084', says: 'Muscle relaxants sedate', rest: LATER.rules, store: [
    part('physiatrist', 'med.cyclobenzaprine', { details: { doseAmount: 5, doseUnit: 'mg', timesPerDay: 1 }, doseText: 'At night, no driving after it' }, '5 mg once a day'),
    part('physiatrist', 'med.tizanidine', { details: { doseAmount: 4, doseUnit: 'mg', timesPerDay: 1 }, doseText: 'Instead, if the mouth gets dry' }, '4 mg once a day'),
  ] },
  { id: 'E085', says: 'Spinal injections block pain; an epidural puts a steroid near its source', store: [
    part('painSpecialist', 'proc.epidural-steroid', { details: { site: 'thoracic-spine', imageGuidance: 'fluoroscopy', steroid: 'dexamethasone', steroidDose: 8 }, reason: 'Band-like pain from one level' }, 'Thoracic spine · fluoroscopy · dexamethasone 8 mg'),
  ] },
  { id: 'E086', says: 'Relief varies and is short: no long-term solution', rest: LATER.measures, store: [
    running('painSpecialist', 'proc.epidural-steroid', ({ day }) => ({ details: { site: 'cervicothoracic-junction', doneOn: day(-60), reliefAt2Weeks: 60, reliefAt4Weeks: 35, reliefAt8Weeks: 10, reliefDays: 40 } }), 'Relief: 60 % at 2 weeks, 35 % at 4 weeks, 10 % at 8 weeks · 40 days of relief'),
  ] },
  { id: 'E087', says: 'CBT teaches better ways to think', store: [part('psychotherapist', 'psy.cbt', { details: { sessionsPlanned: 11 }, doseText: 'Thoughts before a bad day' }, '11 sessions planned')] },
  { id: 'E088', says: 'CBT can raise the ability to follow the plan', rest: LATER.exercises, store: [part('psychotherapist', 'psy.cbt', { details: { sessionsDone: 6, sessionsPlanned: 8 }, reason: 'To stay with the exercises' }, '6 of 8 sessions')] },
  { id: 'E089', says: 'More than one treatment is commonly needed', store: [
    part('physicalTherapist', 'pt.stretching', ({ personId }) => ({ ownerId: personId('physicalTherapist'), doseText: 'While the block works' }), 'Bastian Coombe, PT'),
    part('nurse', 'life.heat', ({ personId }) => ({ ownerId: personId('nurse'), details: { minutes: 15 }, doseText: 'Before the stretches' }), 'Kit Abernathy, RN', '15 min'),
  ] },
  { id: 'E090', says: 'Medicines may come first and be phased out for other care', rest: LATER.rules, store: [
    running('physiatrist', 'med.gabapentin', ({ day }) => ({ details: { doseAmount: 300, doseUnit: 'mg', timesPerDay: 3, taper: [`${day(7)} 300 × 2`, `${day(21)} 300 × 1`] }, reason: 'Until the programme carries her' }), 'Phasing out', 'Taper: 300 mg twice a day from', '300 mg once a day from'),
    part('physiatrist', 'med.phase-out', { doseText: 'Both by spring, the programme instead' }),
  ] },
  { id: 'E091', says: 'Complementary treatments have less backing and are not therefore useless', ships: [
    item('cam.acupuncture', 'limited scientific backing, some report relief'),
    item('cam.manual-manipulation', 'less scientific backing', 'may reduce pain'),
  ] },
  { id: 'E092', says: 'Manual manipulation by a chiropractor, physiatrist or other qualified person', rest: LATER.rules, store: [
    part('chiropractor', 'cam.manual-manipulation', { details: { site: 'thoracic-spine', sessionsPlanned: 6 }, doseText: 'Loosen what is stiff' }, 'Thoracic spine', '6 sessions planned'),
    part('physiatrist', 'cam.manual-manipulation', { details: { site: 'cervicothoracic-junction' }, doseText: 'One trial by the physician' }, 'Cervicothoracic junction'),
  ] },
  { id: 'E093', says: 'Acupuncture: thin needles at chosen points', rest: LATER.rules, store: [part('acupuncturist', 'cam.acupuncture', { details: { site: 'shoulder-girdle', side: 'right', sessionsPlanned: 8 }, doseText: 'Shallow over the chest wall' }, 'Shoulder girdle, right')] },
  { id: 'E094', says: 'Electrotherapy: small pulses to the painful area, most often TENS', store: [part('physicalTherapist', 'cam.tens', { details: { site: 'upper-back', minutes: 30, timesPerDay: 2 }, reason: 'To get through the afternoon' }, 'Upper back', '30 min')] },
  { id: 'E095', says: 'TENS: adhesive pads, a knob, a tingling', store: [
    part('physicalTherapist', 'cam.tens', { details: { item: 'Two-channel unit, four pads', site: 'neck' }, doseText: 'Turn the knob up until it tingles, not further' }, 'Neck'),
  ] },
  { id: 'E096', says: 'Mindful meditation: meditation, breathing, yoga', store: [part('psychotherapist', 'psy.mbsr', { details: { sessionsPlanned: 8, format: 'group' }, doseText: 'With the yoga part on a chair' }, '8 sessions planned · group')] },
  { id: 'E097', says: 'Mindfulness was as effective as CBT in one trial', ships: [item('psy.mbsr', 'chronic LOW back pain', 'MBSR and CBT for chronic low back pain, Cherkin 2016')] },
  { id: 'E098', says: 'Several other alternative treatments exist', store: [part('physiatrist', 'cam.other', { details: { sessionsPlanned: 3 }, doseText: 'Cupping, at her own wish' }, '3 sessions planned')] },
  { id: 'E099', says: 'Surgery for upper back pain is rare', ships: [item('surg.candidacy-evaluation', 'surgery is rare')] },
  { id: 'E100', says: 'Surgery when the cord or nerve roots are at risk', rest: LATER.rules, store: [part('surgeon', 'surg.candidacy-evaluation', { details: { cordOrRootAtRisk: true }, doseText: 'This week' }, 'spinal cord or nerve root at risk')] },
  { id: 'E101', says: 'Surgery when a severe deformity is there or likely', rest: LATER.rules, store: [part('surgeon', 'surg.candidacy-evaluation', { details: { severeDeformity: true }, doseText: 'After the standing films' }, 'severe deformity present or likely')] },
  { id: 'E102', says: 'Surgery when nothing else manages debilitating pain', rest: LATER.rules, store: [part('surgeon', 'surg.candidacy-evaluation', { details: { refractoryPain: true, candidacy: 'not-a-candidate' }, doseText: 'After twelve weeks of care' }, 'debilitating pain that nothing else controls', 'not a candidate')] },
  { id: 'E103', says: 'Vertebral augmentation: cement into a compression fracture', rest: LATER.rules, store: [part('surgeon', 'surg.vertebroplasty', { details: { site: 'thoracic-spine', setting: 'outpatient' }, reason: 'T8 fracture moves and hurts' }, 'Thoracic spine', 'outpatient')] },
  { id: 'E104', says: 'Vertebroplasty, and the newer balloon kyphoplasty', store: [part('surgeon', 'surg.kyphoplasty', { details: { site: 'thoracolumbar-junction', setting: 'inpatient' }, reason: 'Wedge at T12' }, 'Thoracolumbar junction', 'inpatient')] },
  { id: 'E105', says: 'Decompression of a disc, an osteophyte or another structure', store: [part('surgeon', 'surg.decompression', { details: { site: 'thoracic-spine', finding: 'Osteophyte on the T7 root' }, reason: 'Before the leg gets weak' }, 'Thoracic spine')] },
  { id: 'E106', says: 'Decompression, sometimes with a fusion', store: [part('surgeon', 'surg.fusion', { details: { site: 'thoracic-spine', approach: 'open' }, reason: 'If the segment is loose' }, 'Thoracic spine', 'open')] },
  { id: 'E107', says: 'Surgery at the thoracic spine is harder: ribs and vital organs', ships: [item('surg.decompression', 'rib cage and vital organs add risk')] },
  { id: 'E108', says: 'Debilitating pain, severe flare-ups', rest: LATER.exercises, store: [symptom('physiatrist', 'pain', { at: ['upper-back'], severity: 9, patternWords: 'Flares that keep her in bed' }, 'Upper back')] },
];
