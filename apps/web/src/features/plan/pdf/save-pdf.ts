import boldFont from '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf?url';
import plainFont from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url';
import { saveFile } from '../../../shared/save-file.ts';
import type { Sheet } from '../model/copy/sheet.ts';
import { type Pdf, type PdfWords, writePdf } from './write-pdf.ts';

async function load(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`A font of the PDF could not be loaded: ${answer.status}.`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Makes the PDF here, where only what its reader may see is known, and hands it to the browser as a file. */
export async function savePdf(sheet: Sheet, { file, ...words }: PdfWords & { readonly file: string }): Promise<Pdf> {
  const [plain, bold] = await Promise.all([load(plainFont), load(boldFont)]);
  const pdf = await writePdf(sheet, { plain, bold }, words);
  if ('missing' in pdf) return pdf;
  saveFile(new Blob([pdf.bytes], { type: 'application/pdf' }), file);
  return pdf;
}
