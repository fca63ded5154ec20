import { riskFactor } from './background.ts';
import { joinsTeam } from './deed.ts';
import { item } from './looks.ts';
import { fromTemplate, goal, kept, part, stopped } from './plan.ts';
import { LATER, type Statement } from './statement.ts';

const PACING = { templateId: 'fibromyalgia-upper-back', goals: [{ key: 'pacing', words: 'Keep something back for tomorrow' }], parts: ['pt.activity-pacing'] };

/** The clinic article on fibromyalgia and upper back pain, its second half. */
export const selfCareAndSupport: readonly Statement[] = [
  { id: 'E044', says: 'Moderate aerobic exercise, 30 minutes or more, three times a week', rest: LATER.exercises, store: [
    part('physicalTherapist', 'pt.aerobic-low-impact', { details: { minutes: 30, timesPerWeek: 3 }, doseText: 'She can still talk while she does it' }, '30 min · 3 times a week'),
  ] },
  { id: 'E045', says: 'Low impact: walking, swimming, stationary cycling', rest: LATER.exercises, ships: [item('pt.aerobic-low-impact', 'walking, swimming, stationary cycling')] },
  { id: 'E046', says: 'Strength training and yoga can help the upper back', store: [
    part('physicalTherapist', 'pt.strengthening', { details: { timesPerWeek: 1 }, doseText: 'Bands, seated rows' }, 'once a week'),
    part('physicalTherapist', 'pt.yoga', { details: { minutes: 40, format: 'online' }, doseText: 'Gentle, no headstand' }, '40 min', 'online'),
  ] },
  { id: 'E047', says: 'Good posture sitting and standing', store: [
    part('physicalTherapist', 'pt.posture-correction', { doseText: 'Change position every half hour' }),
    part('occupationalTherapist', 'life.posture-habits', { details: { timesPerDay: 4 }, doseText: 'Stand up for telephone calls' }, '4 times a day'),
  ] },
  { id: 'E048', says: 'If overweight, lose 5 to 10 % by diet and activity', store: [
    part('dietitian', 'life.weight-loss', { details: { weightPercent: 7, startWeight: 88 }, reason: 'Overweight' }, '7 % of 88 kg'),
    riskFactor('dietitian', 'overweight', 'Since the second pregnancy'),
  ] },
  { id: 'E049', says: 'Meditation, deep breathing, mindfulness', store: [part('psychotherapist', 'life.stress-management', { details: { minutes: 6, timesPerDay: 2 }, doseText: 'Breathe out longer than in' }, '6 min')] },
  { id: 'E050', says: '7 to 8 hours of good, uninterrupted sleep', rest: LATER.measures, store: [part('psychotherapist', 'life.sleep-hygiene', { details: { hoursPerNight: 7.5 }, doseText: 'Up at seven, also on Sundays' }, '7.5 h a night')] },
  { id: 'E051', says: 'Vegetables, fruit, lean protein, whole grains', store: [part('dietitian', 'life.healthy-diet', { doseText: 'Half the plate vegetables, beans twice a week' })] },
  { id: 'E052', says: 'Limit alcohol and caffeine', rest: LATER.rules, store: [part('dietitian', 'life.limit-caffeine-alcohol', { doseText: 'No wine on evenings with a tablet' })] },
  { id: 'E053', says: 'Strong ties with family, friends and groups', store: [part('coordinator', 'sup.family-social', { details: { withWhom: 'her sister Ilse', timesPerWeek: 2 } }, 'twice a week')] },
  { id: 'E054', says: 'Evaluate progress and coping regularly', rest: LATER.rules, store: [
    part('coordinator', 'act.plan-review', ({ day }) => ({ startsOn: day(84), nextStep: 'Coping skills and progress, everybody at one table' })),
  ] },
  { id: 'E055', says: 'Support and ways to cope improve life', store: [goal('coordinator', 'Know whom I can ring on a bad day', { domain: 'SOCIAL' }, 'Social')] },
  { id: 'E056', says: 'Peers who understand lessen isolation', store: [
    part('coordinator', 'sup.peer-mentor', ({ day }) => ({ details: { withWhom: 'Nadia', consentOn: day(-1) }, doseText: 'A walk and a talk' }), 'consented'),
    part('coordinator', 'sup.support-group', { details: { format: 'group' }, doseText: 'First Tuesday, town library' }, 'group'),
  ] },
  { id: 'E057', says: 'A support group, online or in person', store: [part('coordinator', 'sup.support-group', { details: { format: 'online', timesPerWeek: 1 }, doseText: 'Video evening' }, 'online')] },
  { id: 'E058', says: 'Exercise in a fibromyalgia group builds confidence', store: [part('physicalTherapist', 'pt.group-class', { details: { format: 'group', sessionsPlanned: 9 }, doseText: 'With the Wednesday group' }, '9 sessions planned · group')] },
  { id: 'E059', says: 'Speak with a therapist about pain, fatigue, stress, emotions', store: [part('psychotherapist', 'psy.supportive-therapy', { details: { sessionsPlanned: 5 }, doseText: 'What she carries alone' }, '5 sessions planned')] },
  { id: 'E060', says: 'CBT and mindfulness may add benefit', store: [
    part('psychotherapist', 'psy.cbt', { details: { sessionsPlanned: 4 }, reason: 'In addition to the talks' }, '4 sessions planned'),
    part('psychotherapist', 'psy.mbsr', { details: { format: 'self-guided' }, reason: 'In addition to CBT' }, 'on one’s own'),
  ] },
  { id: 'E061', says: 'Acupuncture, massage, chiropractic, supplements help some; research is limited', store: [
    part('acupuncturist', 'cam.acupuncture', { details: { site: 'neck', sessionsPlanned: 6 }, reason: 'Wants to try it' }, 'Neck'),
    part('massageTherapist', 'cam.massage', { details: { site: 'upper-back', minutes: 25 }, doseText: 'Light pressure' }, '25 min', 'Upper back'),
    part('chiropractor', 'cam.manual-manipulation', { details: { site: 'thoracic-spine', sessionsPlanned: 3 }, doseText: 'No thrust to the neck' }, 'Thoracic spine'),
    part('dietitian', 'cam.supplements', { details: { doseAmount: 400, doseUnit: 'mg', timesPerDay: 1 }, doseText: 'Magnesium she bought herself' }, '400 mg once a day'),
  ] },
  { id: 'E062', says: 'A peer mentor encourages, advises, holds to account', rest: LATER.notes, store: [joinsTeam('peerMentor', 'OBSERVER', 'Manages fibromyalgia herself', 'Peer mentor', 'Observer')] },
  { id: 'E063', says: 'Not all strategies work for everyone', store: [stopped('dietitian', 'cam.supplements', { doseText: 'Vitamin D' }, 'Two months, no change', 'NONE')] },
  { id: 'E064', says: 'Mental strategies for resilience, capability, value', store: [part('psychotherapist', 'psy.self-compassion', { doseText: 'Each Friday: what I managed' })] },
  { id: 'E065', says: 'Compassion toward oneself lowers distress', store: [part('psychotherapist', 'psy.self-compassion', { doseText: 'Says to herself what she would say to a friend' })] },
  { id: 'E066', says: 'Websites, forums, social media', store: [part('nurse', 'sup.online-resources', { details: { topic: 'A moderated forum' } })] },
  { id: 'E067', says: 'Resources of medical centres and universities', store: [part('nurse', 'sup.online-resources', { details: { topic: 'University hospital’s pages on pacing', format: 'self-guided' } }, 'on one’s own')] },
  { id: 'E068', says: 'See challenges in a positive light', store: [part('psychotherapist', 'psy.self-compassion', { details: { sessionsPlanned: 3 }, doseText: 'Reframe one setback a week' }, '3 sessions planned')] },
  { id: 'E069', says: 'No single solution: experiment and tailor', store: [
    kept('physicalTherapist', 'pt.aquatic', { details: { measure: 'psfs', minutes: 20 }, reason: 'A trial of four weeks' }, 'Shoulders looser for two days', '20 min'),
  ] },
  { id: 'E070', says: 'First the history, needs and goals', store: [part('coordinator', 'act.intake', ({ day }) => ({ details: { doneOn: day(-2), finding: 'Wants to sing in the choir again' } }), 'done')] },
  { id: 'E071', says: 'A plan of one’s own: medicines, therapy, lifestyle, ergonomics, alternatives, psychology', store: [fromTemplate('physiatrist', PACING), fromTemplate('physiatrist', PACING, 'pt.activity-pacing')] },
  { id: 'E072', says: 'Ergonomic assessment and adaptive devices', store: [
    part('occupationalTherapist', 'dev.ergonomic-assessment', { details: { finding: 'Screen a hand too low' } }),
    part('occupationalTherapist', 'dev.adaptive-devices', { details: { item: 'Monitor arm and a kneeling chair' } }),
  ] },
  { id: 'E073', says: 'Strength, mobility, independence, loved activities', store: [
    goal('physicalTherapist', 'Carry both shopping bags upstairs', { domain: 'MOVEMENT', restatement: 'Strength: two floors with six kilos' }, 'Movement'),
    goal('occupationalTherapist', 'Wash my hair without help', { domain: 'WORK_AND_ROLE', restatement: 'Independence: arms overhead for four minutes' }, 'Work and role'),
    goal('coordinator', 'Sing a whole rehearsal', { domain: 'SOCIAL', restatement: 'Participation: two hours on a chair' }, 'Social'),
  ] },
  { id: 'E074', says: 'Thrive physically, mentally, emotionally', store: [
    goal('psychotherapist', 'Look forward to something each week', { domain: 'MOOD_AND_FEAR' }, 'Mood and fear'),
    goal('psychotherapist', 'Understand what a flare is', { domain: 'UNDERSTANDING' }, 'Understanding'),
  ] },
  { id: 'E075', says: 'Schedule a consultation with a specialist', rest: LATER.followUps, store: [
    part('coordinator', 'act.specialist-referral', { details: { referredTo: 'Pain medicine', urgency: 'soon' } }, 'to Pain medicine · soon'),
  ] },
];
