import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TEXT_LIMITS, type TextKind, checkCleared, checkText, checkTexts, tidy, tidyOptional } from './text.ts';

const codeOf = (text: string, kind: TextKind = 'paragraph', options: { required?: boolean } = {}) => checkText('note', text, kind, options)?.code ?? null;

describe('a text', () => {
  it.each([
    ['a NUL byte', 'before\u0000after', 'TEXT_UNPRINTABLE'],
    ['an escape character', '\u001b[2J', 'TEXT_UNPRINTABLE'],
    ['a control character of the second table', 'don\u0092t', 'TEXT_UNPRINTABLE'],
    ['a right-to-left override', '\u202Egm 03', 'TEXT_UNPRINTABLE'],
    ['an isolate', 'a\u2066b\u2069', 'TEXT_UNPRINTABLE'],
    ['the first half of a character', 'smile \ud83d', 'TEXT_ILL_FORMED'],
    ['the second half of a character', '\ude00 smile', 'TEXT_ILL_FORMED'],
    ['100 kB', 'x'.repeat(100_000), 'TOO_LONG'],
  ])('with %s is refused', (_, text, code) => {
    expect(checkText('note', text, 'paragraph')).toMatchObject({ code, field: 'note' });
  });

  it.each([
    ['HTML, which is shown as text', '<script>alert("1")</script> & <b>bold</b>'],
    ['what looks like a template', '{{7*7}} ${7*7} {field}'],
    ['what looks like SQL', "Robert'); DROP TABLE patient;--"],
    ['a whole emoji', 'Better today 😀'],
    ['Arabic', 'ألم في أعلى الظهر'],
    ['a zero-width joiner inside a word', 'می\u200cخواهم'],
    ['lines and tabs', 'First line\r\n\tsecond line'],
  ])('with %s is accepted as it is', (_, text) => {
    expect(checkText('note', text, 'paragraph')).toBeNull();
    expect(tidy(text)).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['tabs and lines', '\t\r\n'],
    ['wide and unbreakable spaces', '\u3000\u00a0\ufeff'],
    ['characters that show nothing', '\u200b \u2060\u200d'],
  ])('of %s is blank: refused where one is required, none where it is not', (_, text) => {
    expect(codeOf(text, 'name', { required: true })).toBe('REQUIRED');
    expect(codeOf(text, 'name')).toBeNull();
    expect(tidyOptional(text)).toBeNull();
  });

  it.each(Object.entries(TEXT_LIMITS) as [TextKind, number][])('of kind %s may have %d characters and no more, spaces around it not counted', (kind, limit) => {
    expect(codeOf(`  ${'x'.repeat(limit)}  `, kind)).toBeNull();
    expect(checkText('note', 'x'.repeat(limit + 1), kind)).toEqual({
      code: 'TOO_LONG',
      field: 'note',
      params: { limit: String(limit) },
      message: `At most ${limit} characters.`,
    });
  });

  it('has the limits that the forms and the database know', () => {
    expect(TEXT_LIMITS).toEqual({ name: 100, line: 200, paragraph: 2_000, address: 400 });
  });

  it.each(['\n', '\r', '\r\n', '\u2028', '\u2029'])('is one line where a line is asked for (%j)', (lineBreak) => {
    const codes = (['name', 'line', 'paragraph', 'address'] as const).map((kind) => codeOf(`one${lineBreak}two`, kind));
    expect(codes).toEqual(['ONE_LINE', 'ONE_LINE', null, null]);
    expect(codeOf(`one${lineBreak}`, 'line')).toBeNull();
  });

  it('is counted as it is stored: a letter with its accent is one character', () => {
    expect(codeOf('e\u0301'.repeat(TEXT_LIMITS.name), 'name')).toBeNull();
  });

  it('names every field that is wrong and leaves absent ones out', () => {
    const wrong = checkTexts(true, ['a', '', 'name'], ['b', undefined, 'name'], ['c', null, 'name'], ['d', 'well', 'name'], ['e', '\u0000', 'name']);
    expect(wrong.map((violation) => violation?.field ?? null)).toEqual(['a', null, null, null, 'e']);
  });
});

describe('tidying', () => {
  it.each([
    ['composes letters and accents', 'Jose\u0301', 'José'],
    ['keeps letters that only look alike', 'ﬁbro', 'ﬁbro'],
    ['takes space away around it', ' \tJosé\u00a0\n', 'José'],
    ['keeps space within it', 'a  b\n\nc', 'a  b\n\nc'],
    ['leaves half a character for the check to refuse', ' \ud83d ', ' \ud83d '],
  ])('%s', (_, given, stored) => {
    expect(tidy(given)).toBe(stored);
  });

  it.each([null, undefined])('reads %p as none', (absent) => {
    expect(tidyOptional(absent)).toBeNull();
  });

  it('changes nothing the second time, and never what the check says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text));
        if (codeOf(text) === null) expect(codeOf(tidy(text))).toBeNull();
      }),
    );
  });

  it('leaves only what the database can keep', () => {
    const anything = fc.array(fc.constantFrom('a', ' ', '\n', '😀', '\u0000', '\u0085', '\ud800', '\udfff', '\u202e', '\u2068'), { maxLength: 3 });
    fc.assert(
      fc.property(anything, (parts) => {
        const text = parts.join('');
        if (codeOf(text) === null) expect(tidy(text).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

it('what must always be there cannot be cleared; what is absent is left', () => {
  const given: { title?: string | null; status?: string | null; summary?: string | null } = { title: null, summary: null };
  expect(checkCleared(given, 'title', 'status').map((violation) => violation && `${violation.code} ${violation.field}`)).toEqual(['REQUIRED title', null]);
});
