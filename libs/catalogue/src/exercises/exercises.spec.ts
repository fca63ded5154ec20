import { expect, it } from '@jest/globals';
import { exerciseInstructions } from './exercise-instructions.ts';
import { exerciseById, exercises } from './exercises.ts';

it('has a text for every exercise, and none left over', () => {
  expect(Object.keys(exerciseInstructions)).toEqual(exercises.map(({ id }) => id));
});

it('starts below hard effort', () => {
  expect(exercises.filter(({ dose }) => dose.rpe > 6).map(({ id }) => id)).toEqual([]);
});

it('doses these exercises for left and right apart', () => {
  expect(exercises.filter(({ sided }) => sided).map(({ id }) => id)).toEqual([
    'ex.dumbbell-row',
    'ex.suitcase-carry',
    'ex.side-plank-knees',
    'ex.seated-rotation',
    'ex.open-book',
    'ex.upper-trap-stretch',
    'ex.levator-stretch',
    'ex.doorway-pec-stretch',
    'ex.thread-needle',
  ]);
});

it('answers undefined for what is not in the library', () => {
  expect(exerciseById('ex.handstand')).toBeUndefined();
});
