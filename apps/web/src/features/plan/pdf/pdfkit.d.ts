/** What is used of pdfkit and fontkit. Their own packages bring no types, and those of others would bring Node's globals into the pages. */
declare module 'pdfkit' {
  import type { Font } from 'fontkit';

  export interface StructureElement {
    add(child: StructureElement | (() => void)): this;
    end(): void;
  }

  interface TextOptions {
    readonly width?: number;
    readonly lineGap?: number;
    readonly lineBreak?: boolean;
  }

  interface DocumentOptions {
    readonly size: readonly [number, number];
    readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
    readonly pdfVersion: '1.7';
    readonly tagged: true;
    readonly displayTitle: true;
    readonly lang: string;
    /** Kept until the end: only then it is known how many there are. */
    readonly bufferPages: true;
    /** None of the fonts that every reader has: they lack most letters of the world. */
    readonly font: null;
    readonly info: { readonly Title: string; readonly Producer: string; readonly Creator: string };
  }

  export class PDFDocument {
    constructor(options: DocumentOptions);
    x: number;
    y: number;
    readonly page: { readonly margins: { bottom: number } };
    readonly outline: { addItem(words: string): unknown };
    font(font: Font): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    text(words: string, x: number, y: number, options: TextOptions): this;
    heightOfString(words: string, options: TextOptions): number;
    widthOfString(words: string): number;
    struct(type: string, children?: readonly (StructureElement | (() => void))[]): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' }): this;
    endMarkedContent(): this;
    addPage(): this;
    /** What is being tagged goes on there. */
    continueOnNewPage(): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    switchToPage(page: number): unknown;
    end(): void;
  }
}

declare module 'pdfkit/output' {
  import type { PDFDocument } from 'pdfkit';

  export function toBytes(document: PDFDocument): Promise<Uint8Array<ArrayBuffer>>;
}

declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }

  export function create(file: Uint8Array): Font;
}
