// @ts-expect-error The pages' types know no Node; this runs in a spec.
import { spawnSync } from 'node:child_process';
// @ts-expect-error As above.
import { readFileSync } from 'node:fs';
// @ts-expect-error As above.
import { createRequire } from 'node:module';
// @ts-expect-error As above.
import { execPath } from 'node:process';
import type { ReadPdf } from '@plexus/tooling/read-pdf';
import type { Fonts } from '../features/plan/pdf/write-pdf.ts';

const find = createRequire(import.meta.url).resolve as (module: string) => string;
const font = (file: string) => new Uint8Array(readFileSync(find(`@expo-google-fonts/inter/${file}`)) as Uint8Array);

export const pdfFonts = (): Fonts => ({ plain: font('400Regular/Inter_400Regular.ttf'), bold: font('700Bold/Inter_700Bold.ttf') });

/** What a reader of PDFs finds in it, in a process of its own: in jsdom it would take itself for a browser. */
export function readInReader(bytes: Uint8Array): ReadPdf {
  const { stdout, stderr } = spawnSync(execPath, [find('@plexus/tooling/read-pdf')], { input: bytes, maxBuffer: 50_000_000 }) as { stdout: Uint8Array; stderr: Uint8Array };
  if (stdout.length === 0) throw new Error(`The reader could not read it: ${String(stderr)}`);
  return JSON.parse(String(stdout)) as ReadPdf;
}
