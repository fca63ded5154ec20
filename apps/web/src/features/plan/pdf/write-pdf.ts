import { create, type Font } from 'fontkit';
import { PDFDocument, type StructureElement } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import { type Block, type Group, type Item, type Sheet, wordsOf } from '../model/copy/sheet.ts';
import { LEADING, type Look, PAGE, lookOf } from '../model/copy/sheet-look.ts';

export interface Fonts {
  readonly plain: Uint8Array;
  readonly bold: Uint8Array;
}

export interface PdfWords {
  /** BCP 47: in it a reader reads the sheet aloud. */
  readonly language: string;
  readonly page: (page: number, pages: number) => string;
}

export type Pdf = { readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number } | { readonly missing: string };

const EDGE = { size: 9, top: 30, bottom: 38 } as const;
const WIDTH = PAGE.width - 2 * PAGE.side;
/** Inter's own line, in sizes of its letters. */
const OWN_LEADING = 1.21;
/** With less room than this what is longer than a page begins on the next one. */
const ROOM_TO_BEGIN = 120;
const MOST_LETTERS_NAMED = 10;

/** A sheet as a PDF whose text can be selected and whose headings and lists a reader knows; or the letters for which the font has no picture. */
export async function writePdf(sheet: Sheet, files: Fonts, words: PdfWords): Promise<Pdf> {
  const fonts = { plain: create(files.plain), bold: create(files.bold) };
  const missing = missingLetters(sheet, fonts.plain);
  if (missing) return { missing };
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margins: { top: PAGE.top, right: PAGE.side, bottom: PAGE.bottom, left: PAGE.side },
    pdfVersion: '1.7', tagged: true, displayTitle: true, lang: words.language, bufferPages: true, font: null,
    info: { Title: sheet.title, Producer: 'Plexus', Creator: 'Plexus' },
  });
  const output = toBytes(doc);
  new Pen(doc, fonts, sheet.type).draw(sheet.groups);
  const pages = drawEdges(doc, fonts, sheet, words.page);
  doc.end();
  return { bytes: await output, pages };
}

/** Rather no file than one with boxes in place of a name. */
function missingLetters(sheet: Sheet, font: Font): string {
  const letters = new Set(wordsOf(sheet).join('').replace(/\s/g, ''));
  return [...letters].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0)!)).slice(0, MOST_LETTERS_NAMED).join(' ');
}

interface Line extends Look {
  readonly words: string;
}

class Pen {
  private readonly root: StructureElement;

  constructor(
    private readonly doc: PDFDocument,
    private readonly fonts: Record<'plain' | 'bold', Font>,
    private readonly type: Sheet['type'],
  ) {
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  draw(groups: readonly Group[]): void {
    for (const group of groups) {
      this.makeRoom(group);
      for (const block of group) this.root.add(this.tagged(block));
    }
    this.root.end();
  }

  private makeRoom(group: Group): void {
    const height = group.flatMap((block) => this.linesOf(block)).reduce((sum, line) => sum + line.above + this.heightOf(line), 0);
    const left = PAGE.height - PAGE.bottom - this.doc.y;
    const isLongerThanPage = height > PAGE.height - PAGE.top - PAGE.bottom;
    if (isLongerThanPage ? left < ROOM_TO_BEGIN : left < height) this.doc.addPage();
  }

  private tagged(block: Block): StructureElement {
    const look = lookOf(this.type, block);
    switch (block.kind) {
      case 'heading':
        return this.doc.struct(`H${block.level}`, [() => {
          this.write({ ...look, words: block.words });
          if (block.level < 3) this.doc.outline.addItem(block.words);
        }]);
      case 'paragraph':
        return this.doc.struct('P', [() => this.write({ ...look, words: block.words })]);
      case 'list':
        return this.doc.struct('L', block.items.map((item, place) => {
          const lines = this.itemLines(item, look);
          const mark = block.isNumbered ? `${place + 1}.` : '•';
          return this.doc.struct('LI', [
            this.doc.struct('Lbl', [() => this.mark(mark, lines[0]!)]),
            this.doc.struct('LBody', lines.map((line, at) => () => this.write(at === 0 ? { ...line, above: 0 } : line))),
          ]);
        }));
    }
  }

  private linesOf(block: Block): Line[] {
    const look = lookOf(this.type, block);
    return block.kind === 'list' ? block.items.flatMap((item) => this.itemLines(item, look)) : [{ ...look, words: block.words }];
  }

  private itemLines({ lead, lines }: Item, look: Look): Line[] {
    const all = [...(lead ? [{ words: lead, isBold: true }] : []), ...lines.map((words) => ({ words, isBold: look.isBold }))];
    return all.map((line, place) => ({ ...look, ...line, above: place === 0 ? look.above : 0 }));
  }

  /** The mark of an entry, on the page on which the entry begins. */
  private mark(mark: string, first: Line): void {
    this.comeTo(first);
    this.doc.text(mark, PAGE.side, this.doc.y, { lineBreak: false });
  }

  private write(line: Line): void {
    this.comeTo(line);
    this.doc.text(line.words, PAGE.side + line.indent, this.doc.y, this.optionsOf(line));
  }

  /** To where the line begins: below what is above it, or on the next page when it does not fit here and would fit there. */
  private comeTo(line: Line): void {
    const left = PAGE.height - PAGE.bottom - this.doc.y - line.above;
    const height = this.heightOf(line);
    if (height > left && height <= PAGE.height - PAGE.top - PAGE.bottom) this.doc.continueOnNewPage();
    else this.doc.y += line.above;
    this.take(line);
  }

  private heightOf(line: Line): number {
    this.take(line);
    return this.doc.heightOfString(line.words, this.optionsOf(line));
  }

  private take({ size, isBold }: Look): void {
    this.doc.font(this.fonts[isBold ? 'bold' : 'plain']).fontSize(size).fillColor('#000');
  }

  private optionsOf({ size, indent }: Look) {
    return { width: WIDTH - indent, lineGap: size * (LEADING - OWN_LEADING) };
  }
}

/** Whose sheet it is and how many pages it has, on every page; marked as no part of what is read. */
function drawEdges(doc: PDFDocument, fonts: Record<'plain' | 'bold', Font>, { head, foot }: Sheet, pageOf: PdfWords['page']): number {
  const { start, count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(start + page);
    // Below the margin text would begin a new page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font(fonts.bold).fontSize(EDGE.size).fillColor('#000').text(head, PAGE.side, EDGE.top, { width: WIDTH });
    const number = pageOf(page + 1, count);
    const place = PAGE.height - EDGE.bottom;
    doc.font(fonts.plain).text(number, PAGE.width - PAGE.side - doc.widthOfString(number), place, { lineBreak: false });
    doc.text(foot, PAGE.side, place, { width: WIDTH - 80 });
    doc.endMarkedContent();
  }
  return count;
}
