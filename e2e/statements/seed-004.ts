import { problem, riskFactor, symptom } from './background.ts';
import { needs } from './deed.ts';
import { item } from './looks.ts';
import { goal, part, tried } from './plan.ts';
import { LATER, type Statement } from './statement.ts';

const BOTH_SIDES = ['shoulder-girdle', 'upper-arm', 'hip', 'upper-leg'].flatMap((site) => [`left-${site}`, `right-${site}`]);
const HANDS_AND_FEET = ['left-hand', 'right-hand', 'left-foot', 'right-foot'];
const GARDEN = 'Have my garden to myself again';

/** The clinic article with an overview of fibromyalgia and of interventional options. */
export const overviewOfFibromyalgia: readonly Statement[] = [
  { id: 'E151', says: 'Chronic: widespread pain, fatigue, poor sleep, fog, mood', rest: LATER.measures, store: [part('physiatrist', 'act.fm-criteria', ({ day }) => ({ details: { doneOn: day(-5), finding: 'All five of them for two years' } }), 'done')] },
  { id: 'E152', says: 'About 4 million Americans, mostly women', nothing: 'a figure that nobody verified: the product neither says it nor reckons with it' },
  { id: 'E153', says: 'Central sensitisation: pain from what does not hurt others', store: [symptom('physiatrist', 'allodynia', { at: ['left-upper-arm', 'right-upper-arm'], severity: 5, note: 'A sleeve is enough' }, 'Left upper arm, Right upper arm')] },
  { id: 'E154', says: 'The nervous system contributes', nothing: 'the mechanism behind E153, which is stored; nothing of its own in a chart' },
  { id: 'E155', says: 'Physical or emotional trauma', store: [riskFactor('psychotherapist', 'trauma', 'A car accident at nineteen')] },
  { id: 'E156', says: 'Infection or illness', store: [riskFactor('physiatrist', 'infection-or-illness', 'Glandular fever the year before')] },
  { id: 'E157', says: 'Genetic predisposition', store: [riskFactor('physiatrist', 'family-history', 'Two of three sisters')] },
  { id: 'E158', says: 'Stress or a psychological disorder', store: [riskFactor('psychotherapist', 'stress', 'Night shifts and a lawsuit')] },
  { id: 'E159', says: 'Starts after a trigger, or gradually', store: [problem('physiatrist', 'fibromyalgia', 'Began within weeks of the fever, not gradually', '2024-03-01', '1 Mar 2024')] },
  { id: 'E160', says: 'With irritable bowel syndrome', store: [problem('physiatrist', 'irritable-bowel-syndrome', 'Bloating after bread')] },
  { id: 'E161', says: 'With temporomandibular joint disorder', store: [problem('physiatrist', 'temporomandibular-disorder', 'Clicks on the left')] },
  { id: 'E162', says: 'With chronic fatigue syndrome', rest: LATER.exercises, store: [problem('physiatrist', 'chronic-fatigue-syndrome', 'Two days flat after effort')] },
  { id: 'E163', says: 'With depression or anxiety', rest: LATER.measures, store: [
    problem('psychotherapist', 'depressive-disorder', 'Moderate, since the spring'),
    problem('psychotherapist', 'anxiety-disorder', 'On buses and in crowds'),
  ] },
  { id: 'E164', says: 'Widespread muscle and joint pain', rest: LATER.measures, store: [
    symptom('nurse', 'widespread-pain', { at: ['neck', 'upper-back', 'lower-back', ...BOTH_SIDES], severity: 8, patterns: ['constant'] }, 'Left hip and buttock', 'Right upper leg', 'Neck', 'Constant'),
  ] },
  { id: 'E165', says: 'Fatigue after a full night’s sleep', rest: LATER.measures, store: [symptom('nurse', 'fatigue', { severity: 8, note: 'Nine hours, and tired at breakfast' })] },
  { id: 'E166', says: 'Fog: memory and concentration', rest: LATER.measures, store: [
    symptom('psychotherapist', 'cognitive', { severity: 6, note: 'Leaves the hob on' }),
    problem('psychotherapist', 'memory-impairment', 'Lists help'),
  ] },
  { id: 'E167', says: 'Sleep is disturbed and does not refresh', rest: LATER.measures, store: [
    symptom('nurse', 'sleep-disturbance', { severity: 4, note: 'Turns a hundred times' }),
    symptom('nurse', 'nonrestorative-sleep', { severity: 9, note: 'Wakes as if beaten' }),
  ] },
  { id: 'E168', says: 'Stiffness, worst in the morning', store: [symptom('physiatrist', 'stiffness', { at: ['upper-back'], severity: 6, patterns: ['in-the-morning'], patternWords: 'Fifty minutes until she moves' }, 'Worst in the morning')] },
  { id: 'E169', says: 'Headaches, migraines', store: [
    symptom('physiatrist', 'headache', { at: ['left-occiput', 'right-occiput'], severity: 5, note: 'From the neck forwards' }, 'Left back of the head'),
    problem('physiatrist', 'migraine', 'Three days a month'),
  ] },
  { id: 'E170', says: 'Numb or tingling hands and feet', rest: LATER.rules, store: [
    symptom('physiatrist', 'numbness', { at: HANDS_AND_FEET, severity: 2, note: 'On waking, both sides' }, 'Left hand', 'Right foot'),
    symptom('physiatrist', 'tingling', { at: HANDS_AND_FEET, severity: 3, note: 'Pins and needles at the desk' }, 'Right hand', 'Left foot'),
  ] },
  { id: 'E171', says: 'Sensitive to light, sound, temperature', store: [
    symptom('nurse', 'sensory-sensitivity', { severity: 7, note: 'Sunglasses indoors' }),
    needs('nurse', 'A dim, quiet room; no fan'),
  ] },
  { id: 'E172', says: 'Pregabalin is approved for fibromyalgia', ships: [item('med.pregabalin', 'FDA-approved for fibromyalgia', 'On the label: 75 mg')] },
  { id: 'E173', says: 'Duloxetine is approved for fibromyalgia', ships: [item('med.duloxetine', 'FDA-approved for fibromyalgia', 'On the label: 30 mg/day')] },
  { id: 'E174', says: 'Milnacipran is approved; the list of three is out of date', ships: [
    item('med.milnacipran', 'FDA-approved for fibromyalgia'),
    item('med.cyclobenzaprine-sublingual', 'FDA approved 15 Aug 2025 for fibromyalgia'),
  ] },
  { id: 'E175', says: 'A low-dose antidepressant for sleep and pain', store: [part('physiatrist', 'med.amitriptyline-low-dose', { details: { doseAmount: 10, doseUnit: 'mg', route: 'oral', timesPerDay: 1 }, reason: 'Sleep first, then pain' }, '10 mg by mouth once a day')] },
  { id: 'E176', says: 'Muscle relaxants or sleep aids when indicated', rest: LATER.rules, store: [
    part('physiatrist', 'med.tizanidine', { details: { doseAmount: 2, doseUnit: 'mg', timesPerDay: 1 }, reason: 'Spasm that wakes her' }, '2 mg once a day'),
    tried('physiatrist', 'med.cyclobenzaprine', 'NOT_TOLERATED', 'Dry mouth, dizzy on the stairs'),
    part('psychotherapist', 'med.sleep-aid', { doseText: 'Five nights, with the sleep routine', reason: 'Three nights without sleep' }),
  ] },
  { id: 'E177', says: 'Avoid chronic opioids: they may worsen sensitisation', rest: LATER.rules, ships: [item('med.opioid-short-term', 'avoid chronic use in fibromyalgia because it may worsen central sensitisation')] },
  { id: 'E178', says: 'Gentle stretching, aerobic exercise, posture', rest: LATER.exercises, store: [
    part('physicalTherapist', 'pt.stretching', { details: { minutes: 10 }, doseText: 'Gently, in the shower' }, '10 min'),
    part('physicalTherapist', 'pt.aerobic-low-impact', { details: { minutes: 10, timesPerWeek: 4 }, doseText: 'Around the pond' }, '10 min · 4 times a week'),
    part('physicalTherapist', 'pt.posture-correction', { details: { minutes: 3 }, doseText: 'At the kitchen door frame' }, '3 min'),
  ] },
  { id: 'E179', says: 'Water therapy, tai chi, yoga', rest: LATER.exercises, store: [
    part('physicalTherapist', 'pt.aquatic', { details: { sessionsPlanned: 12, format: 'group' }, doseText: 'Tuesdays, 33 degrees' }, '12 sessions planned · group'),
    part('physicalTherapist', 'pt.tai-chi', { details: { minutes: 20, format: 'online' }, doseText: 'Seated at first' }, '20 min · online'),
    part('physicalTherapist', 'pt.yoga', { details: { minutes: 15, format: 'at-home' }, doseText: 'On a chair' }, '15 min · at home'),
  ] },
  { id: 'E180', says: 'CBT reframes thoughts, lowers stress, helps to cope', rest: LATER.measures, store: [part('psychotherapist', 'psy.cbt', { details: { minutes: 50, sessionsPlanned: 10 }, doseText: 'All-or-nothing days' }, '50 min · 10 sessions planned')] },
  { id: 'E181', says: 'Mindfulness, meditation, deep breathing', store: [part('nurse', 'life.stress-management', { details: { minutes: 4, timesPerDay: 3 }, doseText: 'Before each meal' }, '4 min')] },
  { id: 'E182', says: 'Sleep hygiene, a regular sleep-wake cycle', rest: LATER.measures, store: [part('nurse', 'life.sleep-hygiene', { details: { hoursPerNight: 7 }, doseText: 'Same rise time on days off' }, '7 h a night')] },
  { id: 'E183', says: 'Anti-inflammatory diets', store: [part('dietitian', 'life.anti-inflammatory-diet', { doseText: 'Eight weeks, nothing forbidden' })] },
  { id: 'E184', says: 'No structural or inflammatory joint disease', ships: [item('life.anti-inflammatory-diet', 'fibromyalgia is not an inflammatory joint disease')] },
  { id: 'E185', says: 'Some gain from procedures aimed at localised pain', store: [
    part('painSpecialist', 'proc.us-guided-injection', { details: { site: 'hip', side: 'left', imageGuidance: 'ultrasound' }, reason: 'Left hip alone, not the whole body' }, 'Hip and buttock, left · ultrasound'),
  ] },
  { id: 'E186', says: 'Trigger point injections for knots beside fibromyalgia', rest: LATER.rules, store: [
    part('painSpecialist', 'proc.trigger-point-injection', { details: { site: 'shoulder-girdle', side: 'both', sessionsPlanned: 3 }, reason: 'To break spasm and pain' }, 'Shoulder girdle, both sides'),
  ] },
  { id: 'E187', says: 'Occipital nerve blocks for headache or migraine', store: [
    part('painSpecialist', 'proc.occipital-nerve-block', { details: { site: 'occiput', side: 'left', anaesthetic: 'bupivacaine' }, reason: 'Migraine from the neck' }, 'Back of the head, left · bupivacaine'),
  ] },
  { id: 'E188', says: 'Stellate ganglion block: emerging', rest: LATER.rules, store: [
    part('painSpecialist', 'proc.stellate-ganglion-block', { details: { site: 'neck', side: 'right', imageGuidance: 'ultrasound' }, reason: 'Emerging; she knows that it is a trial' }, 'Neck, right · ultrasound'),
  ] },
  { id: 'E189', says: 'Ketamine, lidocaine or magnesium by infusion in chosen cases', rest: LATER.rules, store: [
    part('painSpecialist', 'inf.ketamine', ({ personId }) => ({ details: { supervisor: personId('painSpecialist'), doseAmount: 0.3, doseUnit: 'mg/kg', minutes: 40 }, reason: 'Nothing else helped' }), '0.3 mg/kg', '40 min'),
    part('painSpecialist', 'inf.magnesium', ({ personId }) => ({ details: { supervisor: personId('painSpecialist'), doseAmount: 2, doseUnit: 'g' }, reason: 'If ketamine is not wanted' }), '2 g'),
    tried('painSpecialist', 'inf.lidocaine', 'PARTIAL', 'Better for five days'),
  ] },
  { id: 'E190', says: 'Infusions under the supervision of a pain specialist', store: [
    part('nurse', 'inf.lidocaine', ({ personId }) => ({ details: { supervisor: personId('painSpecialist'), monitoring: 'ECG and blood pressure' }, reason: 'Second series' }), 'supervised by Dr. Dorian Petrosyan'),
  ] },
  { id: 'E191', says: 'Magnetic stimulation of the brain: growing evidence', rest: LATER.rules, store: [part('painSpecialist', 'neuro.tms', { details: { stage: 'evaluation', site: 'head', sessionsPlanned: 20 }, reason: 'After the infusions' }, '20 sessions planned', 'Head', 'evaluation')] },
  { id: 'E192', says: 'Spinal cord stimulation in severe localised pain when all else fails', rest: LATER.rules, store: [
    part('painSpecialist', 'neuro.scs-implant', { details: { stage: 'implant', site: 'thoracic-spine', deviceModel: 'Meridian 5', deviceSerial: 'M5-0417', deviceCardSeen: true }, reason: 'Rib pain only, all else failed' }, 'implant · Meridian 5, serial M5-0417 · device card seen'),
  ] },
  { id: 'E193', says: 'Seek help: widespread pain for more than three months', rest: LATER.rules, ships: [item('act.fm-criteria', 'widespread pain over 3 months')] },
  { id: 'E194', says: 'Seek help: fatigue that interferes with daily life', rest: LATER.rules, store: [part('coordinator', 'act.specialist-referral', { details: { referredTo: 'Sleep medicine' }, reason: 'Fatigue keeps her from work' }, 'to Sleep medicine')] },
  { id: 'E195', says: 'Seek help: many symptoms, no clear diagnosis', rest: LATER.rules, store: [part('coordinator', 'act.specialist-referral', { details: { referredTo: 'Rheumatology' }, reason: 'Many symptoms and no diagnosis' }, 'to Rheumatology')] },
  { id: 'E196', says: 'Seek help: poor response to conventional treatment', rest: LATER.rules, store: [
    tried('physiatrist', 'med.ssri', 'NONE', 'Half a year, two of them'),
    part('coordinator', 'act.specialist-referral', { details: { referredTo: 'Pain medicine' }, reason: 'Conventional treatment did not help' }, 'to Pain medicine'),
  ] },
  { id: 'E197', says: 'Several disciplines: therapy, medicines, targeted procedures', store: [
    goal('physiatrist', GARDEN, { domain: 'PACING' }, 'Pacing'),
    part('physicalTherapist', 'pt.program', ({ goalId }) => ({ goalIds: [goalId(GARDEN)], doseText: 'Digging last' })),
    part('physiatrist', 'med.gabapentin', ({ goalId }) => ({ goalIds: [goalId(GARDEN)], reason: 'One medicine, the right dose' })),
    part('painSpecialist', 'proc.facet-joint-injection', ({ goalId }) => ({ goalIds: [goalId(GARDEN)], reason: 'Only the level that hurts' })),
  ] },
  { id: 'E198', says: 'Regain comfort, function, control of life', store: [
    goal('nurse', 'Sit through a film', { domain: 'MOVEMENT', restatement: 'Comfort: two hours in a seat' }),
    goal('nurse', 'Cook for six', { domain: 'WORK_AND_ROLE', restatement: 'Function: ninety minutes on her feet' }),
    goal('nurse', 'Decide myself what a day holds', { domain: 'MOOD_AND_FEAR', restatement: 'Control: plans made and kept' }),
  ] },
  { id: 'E199', says: 'PTSD, in which the stellate block is studied', store: [problem('psychotherapist', 'ptsd', 'Since the accident')] },
];
