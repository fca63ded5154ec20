/** One entry of a list: what it is, and what is said of it. */
export interface Item {
  readonly lead?: string;
  readonly lines: readonly string[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly words: string }
  | { readonly kind: 'paragraph'; readonly words: string; readonly look?: 'quiet' | 'loud' }
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly isNumbered?: boolean };

/** What stays on one page, as far as a page holds it: a goal with its parts. */
export type Group = readonly Block[];

/**
 * A copy of the plan, whatever it is shown on: the page and the PDF both draw this and nothing else, so that they never differ.
 */
export interface Sheet {
  readonly title: string;
  /** `large`: for a patient, 16 points and more. */
  readonly type: 'large' | 'small';
  /** Whose it is: at the top of every page. */
  readonly head: string;
  /** Who made it, and when: at the foot of every page. */
  readonly foot: string;
  readonly groups: readonly Group[];
}

/** Everything that is written on it. */
export const wordsOf = ({ title, head, foot, groups }: Sheet): string[] => [
  title, head, foot,
  ...groups.flat().flatMap((block) => (block.kind === 'list' ? block.items.flatMap(({ lead, lines }) => [...(lead ? [lead] : []), ...lines]) : [block.words])),
];
