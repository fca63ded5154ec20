import type { Block, Sheet } from './sheet.ts';

/** US Letter in points; what is as narrow as A4 and as short as Letter fits on either. */
export const PAGE = { width: 612, height: 792, side: 56, top: 62, bottom: 58 } as const;

export interface Look {
  readonly size: number;
  readonly isBold: boolean;
  /** Room above it. */
  readonly above: number;
  /** Room to its left. */
  readonly indent: number;
}

const plain = { isBold: false, indent: 0 } as const;
const bold = { isBold: true, indent: 0 } as const;

/** In points. A patient's sheet has nothing below 16 but what stands at its edges and says who made it. */
const LOOKS = {
  large: { 1: { ...bold, size: 24, above: 0 }, 2: { ...bold, size: 17, above: 11 }, 3: { ...bold, size: 16, above: 8 }, paragraph: { ...plain, size: 16, above: 2 }, quiet: { ...plain, size: 16, above: 6 }, loud: { ...bold, size: 20, above: 3 }, item: { ...plain, size: 16, above: 2, indent: 20 } },
  small: { 1: { ...bold, size: 18, above: 0 }, 2: { ...bold, size: 13, above: 14 }, 3: { ...bold, size: 11, above: 10 }, paragraph: { ...plain, size: 10, above: 2 }, quiet: { ...plain, size: 9, above: 2 }, loud: { ...bold, size: 12, above: 3 }, item: { ...plain, size: 10, above: 4, indent: 14 } },
} as const satisfies Record<Sheet['type'], Record<1 | 2 | 3 | 'paragraph' | 'quiet' | 'loud' | 'item', Look>>;

export const LEADING = 1.25;

export function lookOf(type: Sheet['type'], block: Block): Look {
  if (block.kind === 'heading') return LOOKS[type][block.level];
  return LOOKS[type][block.kind === 'list' ? 'item' : (block.look ?? 'paragraph')];
}

/** Inter's letters are narrower than this in nearly every sentence: what is said to fit, fits. */
const LETTER = { plain: 0.54, bold: 0.58 } as const;
const A4_WIDTH = 595;

/** How many lines a text takes when words are put on a line until it is full. */
function lineCount(words: string, letters: number): number {
  let count = 0;
  for (const paragraph of words.split('\n')) {
    count += 1;
    let used = 0;
    for (const word of paragraph.split(/\s+/)) {
      const needed = used === 0 ? word.length : used + 1 + word.length;
      if (needed > letters && used > 0) count += 1;
      used = needed > letters && used > 0 ? word.length : needed;
      // A word longer than the line is broken.
      count += Math.ceil(used / letters) - (used > 0 ? 1 : 0);
      used = used > letters ? used % letters : used;
    }
  }
  return count;
}

/** Whether a sheet stays on one page of either size, by a cautious count of its letters. */
export function fitsOnePage({ type, groups }: Sheet): boolean {
  let height = 0;
  for (const block of groups.flat()) {
    const { size, isBold, above, indent } = lookOf(type, block);
    const letters = Math.floor((A4_WIDTH - 2 * PAGE.side - indent) / (size * (isBold ? LETTER.bold : LETTER.plain)));
    const entries = block.kind === 'list' ? block.items.map(({ lead, lines }) => [...(lead ? [lead] : []), ...lines]) : [[block.words]];
    for (const entry of entries) height += above + entry.reduce((sum, words) => sum + lineCount(words, letters), 0) * size * LEADING;
  }
  return height <= PAGE.height - PAGE.top - PAGE.bottom;
}
