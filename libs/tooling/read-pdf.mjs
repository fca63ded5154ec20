/**
 * What a real reader finds in a PDF: for tests. As a program it reads one from its input and prints what it found, for tests that live in a
 * pretended browser, in which the reader would not know where it is.
 */
import { pathToFileURL } from 'node:url';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** @typedef {{ role: string, words: string }} Tagged */
/** @typedef {{ words: string, tags: Tagged[] }} ReadPage */
/** @typedef {{ title: string, language: string, isTagged: boolean, outline: string[], pages: ReadPage[] }} ReadPdf */

/** @param {Uint8Array} bytes @returns {Promise<ReadPdf>} */
export async function readPdf(bytes) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise;
  const { info } = await document.getMetadata();
  const marks = await document.getMarkInfo();
  const outline = await document.getOutline();
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) pages.push(await readPage(await document.getPage(number)));
  await document.destroy();
  return { title: info.Title, language: info.Language, isTagged: marks?.Marked === true, outline: (outline ?? []).map(({ title }) => title), pages };
}

/** @param {import('pdfjs-dist').PDFPageProxy} page @returns {Promise<ReadPage>} */
async function readPage(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  /** @type {Map<string, string>} */
  const byMark = new Map();
  /** @type {(string | undefined)[]} */
  const open = [];
  let words = '';
  for (const item of items) {
    if ('str' in item) {
      const text = item.str + (item.hasEOL ? ' ' : '');
      words += text;
      const mark = open.findLast((id) => id !== undefined);
      if (mark) byMark.set(mark, (byMark.get(mark) ?? '') + text);
    } else if (item.type === 'endMarkedContent') {
      open.pop();
      words += ' ';
    } else {
      open.push(item.id);
    }
  }
  /** @type {Tagged[]} */
  const tags = [];
  collect(await page.getStructTree(), byMark, tags);
  return { words: tidy(words), tags };
}

/** @param {any} node @param {Map<string, string>} byMark @param {Tagged[]} tags */
function collect(node, byMark, tags) {
  if (!node?.children) return;
  const own = node.children.filter((/** @type {any} */ child) => child.type === 'content').map((/** @type {any} */ child) => byMark.get(child.id) ?? '');
  if (own.length > 0) tags.push({ role: node.role, words: tidy(own.join(' ')) });
  for (const child of node.children) if (child.role) collect(child, byMark, tags);
}

/** @param {string} words */
const tidy = (words) => words.replaceAll(/\s+/g, ' ').trim();

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  process.stdout.write(JSON.stringify(await readPdf(Buffer.concat(chunks))));
}
