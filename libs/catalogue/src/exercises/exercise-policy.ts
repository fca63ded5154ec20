import type { ExercisePrinciple } from './exercise.ts';

/** Principles that hold for every dose of exercise, whoever sets it. */
export const exercisePolicy: readonly ExercisePrinciple[] = [
  {
    id: 'EXP-1',
    text: "Start below the patient's known capacity and change one dimension at a time (usually time, then frequency, then load).",
    sources: ['EXRX', 'JUDGE'],
  },
  {
    id: 'EXP-2',
    text:
      '24-hour rule: if pain rises by 2 or more points (0-10) and has not settled within 24 h, the therapist is prompted to step ' +
      'back to the regression or to halve the dose.',
    sources: ['JUDGE'],
  },
  {
    id: 'EXP-3',
    text: 'Progress prompt: three consecutive logged sessions at planned dose, RPE 4 or lower, and no 24-hour rule hit.',
    sources: ['JUDGE'],
  },
  {
    id: 'EXP-4',
    text:
      'Stop and report: new arm or leg weakness, loss of balance, bladder or bowel change, chest pain, breathlessness at rest, ' +
      'fainting.',
    sources: ['REDFLAG', 'JUDGE'],
  },
  {
    id: 'EXP-5',
    text: 'With coexisting chronic fatigue syndrome, hold automatic progression; the therapist sets an energy ceiling with the patient.',
    sources: ['EXPERT-M', 'JUDGE'],
  },
  {
    id: 'EXP-6',
    text:
      'Target pattern from the clinic articles: moderate aerobic work 30 min or more, 3 times a week; strengthening and stretching ' +
      'of upper back, neck and core; then a home maintenance programme.',
    sources: ['SEED000', 'SEED001'],
  },
];
