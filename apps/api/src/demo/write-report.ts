import type { Day } from '@plexus/domain';
import { PDFDocument } from 'pdfkit';
import { toBytes } from 'pdfkit/output';

/** A letter as it comes back from outside. */
export interface ReportStory {
  readonly name: string;
  readonly from: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const INVENTED = 'Invented for the demo clinic: no such clinic, no such patient, no such finding.';

/** Its one page; the same of the same day, so that a load that was broken off can be gone on with. */
export async function writeReport({ from, title, paragraphs }: ReportStory, day: Day): Promise<Buffer> {
  const page = new PDFDocument({ size: 'LETTER', margin: 72, info: { Title: title, Author: from, CreationDate: new Date(day) } });
  const bytes = toBytes(page);
  page.font('Helvetica').fontSize(10).text(from).moveDown(2);
  page.font('Helvetica-Bold').fontSize(14).text(title).moveDown();
  page.font('Helvetica').fontSize(11);
  for (const paragraph of paragraphs) page.text(paragraph).moveDown();
  page.fontSize(9).text(INVENTED).end();
  return Buffer.from(await bytes);
}
