import { type Result, type RuleViolation, unless, violation } from '../result.ts';
import { checkReason } from '../patients/patient.ts';
import { checkText, tidy } from '../text/text.ts';

/** What a report comes as, with the endings of its name. Nothing that a browser would run: no HTML, no SVG. */
const ENDINGS = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type AttachmentType = keyof typeof ENDINGS;
export const ATTACHMENT_TYPES = Object.keys(ENDINGS) as readonly AttachmentType[];
const isAttachmentType = (type: string | null): type is AttachmentType => type !== null && Object.hasOwn(ENDINGS, type);

export const ATTACHMENT_LIMITS = { megabytes: 20, bytes: 20_000_000, perFollowUp: 20 } as const;

export const ATTACHMENT_STATUSES = ['active', 'entered-in-error'] as const;
export type AttachmentStatus = (typeof ATTACHMENT_STATUSES)[number];

export interface OfferedFile {
  readonly name: string;
  /** What its content says that it is; null: nothing known. */
  readonly type: string | null;
  readonly size: number;
  readonly sha256: string;
}

export const tooLarge = () => violation('FILE_TOO_LARGE', 'This file is larger than {limit} MB. Send it in parts, or as a smaller scan.', 'file', { limit: String(ATTACHMENT_LIMITS.megabytes) });

/** One report, whatever its name claims, beside those that the follow-up has already. */
export function checkAttachment(file: OfferedFile, others: readonly { readonly sha256: string; readonly status: AttachmentStatus }[]): Result<{ name: string; mediaType: AttachmentType }, RuleViolation> {
  const standing = others.filter(({ status }) => status === 'active');
  const { type } = file;
  const name = isAttachmentType(type) ? attachmentName(file.name, type) : file.name;
  const checked = unless([
    file.size === 0 ? violation('FILE_EMPTY', 'This file is empty. Choose another one.', 'file')
    : file.size > ATTACHMENT_LIMITS.bytes ? tooLarge()
    : isAttachmentType(type) ? null
    : violation('FILE_TYPE', 'This is neither a PDF nor a PNG, JPEG or WebP image, whatever its name says. Save it as a PDF and attach that.', 'file'),
    checkText('name', name, 'line', { required: true }),
    standing.some(({ sha256 }) => sha256 === file.sha256) ? violation('FILE_ATTACHED', 'This file is attached already.', 'file') : null,
    standing.length >= ATTACHMENT_LIMITS.perFollowUp
      ? violation('FILES_FULL', 'A follow-up has at most {limit} files. Put several pages into one PDF.', 'file', { limit: String(ATTACHMENT_LIMITS.perFollowUp) })
      : null,
  ]);
  return checked.ok ? { ok: true, value: { name, mediaType: type as AttachmentType } } : checked;
}

/** The name without its folders, with an ending that says what it is: on a disk, the ending decides what opens it. */
export function attachmentName(given: string, type: AttachmentType): string {
  const name = tidy(given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1));
  const [ending, ...others] = ENDINGS[type];
  return name === '' || [ending, ...others].some((one) => name.toLowerCase().endsWith(`.${one}`)) ? name : `${name}.${ending}`;
}

export const markAttachmentInError = (attachment: { readonly status: AttachmentStatus }, reason: string): Result<void, RuleViolation> =>
  unless([checkReason(reason), attachment.status === 'entered-in-error' ? violation('IN_ERROR_ALREADY', 'This was marked as entered in error already.', 'attachmentId') : null]);
