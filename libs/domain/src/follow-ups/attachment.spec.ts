import { describe, expect, it } from '@jest/globals';
import { ATTACHMENT_LIMITS, type OfferedFile, attachmentName, checkAttachment, markAttachmentInError } from './attachment.ts';

const aFile = (fields: Partial<OfferedFile> = {}): OfferedFile => ({ name: 'mri.pdf', type: 'application/pdf', size: 900, sha256: 'aa', ...fields });
const refusals = (fields: Partial<OfferedFile>, others: Parameters<typeof checkAttachment>[1] = []) => {
  const checked = checkAttachment(aFile(fields), others);
  return checked.ok ? [] : checked.error.violations.map(({ code, field }) => `${code} ${field}`);
};

describe('a report that is attached', () => {
  it.each<[string, Partial<OfferedFile>, string[]]>([
    ['a PDF', {}, []],
    ['as large as allowed', { size: ATTACHMENT_LIMITS.bytes }, []],
    ['one byte larger', { size: ATTACHMENT_LIMITS.bytes + 1 }, ['FILE_TOO_LARGE file']],
    ['empty, which has no type', { size: 0, type: null }, ['FILE_EMPTY file']],
    ['of no known type', { type: null }, ['FILE_TYPE file']],
    ['a page that a browser would run', { type: 'image/svg+xml' }, ['FILE_TYPE file']],
    ['a type named like a property of every object', { type: 'constructor' }, ['FILE_TYPE file']],
    ['with a name that turns its ending round', { name: 'report\u202Efdp.exe' }, ['TEXT_UNPRINTABLE name']],
    ['without a name', { name: ' ' }, ['REQUIRED name']],
    ['with nothing but a folder for a name', { name: 'scans/' }, ['REQUIRED name']],
    ['with a name too long for its ending', { name: 'x'.repeat(200) }, ['TOO_LONG name']],
  ])('%s', (_, file, expected) => expect(refusals(file)).toEqual(expected));

  it('is attached once, and again after it was entered in error', () => {
    expect(refusals({}, [{ sha256: 'aa', status: 'active' }])).toEqual(['FILE_ATTACHED file']);
    expect(refusals({}, [{ sha256: 'aa', status: 'entered-in-error' }])).toEqual([]);
  });

  it('is one of twenty at most, of those that stand', () => {
    const many = (count: number, status: 'active' | 'entered-in-error') => Array.from({ length: count }, (_, i) => ({ sha256: `other ${i}`, status }));
    expect(refusals({}, many(19, 'active'))).toEqual([]);
    expect(refusals({}, many(20, 'active'))).toEqual(['FILES_FULL file']);
    expect(refusals({}, many(20, 'entered-in-error'))).toEqual([]);
  });

  it.each([
    ['mri.pdf', 'application/pdf', 'mri.pdf'],
    ['MRI.PDF', 'application/pdf', 'MRI.PDF'],
    ['scan.JPEG', 'image/jpeg', 'scan.JPEG'],
    ['scan.png', 'application/pdf', 'scan.png.pdf'],
    ['report.pdf.exe', 'application/pdf', 'report.pdf.exe.pdf'],
    ['../../etc/passwd', 'image/png', 'passwd.png'],
    ['C:\\scans\\thorax.webp', 'image/webp', 'thorax.webp'],
    [' befund ', 'application/pdf', 'befund.pdf'],
  ] as const)('%s that is %s is called %s', (given, type, name) => expect(attachmentName(given, type)).toBe(name));

  it('is entered in error once, for a reason', () => {
    expect(markAttachmentInError({ status: 'active' }, 'Of another patient').ok).toBe(true);
    expect(markAttachmentInError({ status: 'active' }, ' ')).toMatchObject({ error: { violations: [{ code: 'REQUIRED', field: 'reason' }] } });
    expect(markAttachmentInError({ status: 'entered-in-error' }, 'Again')).toMatchObject({ error: { violations: [{ code: 'IN_ERROR_ALREADY', field: 'attachmentId' }] } });
  });
});
