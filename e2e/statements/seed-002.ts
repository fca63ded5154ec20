import { problem, riskFactor, symptom } from './background.ts';
import { found, joinsTeam } from './deed.ts';
import { medicine, medicinePart, part, tried } from './plan.ts';
import { LATER, type Statement } from './statement.ts';

/** What one screen found: all that the article wants excluded. */
const SCREEN = {
  infection: 'Tooth abscess two weeks ago', cardiac: 'Palpitations on stairs', pulmonary: 'Cough for a month', biliary: 'Colic after fat meals', pancreatic: 'Boring pain after wine', malignancy: 'Melanoma removed in 2019',
};

/** The clinic article on specialist care for severe upper back pain. */
export const specialistCare: readonly Statement[] = [
  { id: 'E109', says: 'Causes of severe pain need timely, adequate care', rest: LATER.followUps, store: [
    part('physiatrist', 'act.specialist-referral', { details: { referredTo: 'Spine surgery', urgency: 'urgent' }, reason: 'Severe pain, cause not known yet' }, 'to Spine surgery · urgent'),
  ] },
  { id: 'E110', says: 'Poor posture', store: [riskFactor('physicalTherapist', 'posture', 'Head forward over a laptop on the knees')] },
  { id: 'E111', says: 'Injury or overuse; lifting in a wrong way', store: [
    riskFactor('physicalTherapist', 'heavy-lifting', 'Twists while he lifts crates'),
    problem('physiatrist', 'back-muscle-spasm', 'Strain after the removal'),
    part('physicalTherapist', 'life.posture-habits', { doseText: 'Feet first, then the crate' }),
  ] },
  { id: 'E112', says: 'A herniated or ruptured disc irritates or compresses roots', store: [
    problem('physiatrist', 'disc-prolapse', 'T7–8, right'),
    problem('physiatrist', 'thoracic-radiculopathy', 'Right T7, around the ribs'),
  ] },
  { id: 'E113', says: 'Osteoarthritis of the spine', store: [problem('physiatrist', 'osteoarthritis', 'Thoracic facet joints, bone on bone')] },
  { id: 'E114', says: 'Fractures of the back', rest: LATER.rules, store: [
    problem('physiatrist', 'fracture-thoracic-spine', 'T4, a fall from a ladder'),
    problem('physiatrist', 'vertebral-compression-fracture', 'T9, old, seen on the films'),
  ] },
  { id: 'E115', says: 'Myofascial pain of muscle groups', store: [problem('painSpecialist', 'myofascial-pain', 'Rhomboids, both sides')] },
  { id: 'E116', says: 'Exclude infection', store: [found('physiatrist', SCREEN, 'infection')] },
  { id: 'E117', says: 'Exclude heart disease', store: [found('physiatrist', SCREEN, 'cardiac')] },
  { id: 'E118', says: 'Exclude lung disease', store: [found('physiatrist', SCREEN, 'pulmonary')] },
  { id: 'E119', says: 'Exclude gallbladder disease', store: [found('physiatrist', SCREEN, 'biliary')] },
  { id: 'E120', says: 'Exclude pancreas disease', store: [found('physiatrist', SCREEN, 'pancreatic')] },
  { id: 'E121', says: 'Exclude cancer', store: [found('physiatrist', SCREEN, 'malignancy')] },
  { id: 'E122', says: 'Upper back pain is less common: a stiff region that works with the ribs', nothing: 'background of the article; nothing in a chart follows from it' },
  { id: 'E123', says: 'Long sitting and computer work make it likelier', rest: LATER.rules, store: [
    riskFactor('occupationalTherapist', 'desk-work', 'Dispatcher, nine hours at two screens'),
    part('occupationalTherapist', 'dev.ergonomic-assessment', { reason: 'Nine hours at two screens' }),
  ] },
  { id: 'E124', says: 'Posture tenses muscles; a lasting spasm disables', nothing: 'how E110 comes to E111: both are stored' },
  { id: 'E125', says: 'Pain refers up to neck and head', store: [
    symptom('physiatrist', 'pain', { at: ['upper-back', 'neck', 'head'], severity: 6, patterns: ['spreading'], patternWords: 'Upwards, ends as a headache' }, 'Head, Neck, Upper back', 'Spreads to other places'),
  ] },
  { id: 'E126', says: 'Pain spreads to the low back and down the legs', rest: LATER.rules, store: [
    symptom('physiatrist', 'pain', { at: ['lower-back', 'left-upper-leg', 'right-upper-leg'], severity: 3, patterns: ['spreading'], patternWords: 'Downwards, never below the knee' }, 'Left upper leg', 'Spreads to other places'),
  ] },
  { id: 'E127', says: 'Therapy follows from the full medical history', store: [part('physiatrist', 'act.intake', ({ day }) => ({ details: { doneOn: day(-3), finding: 'Two operations of the shoulder, never told before' } }), 'done')] },
  { id: 'E128', says: 'A pain specialist with a team; without operation', store: [joinsTeam('painSpecialist', 'MEMBER', 'What can be done without an operation', 'Pain medicine specialist')] },
  { id: 'E129', says: 'Oral medicines for acute or chronic pain', store: [
    medicinePart('painSpecialist', 'med.gabapentin', { details: { doseAmount: 100, doseUnit: 'mg', route: 'oral', timesPerDay: 3 }, doseText: 'Chronic part of the pain' }, '100 mg by mouth 3 times a day', 'Chronic part of the pain'),
    medicine('nurse', { drug: 'ibuprofen', doseAmount: 400, doseUnit: 'MG', route: 'ORAL', timesPerDay: 2, asNeeded: true, kind: 'OVER_THE_COUNTER', source: 'PATIENT', note: 'On bad days at work' }, '400 mg, by mouth, as needed'),
  ] },
  { id: 'E130', says: 'Injections into muscle or joint under ultrasound, in the practice', store: [
    part('painSpecialist', 'proc.us-guided-injection', { details: { site: 'shoulder-girdle', side: 'right', imageGuidance: 'ultrasound', anaesthetic: 'lidocaine 1 %' }, reason: 'One painful muscle' }, 'Shoulder girdle, right · ultrasound · lidocaine 1 %'),
  ] },
  { id: 'E131', says: 'Imaging-guided spinal injections of steroid and anaesthetic, into joints or around nerves', store: [
    part('painSpecialist', 'proc.facet-joint-injection', { details: { site: 'thoracic-spine', side: 'both', imageGuidance: 'ct', anaesthetic: 'bupivacaine', steroid: 'triamcinolone', steroidDose: 40 }, reason: 'Facet pain' }, 'Thoracic spine, both sides · ct · bupivacaine · triamcinolone 40 mg'),
    part('painSpecialist', 'proc.spinal-nerve-block', { details: { site: 'thoracic-spine', side: 'right', imageGuidance: 'fluoroscopy', anaesthetic: 'ropivacaine' }, reason: 'Around the T7 nerve' }, 'Thoracic spine, right · fluoroscopy · ropivacaine'),
  ] },
  { id: 'E132', says: 'Spinal cord stimulation when conservative care and surgery both failed', rest: LATER.rules, store: [
    tried('painSpecialist', 'proc.epidural-steroid', 'NONE', 'Three in a year'),
    tried('surgeon', 'surg.decompression', 'PARTIAL', 'Two good years, then the pain came back'),
    part('painSpecialist', 'neuro.scs-trial', ({ day }) => ({ details: { stage: 'trial', site: 'thoracic-spine' }, reason: 'Care and surgery failed', endsOn: day(14) }), 'Thoracic spine', 'trial'),
  ] },
  { id: 'E133', says: 'One’s own stem cells into a vein', rest: LATER.rules, store: [tried('painSpecialist', 'proc.stem-cell-iv', 'DECLINED', 'Not approved for pain; he agreed to leave it')] },
];
