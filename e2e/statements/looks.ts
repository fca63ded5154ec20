/** Where the product says something by itself, and the words to be found there. */
export interface Look {
  /** The form of a part, once the item is chosen; the form that begins a plan, once the template is chosen; the places of the body map. */
  readonly in: 'item' | 'template' | 'places';
  /** What is chosen: an id of the catalogue, a template's name. */
  readonly of: string;
  readonly words: readonly string[];
}

export const item = (catalogueId: string, ...words: string[]): Look => ({ in: 'item', of: catalogueId, words });
export const template = (name: string, ...words: string[]): Look => ({ in: 'template', of: name, words });
export const places = (...words: string[]): Look => ({ in: 'places', of: 'the body', words });
