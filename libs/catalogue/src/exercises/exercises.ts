import { aerobicAndAquatic } from './aerobic-and-aquatic.ts';
import type { Exercise } from './exercise.ts';
import { mobilityAndStretching } from './mobility-and-stretching.ts';
import { relaxationAndMindBody } from './relaxation-and-mind-body.ts';
import { strength } from './strength.ts';

export { DOSE_DIMENSIONS, EXERCISE_GROUPS, EXERCISE_REGIONS, EXERCISE_SIDES } from './exercise.ts';

const exerciseRows = [...relaxationAndMindBody, ...strength, ...mobilityAndStretching, ...aerobicAndAquatic] as const;

export type ExerciseId = (typeof exerciseRows)[number]['id'];

/** The library, by group. */
export const exercises: readonly (Exercise & { readonly id: ExerciseId })[] = exerciseRows;

const exercisesById = new Map<string, Exercise>(exercises.map((exercise) => [exercise.id, exercise]));

/** Undefined for an id that is not in the catalogue. */
export const exerciseById = (id: string): Exercise | undefined => exercisesById.get(id);
