/** What is used of pdfkit here. Its own package brings no types. */
declare module 'pdfkit' {
  export class PDFDocument {
    constructor(options: { readonly size: 'LETTER'; readonly margin: number; readonly info: { readonly Title: string; readonly Author: string; readonly CreationDate: Date } });
    font(name: 'Helvetica' | 'Helvetica-Bold'): this;
    fontSize(size: number): this;
    text(words: string): this;
    moveDown(lines?: number): this;
    end(): void;
  }
}

declare module 'pdfkit/output' {
  import type { PDFDocument } from 'pdfkit';

  export function toBytes(document: PDFDocument): Promise<Uint8Array<ArrayBuffer>>;
}
