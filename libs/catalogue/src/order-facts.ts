import type { ActivityForm, OrderFacts } from '@plexus/domain';
import { type CatalogueItem, catalogueItemById } from './catalogue-items.ts';

/** Which details an item's order has: by its kind, and by its shelf where that asks for more. */
export function formOfItem(item: CatalogueItem): ActivityForm {
  const category = 'category' in item ? item.category : null;
  if (item.id === 'med.opioid-short-term') return 'opioid';
  if (category === 'neuromodulation' || category === 'surgery') return category;
  switch (item.kind) {
    case 'therapy':
      return category === 'complementary' ? 'complementary' : 'psychological';
    case 'self-care':
      return 'lifestyle';
    default:
      return item.kind;
  }
}

/** What the rules of an order ask of the catalogue; undefined for an id that it does not have. */
export function orderFactsOf(id: string): OrderFacts | undefined {
  const item = catalogueItemById(id);
  if (!item) return undefined;
  const { sites, sided, doseUnits, shortTerm } = item;
  return { form: formOfItem(item), sites, sided, doseUnits, shortTerm, drugs: 'drugs' in item ? item.drugs : [] };
}
