import type { PlanTemplate } from './plan-template.ts';

export type { PlanTemplate, TemplateGoal, TemplatePart } from './plan-template.ts';

/** Prescription medicines, injections and surgery are in none of them: those begin with an order, not with a template. */
const templateRows = [
  {
    id: 'fibromyalgia-upper-back',
    name: 'Fibromyalgia with upper back pain',
    about: 'The whole person and the upper back together: movement from a low start, sleep, mood, pacing, understanding, people. There is no cure to promise; not everything suits everyone.',
    goals: [
      { key: 'move', domain: 'movement', scope: 'whole-person', measure: 'evs', example: 'Walk to the market and back without paying for it the next day', sources: ['SEED000', 'SEED004'] },
      { key: 'upper-back', domain: 'movement', scope: 'upper-back', measure: 'psfs', example: 'Hang the washing without my neck and shoulders locking', sources: ['SEED000', 'SEED001'] },
      { key: 'sleep', domain: 'sleep', scope: 'whole-person', measure: 'sleep-log', example: 'Wake up rested on most mornings', sources: ['SEED000', 'SEED004'] },
      { key: 'mood', domain: 'mood-and-fear', scope: 'whole-person', measure: 'phq9', example: 'Look forward to something every week', sources: ['SEED000', 'SEED004'] },
      { key: 'pacing', domain: 'pacing', scope: 'whole-person', measure: 'fiqr', example: 'Have no more days in bed after a good day', sources: ['SEED000'] },
      { key: 'understand', domain: 'understanding', scope: 'whole-person', measure: null, example: 'Know what a flare is and what I do about it', sources: ['SEED000', 'SEED004'] },
      { key: 'people', domain: 'social', scope: 'whole-person', measure: null, example: 'Talk with somebody who has it too', sources: ['SEED000'] },
    ],
    parts: [
      { catalogueId: 'pt.aerobic-low-impact', discipline: 'physical-therapist', goals: ['move'] },
      { catalogueId: 'pt.program', discipline: 'physical-therapist', goals: ['move', 'upper-back'] },
      { catalogueId: 'pt.stretching', discipline: 'physical-therapist', goals: ['upper-back'] },
      { catalogueId: 'pt.posture-correction', discipline: 'physical-therapist', goals: ['upper-back'] },
      { catalogueId: 'life.sleep-hygiene', discipline: 'psychotherapist', goals: ['sleep'] },
      { catalogueId: 'psy.cbt', discipline: 'psychotherapist', goals: ['mood', 'sleep'] },
      { catalogueId: 'psy.behavioural-activation', discipline: 'psychotherapist', goals: ['mood'] },
      { catalogueId: 'life.stress-management', discipline: 'nurse', goals: ['mood'] },
      { catalogueId: 'pt.activity-pacing', discipline: 'occupational-therapist', goals: ['pacing', 'move'] },
      { catalogueId: 'edu.pain-education', discipline: 'physiatrist', goals: ['understand'] },
      { catalogueId: 'sup.support-group', discipline: 'care-coordinator', goals: ['people'] },
      { catalogueId: 'sup.peer-mentor', discipline: 'care-coordinator', goals: ['people', 'pacing'] },
    ],
  },
  {
    id: 'postural-upper-back',
    name: 'Postural upper back pain',
    about: 'Ache from long sitting, screen work or lifting, after causes outside the spine were excluded. Most of it heals; a programme goes on when it lingers despite self-care.',
    goals: [
      { key: 'upper-back', domain: 'movement', scope: 'upper-back', measure: 'psfs', example: 'Turn my head and reach up without the pull between my shoulder blades', sources: ['SEED001', 'SEED002'] },
      { key: 'work', domain: 'work-and-role', scope: 'upper-back', measure: 'psfs', example: 'Work through the afternoon without lying down', sources: ['SEED000', 'SEED002'] },
      { key: 'safe', domain: 'understanding', scope: 'upper-back', measure: null, example: 'Know that nothing dangerous is behind it, and when to call', sources: ['SEED002'] },
      { key: 'alone', domain: 'pacing', scope: 'upper-back', measure: 'peg', example: 'Keep it at bay by myself', sources: ['SEED001', 'SEED003'] },
    ],
    parts: [
      { catalogueId: 'act.red-flag-screen', discipline: 'physiatrist', goals: ['safe'] },
      { catalogueId: 'pt.strengthening', discipline: 'physical-therapist', goals: ['upper-back'] },
      { catalogueId: 'pt.rom-mobility', discipline: 'physical-therapist', goals: ['upper-back'] },
      { catalogueId: 'pt.posture-correction', discipline: 'physical-therapist', goals: ['upper-back', 'work'] },
      { catalogueId: 'dev.ergonomic-assessment', discipline: 'occupational-therapist', goals: ['work'] },
      { catalogueId: 'life.posture-habits', discipline: 'occupational-therapist', goals: ['work', 'alone'] },
      { catalogueId: 'life.heat', discipline: 'patient', goals: ['alone'] },
      { catalogueId: 'pt.home-maintenance', discipline: 'physical-therapist', goals: ['alone'] },
    ],
  },
  {
    id: 'vertebral-fracture',
    name: 'Vertebral fracture',
    about: 'A thoracic fracture that is known and imaged. No manipulation of the spine and no loaded bending while it heals; new weakness, numbness or trouble with bladder or bowel is an emergency.',
    goals: [
      { key: 'up', domain: 'movement', scope: 'whole-person', measure: 'cst30', example: 'Get up from my chair and go to the kitchen by myself', sources: ['SEED001', 'SEED003'] },
      { key: 'nights', domain: 'sleep', scope: 'upper-back', measure: 'sleep-log', example: 'Turn over at night without being woken by pain', sources: ['SEED000', 'SEED003'] },
      { key: 'bone', domain: 'understanding', scope: 'upper-back', measure: null, example: 'Know what heals, what I must not lift and whom to call', sources: ['SEED001', 'SEED002', 'REDFLAG'] },
      { key: 'home', domain: 'work-and-role', scope: 'whole-person', measure: 'psfs', example: 'Wash and dress without asking my daughter', sources: ['SEED000', 'SEED003'] },
    ],
    parts: [
      { catalogueId: 'act.imaging-review', discipline: 'physiatrist', goals: ['bone'] },
      { catalogueId: 'act.specialist-referral', discipline: 'physiatrist', goals: ['bone'] },
      { catalogueId: 'act.red-flag-screen', discipline: 'nurse', goals: ['bone'] },
      { catalogueId: 'life.relative-rest', discipline: 'physical-therapist', goals: ['up'] },
      { catalogueId: 'pt.program', discipline: 'physical-therapist', goals: ['up'] },
      { catalogueId: 'life.heat', discipline: 'nurse', goals: ['nights'] },
      { catalogueId: 'dev.adaptive-devices', discipline: 'occupational-therapist', goals: ['home', 'up'] },
    ],
  },
] as const satisfies readonly PlanTemplate[];

export const planTemplates: readonly PlanTemplate[] = templateRows;

/** Undefined for an id that is not in the catalogue. */
export const planTemplateById = (id: string): PlanTemplate | undefined => planTemplates.find((template) => template.id === id);
