import type { SourceKey } from '../sources.ts';

/** What can be set in a dose of exercise, with the unit it is written in. */
export const DOSE_DIMENSIONS = {
  sets: 'sets (whole number)',
  reps: 'repetitions a set (whole number)',
  holdSeconds: 'seconds held',
  load: 'kilograms, band colour, body weight or a few words',
  minutes: 'minutes a session',
  sessionsPerWeek: 'sessions a week',
  rpe: 'effort from 0 (none) to 10 (as hard as possible)',
  side: 'left, right or both',
  restSeconds: 'seconds of rest between sets',
} as const;
export type DoseDimension = keyof typeof DOSE_DIMENSIONS;

export const EXERCISE_SIDES = ['both', 'left', 'right'] as const;
export type ExerciseSide = (typeof EXERCISE_SIDES)[number];

/** A starting dose: a clinic default, every number of which the therapist edits. */
export interface ExerciseDose {
  readonly sets?: number;
  readonly reps?: number;
  readonly holdSeconds?: number;
  readonly load?: string;
  readonly minutes?: number;
  readonly sessionsPerWeek: number;
  /** 0 to 10. */
  readonly rpe: number;
  readonly restSeconds?: number;
}

/** The dose to grow towards. */
export interface ExerciseTarget {
  readonly minutes: number;
  readonly sessionsPerWeek: number;
  /** Lowest and highest effort, 0 to 10. */
  readonly rpeRange: readonly [number, number];
}

export const EXERCISE_GROUPS = {
  relaxation: 'Relaxation',
  strength: 'Strength',
  mobility: 'Mobility',
  stretch: 'Stretching',
  aerobic: 'Aerobic',
  aquatic: 'In water',
  'mind-body': 'Mind and body',
} as const;
export type ExerciseGroup = keyof typeof EXERCISE_GROUPS;

export const EXERCISE_REGIONS = {
  neck: 'Neck',
  shoulder: 'Shoulder',
  'upper-back': 'Upper back',
  thoracic: 'Thoracic spine',
  chest: 'Chest',
  spine: 'Whole spine',
  trunk: 'Trunk',
  core: 'Core',
  legs: 'Legs',
  'whole-body': 'Whole body',
} as const;
export type ExerciseRegion = keyof typeof EXERCISE_REGIONS;

/** One exercise of the library. Its text for the patient is in `exercise-instructions.ts`. */
export interface Exercise {
  readonly id: string;
  readonly name: string;
  readonly group: ExerciseGroup;
  readonly region: ExerciseRegion;
  readonly dose: ExerciseDose;
  readonly target?: ExerciseTarget;
  /** Which numbers a dose of this exercise has. */
  readonly doseDimensions: readonly DoseDimension[];
  /** True when left and right are dosed apart. */
  readonly sided: boolean;
  /** The next harder exercise; null at the end of a line. */
  readonly progressTo: string | null;
  /** The easier exercise to step back to; null at the start of a line. */
  readonly regressTo: string | null;
  readonly cautions: readonly string[];
  /** Clinic articles that name the kind of exercise. */
  readonly articles: readonly SourceKey[];
}

/** A principle that holds for every dose. */
export interface ExercisePrinciple {
  readonly id: string;
  readonly text: string;
  readonly sources: readonly SourceKey[];
}
