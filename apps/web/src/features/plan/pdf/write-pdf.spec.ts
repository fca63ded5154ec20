import { describe, expect, it } from '@jest/globals';
import type { ReadPdf } from '@plexus/tooling/read-pdf';
import { aCopyPatient, aGoal, aPart } from '../../../testing/plan-builders.ts';
import { pdfFonts, readInReader } from '../../../testing/pdf.ts';
import { EDGES, patientsCopy, sheetWords } from '../../../testing/sheets.tsx';
import type { Group, Sheet } from '../model/copy/sheet.ts';
import { teamSheet } from '../model/copy/team-sheet.ts';
import { writePdf } from './write-pdf.ts';

const fonts = pdfFonts();

async function written(sheet: Sheet): Promise<ReadPdf> {
  const pdf = await writePdf(sheet, fonts, { language: 'en', page: (page, pages) => `Page ${page} of ${pages}` });
  if ('missing' in pdf) throw new Error(`No letters for ${pdf.missing}`);
  const read = readInReader(pdf.bytes);
  expect(read.pages).toHaveLength(pdf.pages);
  return read;
}
const aSheet = (groups: readonly Group[]): Sheet => ({ title: 'Care plan of Anna Zieliński', type: 'small', ...EDGES, groups });

describe('the PDF', () => {
  it('has text that can be selected, with the letters of many languages, a title, a language, tags and bookmarks', async () => {
    const read = await written(aSheet([[
      { kind: 'heading', level: 1, words: 'Care plan of Anna Zieliński' },
      { kind: 'paragraph', words: 'Tōkyō, Ελληνικά, Київ, Łódź, Nguyễn, Ayşe: 2 → 4 floors, ≥ 1 × 30 min' },
      { kind: 'heading', level: 2, words: 'Goals' },
      { kind: 'heading', level: 3, words: '“Carry him upstairs”' },
      { kind: 'list', items: [{ lead: 'Walking: the patient', lines: ['20 minutes', 'three times a week'] }, { lines: ['Breathing'] }] },
      { kind: 'list', isNumbered: true, items: [{ lines: ['First'] }, { lines: ['Second'] }] },
    ]]));
    expect(read).toMatchObject({ title: 'Care plan of Anna Zieliński', language: 'en', isTagged: true, outline: ['Care plan of Anna Zieliński', 'Goals'] });
    expect(read.pages[0]!.tags).toEqual([
      { role: 'H1', words: 'Care plan of Anna Zieliński' },
      { role: 'P', words: 'Tōkyō, Ελληνικά, Київ, Łódź, Nguyễn, Ayşe: 2 → 4 floors, ≥ 1 × 30 min' },
      { role: 'H2', words: 'Goals' },
      { role: 'H3', words: '“Carry him upstairs”' },
      { role: 'Lbl', words: '•' }, { role: 'LBody', words: 'Walking: the patient 20 minutes three times a week' },
      { role: 'Lbl', words: '•' }, { role: 'LBody', words: 'Breathing' },
      { role: 'Lbl', words: '1.' }, { role: 'LBody', words: 'First' },
      { role: 'Lbl', words: '2.' }, { role: 'LBody', words: 'Second' },
    ]);
  });

  it('says on every page whose it is and which page of how many, and breaks no goal', async () => {
    const goals = Array.from({ length: 14 }, (_, place) => aGoal({ id: `goal-${place}`, words: `Wish ${place + 1}` }));
    const activities = goals.flatMap(({ id }, place) => ['A', 'B', 'C'].map((name) => aPart({ id: `${id}-${name}`, name: `Part ${name} of wish ${place + 1}`, goalIds: [id], reason: 'Because it helped before. '.repeat(5) })));
    const read = await written(teamSheet(aCopyPatient({}, { goals, activities }), EDGES, sheetWords()));
    expect(read.pages.length).toBeGreaterThan(3);
    read.pages.forEach(({ words }, place) => {
      expect(words).toContain(EDGES.head);
      expect(words).toContain(EDGES.foot);
      expect(words).toContain(`Page ${place + 1} of ${read.pages.length}`);
    });
    const pageOf = (words: string) => read.pages.findIndex((page) => page.tags.some((tag) => tag.words.startsWith(words)));
    goals.forEach((_, place) => {
      const pages = new Set(['A', 'B', 'C'].map((name) => pageOf(`Part ${name} of wish ${place + 1}:`)));
      expect(pages).toEqual(new Set([pageOf(`“Wish ${place + 1}”`)]));
    });
  });

  it('goes on over as many pages as one very long goal takes, and loses nothing of it', async () => {
    const lines = Array.from({ length: 120 }, (_, place) => `Line ${place + 1}.`);
    const read = await written(aSheet([[{ kind: 'heading', level: 3, words: 'Long' }, { kind: 'list', items: lines.map((line) => ({ lines: [line] })) }]]));
    expect(read.pages.length).toBeGreaterThan(1);
    expect(read.pages.flatMap(({ tags }) => tags.filter(({ role }) => role === 'LBody').map(({ words }) => words))).toEqual(lines);
  });

  it.each([
    ['many short goals', 30, 'Sleep'],
    ['long goals', 9, 'I want to carry my grandson upstairs without stopping, and to stay for the whole afternoon'],
    ['broad letters', 9, 'WALK WITH MOM AND DOWN THE HILL AGAIN'],
    ['words longer than a line', 5, 'Rückenschmerzbewältigungsgruppenteilnahme'.repeat(3)],
  ])('of a patient has one page when the sheet says that it fits: %s', async (_, count, words) => {
    const goals = Array.from({ length: count }, (_unused, place) => aGoal({ id: `goal-${place}`, words }));
    const { sheet, isTooLong } = patientsCopy(aCopyPatient({}, { goals }), ['Walk 20 minutes', 'Write down what you thought when it hurt, and what you did then', 'Rest before it hurts']);
    expect(isTooLong).toBe(false);
    expect((await written(sheet)).pages).toHaveLength(1);
  });

  it('is not written with boxes in place of letters: it names those that the font lacks', async () => {
    expect(await writePdf(aSheet([[{ kind: 'paragraph', words: '田中 walks' }]]), fonts, { language: 'en', page: () => '' })).toEqual({ missing: '田 中' });
  });
});
