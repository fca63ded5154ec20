import { describe, expect, it } from '@jest/globals';
import { catalogueItemById, columnOfItem } from './catalogue-items.ts';
import { columnById, columnOfCategory, columnOfDiscipline, columns, disciplineById, disciplines } from './disciplines.ts';
import { TREATMENT_CATEGORIES } from './vocabulary.ts';

describe('the columns of the plan', () => {
  it('stand in this order', () => {
    expect(columns.map(({ id }) => id)).toEqual([
      'physiatry',
      'pain-medicine',
      'physical-therapy',
      'occupational-therapy',
      'psychology',
      'self-care',
      'complementary',
    ]);
  });

  it.each(disciplines.map(({ id }) => id))('have exactly one place for the discipline %s', (id) => {
    expect(columns.filter((column) => column.disciplines.some((one) => one === id))).toHaveLength(1);
    expect(columnOfDiscipline(id)?.disciplines).toContain(id);
  });

  it.each(Object.keys(TREATMENT_CATEGORIES))('have exactly one place for the category %s', (category) => {
    expect(columns.filter((column) => column.categories.some((one) => one === category))).toHaveLength(1);
    expect(columnOfCategory(category)?.categories).toContain(category);
  });
});

describe('an item on the plan', () => {
  const columnOf = (itemId: string, disciplineId?: string): string | undefined => {
    const item = catalogueItemById(itemId);
    return item && columnOfItem(item, disciplineId)?.id;
  };

  it('stands with the clinician who gives it', () => {
    expect(columnOf('pt.activity-pacing', 'occupational-therapist')).toBe('occupational-therapy');
    expect(columnOf('neuro.scs-trial', 'surgeon')).toBe('physiatry');
  });

  it('stands with its category when the patient does it alone', () => {
    expect(columnOf('pt.home-maintenance', 'patient')).toBe('physical-therapy');
    expect(columnOf('med.pregabalin')).toBe('physiatry');
  });

  it('stands with the coordinator when it is work without a treatment', () => {
    expect(columnOf('act.plan-review', 'care-coordinator')).toBe('self-care');
    expect(columnOf('act.plan-review')).toBeUndefined();
  });
});

it('answers undefined for what it does not know', () => {
  expect(disciplineById('wizard')).toBeUndefined();
  expect(columnById('wizardry')).toBeUndefined();
  expect(columnOfDiscipline('wizard')).toBeUndefined();
  expect(columnOfCategory('wizardry')).toBeUndefined();
  expect(catalogueItemById('med.potion')).toBeUndefined();
});
