import { problem, riskFactor, riskFactorInWords, symptom } from './background.ts';
import { needs, joinsTeam, opensContact } from './deed.ts';
import { item, template } from './looks.ts';
import { goal, part, tried } from './plan.ts';
import { LATER, type Statement } from './statement.ts';

const UPPER_BODY = ['neck', 'upper-back', 'left-shoulder-girdle', 'right-shoulder-girdle'];
const BOTH_SIDES = ['shoulder-girdle', 'upper-arm', 'lower-arm', 'hip', 'upper-leg', 'lower-leg'].flatMap((site) => [`left-${site}`, `right-${site}`]);
const WASHING = 'Hang the washing without my shoulders locking';
const MARKET = 'Walk to the market and still cook in the evening';

/** The clinic article on fibromyalgia and upper back pain, its first half. */
export const illnessAndTreatment: readonly Statement[] = [
  { id: 'E001', says: 'Pain all over the body, mainly in muscles and joints', rest: LATER.measures, store: [
    symptom('physiatrist', 'widespread-pain', { at: ['neck', 'upper-back', 'lower-back', ...BOTH_SIDES], severity: 7, note: 'Muscles more than joints' }, 'Left hip and buttock', 'Right lower leg'),
    problem('physiatrist', 'fibromyalgia', 'Pain all over for years'),
  ] },
  { id: 'E002', says: 'Neck, shoulders and upper back are stiff and tender', store: [
    symptom('physicalTherapist', 'stiffness', { at: UPPER_BODY, severity: 5, patterns: ['with-sitting'], note: 'Turns the whole trunk to look round' }, 'Left shoulder girdle', 'With long sitting'),
    symptom('physicalTherapist', 'tenderness', { at: UPPER_BODY, severity: 4, note: 'Bra straps hurt' }, 'Right shoulder girdle'),
  ] },
  { id: 'E003', says: 'Sleep is disturbed and does not refresh', rest: LATER.measures, store: [
    symptom('nurse', 'sleep-disturbance', { severity: 6, patterns: ['at-night'], note: 'Awake at three and at five' }, 'At night'),
    symptom('nurse', 'nonrestorative-sleep', { severity: 8, note: 'As if she had not slept' }),
  ] },
  { id: 'E004', says: 'Brain fog: thinking and remembering are hard', rest: LATER.measures, store: [
    symptom('psychotherapist', 'cognitive', { severity: 5, note: 'Loses the thread in the middle of a sentence' }),
    needs('coordinator', 'Short instructions in writing, a reminder the day before'),
  ] },
  { id: 'E005', says: 'Headache', store: [symptom('physiatrist', 'headache', { at: ['head'], severity: 4, note: 'A band around the forehead' }, 'Head')] },
  { id: 'E006', says: 'Mood changes: anxiety, depression', rest: LATER.measures, store: [symptom('psychotherapist', 'mood-change', { severity: 5, note: 'Worries about the next day' })] },
  { id: 'E007', says: 'The nervous system handles pain abnormally; the response is heightened and long', store: [
    part('physiatrist', 'edu.pain-education', { details: { topic: 'Nerves that stay turned up', format: 'individual' } }, 'individual'),
  ] },
  { id: 'E008', says: 'Upper back pain in up to 86 % of patients', nothing: 'a figure that nobody verified: the product neither says it nor reckons with it' },
  { id: 'E009', says: 'Stiff, tender muscles with trigger points', rest: LATER.notes, store: [
    symptom('physicalTherapist', 'trigger-point', { at: ['right-shoulder-girdle'], severity: 6, patterns: ['spreading'], note: 'Upper trapezius, refers to the temple' }, 'Right shoulder girdle', 'Spreads to other places'),
  ] },
  { id: 'E010', says: 'Pressed trigger points set off acute flares', later: LATER.exercises, why: 'flares with their start, end and trigger come with flare mode' },
  { id: 'E011', says: 'Constant strain may wear muscles and soft tissue', nothing: 'a prognosis of the article alone; no text and no rule rests on it' },
  { id: 'E012', says: 'Fatigue and poor sleep raise tension and slow recovery', later: LATER.measures, why: 'fatigue, sleep and pain on one time axis' },
  { id: 'E013', says: 'Untreated, it worsens and limits mobility and function', later: LATER.measures, why: 'function is measured: PSFS and a performance test' },
  { id: 'E014', says: 'It disables, with a large effect on the quality of life', later: LATER.measures, why: 'scores of FIQR, PROMIS-29 and PGIC' },
  { id: 'E015', says: 'Treat fibromyalgia as a whole and the upper back on its own', store: [
    goal('physiatrist', MARKET, { domain: 'MOVEMENT', restatement: 'Thirty minutes of walking on three days' }),
    goal('physicalTherapist', WASHING, { domain: 'MOVEMENT', scope: 'UPPER_BACK', restatement: 'Arms overhead for ten minutes' }, 'Movement · Upper back'),
    part('physicalTherapist', 'pt.program', ({ goalId }) => ({ goalIds: [goalId(MARKET), goalId(WASHING)], doseText: 'One programme for the whole body and for the back' })),
  ] },
  { id: 'E016', says: 'Medicines, exercise, CBT and adaptive devices each play a part', rest: LATER.rules, store: [
    part('rheumatologist', 'med.duloxetine', ({ goalId }) => ({ goalIds: [goalId(MARKET)], details: { doseAmount: 30, doseUnit: 'mg', route: 'oral', timesPerDay: 1 }, reason: 'Pain, beside the exercise' }), '30 mg by mouth once a day', 'Plan record, not a prescription'),
    part('physicalTherapist', 'pt.stretching', ({ goalId }) => ({ goalIds: [goalId(MARKET)], details: { minutes: 10 }, reason: 'Beside the medicine' }), '10 min'),
    part('psychotherapist', 'psy.cbt', ({ goalId }) => ({ goalIds: [goalId(MARKET)], details: { sessionsPlanned: 10 }, reason: 'Beside the medicine and the exercise' }), '10 sessions planned'),
    part('occupationalTherapist', 'dev.adaptive-devices', ({ goalId }) => ({ goalIds: [goalId(MARKET)], details: { item: 'Shopping trolley with high handles' } })),
  ] },
  { id: 'E017', says: 'A chronic rheumatic condition', store: [joinsTeam('rheumatologist', 'LEAD', 'A rheumatic condition', 'Rheumatologist', 'Lead')] },
  { id: 'E018', says: 'Comes with chronic fatigue syndrome', rest: LATER.exercises, store: [problem('rheumatologist', 'chronic-fatigue-syndrome', 'Rests for a day after a busy one')] },
  { id: 'E019', says: 'Comes with irritable bowel syndrome', store: [problem('rheumatologist', 'irritable-bowel-syndrome', 'Worse with the pain')] },
  { id: 'E020', says: 'Comes with restless legs', rest: LATER.rules, store: [problem('rheumatologist', 'restless-legs', 'In the first hour of the night')] },
  { id: 'E021', says: 'Comes with tension headaches', store: [problem('rheumatologist', 'tension-type-headache', 'Two days a week')] },
  { id: 'E022', says: 'Announces a list of symptoms', nothing: 'the list is missing in the article' },
  { id: 'E023', says: 'Genes and surroundings have a part', store: [
    riskFactor('physiatrist', 'family-history', 'Mother and an aunt'),
    riskFactorInWords('physiatrist', 'Draughty, cold workplace', 'Stands at an open loading door'),
  ] },
  { id: 'E024', says: 'There is no cure; fewer symptoms and a better life are the aim', ships: [template('Fibromyalgia with upper back pain', 'There is no cure to promise')] },
  { id: 'E025', says: 'Announces what a plan may include', nothing: 'the list is missing in the article' },
  { id: 'E026', says: 'Eat healthily, limit caffeine', store: [
    part('dietitian', 'life.healthy-diet', { doseText: 'A warm meal at noon' }),
    part('dietitian', 'life.limit-caffeine-alcohol', { doseText: 'No coffee after two' }),
  ] },
  { id: 'E027', says: 'Muscles do not relax after use: shortened, less flexible', rest: LATER.measures, store: [
    goal('physicalTherapist', 'Look over my shoulder when I park', { domain: 'WORK_AND_ROLE', scope: 'UPPER_BACK', target: { measure: 'crom', baseline: 48, value: 65, unit: '°' } }, 'Neck movement 48 → 65 °'),
    part('physicalTherapist', 'pt.stretching', { details: { minutes: 5, timesPerWeek: 7 }, reason: 'Shortened chest and neck muscles' }, '5 min · 7 times a week'),
  ] },
  { id: 'E028', says: 'Poor sleep lowers recovery between flares', later: LATER.exercises, why: 'a flare shows the week of sleep before it' },
  { id: 'E029', says: 'Minor strain gives disproportionate pain', rest: LATER.exercises, ships: [
    item('pt.program', 'start below capacity, progress slowly'),
    item('pt.activity-pacing', 'minor strain gives disproportionate pain'),
  ] },
  { id: 'E030', says: 'Depression and anxiety worsen the pain that is felt', rest: LATER.measures, ships: [item('psy.mood-treatment', 'mood worsens pain perception')] },
  { id: 'E031', says: 'Several disciplines together', store: [joinsTeam('psychotherapist', 'MEMBER', 'Coping, with medicines and exercise', 'Psychotherapist / psychologist')] },
  { id: 'E032', says: 'Announces who is on the team', nothing: 'the list is missing in the article; E031 has a team' },
  { id: 'E033', says: 'NSAIDs, over the counter or prescribed, for acute pain', store: [
    part('nurse', 'med.otc-analgesic', { details: { drug: 'otc-nsaid', doseAmount: 200, doseUnit: 'mg', timesPerDay: 3, asNeeded: true }, reason: 'Acute upper back pain' }, 'otc-nsaid 200 mg as needed, at most 3 times a day'),
    part('physiatrist', 'med.nsaid-rx', { details: { drug: 'naproxen', doseAmount: 500, doseUnit: 'mg', timesPerDay: 2 }, reason: 'If the acute pain stays' }, 'naproxen 500 mg twice a day'),
  ] },
  { id: 'E034', says: 'Tizanidine or cyclobenzaprine for spasm and tension', store: [
    part('physiatrist', 'med.tizanidine', { details: { doseAmount: 2, doseUnit: 'mg', timesPerDay: 1 }, reason: 'Spasm at night' }, '2 mg once a day'),
    tried('physiatrist', 'med.cyclobenzaprine', 'PARTIAL', 'Tension less for a week, then drowsy'),
  ] },
  { id: 'E035', says: 'SSRIs and SNRIs for pain and mood', store: [
    tried('physiatrist', 'med.ssri', 'PARTIAL', 'Mood better, pain the same'),
    tried('rheumatologist', 'med.duloxetine', 'EFFECTIVE', 'Years ago; stopped when she was well'),
    tried('rheumatologist', 'med.milnacipran', 'NOT_TOLERATED', 'Racing heart'),
  ] },
  { id: 'E036', says: 'Pregabalin and gabapentin lower pain signals', store: [
    part('rheumatologist', 'med.pregabalin', { details: { doseAmount: 75, doseUnit: 'mg', route: 'oral', timesPerDay: 2 }, reason: 'Burning pain' }, '75 mg by mouth twice a day'),
    tried('physiatrist', 'med.gabapentin', 'NONE', 'Three months at full dose'),
  ] },
  { id: 'E037', says: 'Physical therapy strengthens core and paraspinals, improves range and posture', store: [
    part('physicalTherapist', 'pt.strengthening', { details: { timesPerWeek: 2 }, reason: 'Core and the muscles along the spine' }, 'twice a week'),
    part('physicalTherapist', 'pt.rom-mobility', { details: { minutes: 8 }, reason: 'Neck and shoulder range' }, '8 min'),
  ] },
  { id: 'E038', says: 'Coping skills: relaxation, mindfulness, biofeedback, CBT', store: [
    part('psychotherapist', 'psy.relaxation', { details: { minutes: 12 }, doseText: 'Before bed' }, '12 min'),
    part('psychotherapist', 'psy.mbsr', { details: { format: 'group', sessionsPlanned: 8 }, doseText: 'Mondays' }, '8 sessions planned · group'),
    part('psychotherapist', 'psy.biofeedback', { details: { sessionsPlanned: 6 }, doseText: 'Neck muscles' }, '6 sessions planned'),
    part('psychotherapist', 'psy.cbt', { details: { format: 'individual', sessionsPlanned: 12 }, doseText: 'For stress at work' }, '12 sessions planned · individual'),
  ] },
  { id: 'E039', says: 'A garbled sentence puts spinal nerve blocks among lifestyle', store: [
    part('painSpecialist', 'proc.spinal-nerve-block', { details: { site: 'thoracic-spine', side: 'left', imageGuidance: 'fluoroscopy' }, reason: 'One thoracic root' }, 'Thoracic spine, left · fluoroscopy'),
  ] },
  { id: 'E040', says: 'Do what is enjoyed', store: [part('psychotherapist', 'psy.behavioural-activation', { doseText: 'Choir on Thursdays' })] },
  { id: 'E041', says: 'Early intervention', later: LATER.followUps, why: 'the days from a referral to its first visit' },
  { id: 'E042', says: 'Following the plan gives the best outcomes', later: LATER.exercises, why: 'what was logged of what was planned' },
  { id: 'E043', says: 'Work with a team of specialists', store: [opensContact('nurse', 'CALL', 'Call')] },
];
