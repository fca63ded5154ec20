import { columnOfCategory, columnOfDiscipline, columns, disciplineById, planActivities, type PlanActivity } from '@plexus/catalogue/labels';
import { orderFactsOf } from '@plexus/catalogue/order-facts';
import { treatments } from '@plexus/catalogue/treatments';
import type { OrderFacts } from '@plexus/domain';

export interface CatalogueChoice {
  readonly id: string;
  readonly name: string;
  /** Who may carry it out; the first is the usual one. */
  readonly disciplines: readonly string[];
  readonly column: string;
  readonly reviewWeeks: number | null;
  /** What its order asks for. */
  readonly facts: OrderFacts;
  /** Keys of the sources that name it. */
  readonly articles: readonly string[];
}

function columnOf(item: PlanActivity | (typeof treatments)[number], discipline: string | undefined): string {
  const isClinician = discipline !== undefined && disciplineById(discipline)?.clinician === true;
  const column = !isClinician && 'category' in item ? columnOfCategory(item.category) : columnOfDiscipline(discipline ?? '');
  return column?.id ?? 'self-care';
}

/** Everything that can be put on a plan, by name. */
export const catalogueChoices: readonly CatalogueChoice[] = [...treatments, ...planActivities]
  .map((item) => ({ id: item.id as string, name: item.name as string, disciplines: item.disciplines, column: columnOf(item, item.disciplines[0]), reviewWeeks: item.defaultReviewWeeks, facts: orderFactsOf(item.id)!, articles: item.articles }))
  .sort((a, b) => a.name.localeCompare(b.name));

const byId = new Map(catalogueChoices.map((choice) => [choice.id, choice]));
export const catalogueChoice = (id: string): CatalogueChoice | undefined => byId.get(id);

/** In which column an item stands when this discipline carries it out. */
export const standsIn = ({ disciplines }: CatalogueChoice, column: string): boolean => disciplines.some((discipline) => columnOfDiscipline(discipline)?.id === column);

/** By column, the one in which the plan was pressed first; what several disciplines do stands under each of theirs only there. */
export function choicesByColumn(first: string | undefined): { group: string; items: { value: string; label: string }[] }[] {
  const option = ({ id, name }: CatalogueChoice) => ({ value: id, label: name });
  const here = first ? catalogueChoices.filter((choice) => choice.column === first || standsIn(choice, first)) : [];
  const taken = new Set(here);
  const groups = columns.map(({ id, name }) => ({ id: id as string, group: name as string, items: id === first ? here : catalogueChoices.filter((choice) => choice.column === id && !taken.has(choice)) }));
  return groups
    .toSorted((a, b) => Number(b.id === first) - Number(a.id === first))
    .filter(({ items }) => items.length > 0)
    .map(({ group, items }) => ({ group, items: items.map(option) }));
}
