import { type Result, type RuleViolation, type Violation, unless, violation } from '../result.ts';
import { type Day, checkPastDay } from '../text/day.ts';
import { checkText, checkTexts } from '../text/text.ts';
import { checkReason } from './patient.ts';

/** "No implanted device" was asked and answered; "not asked" must not be read as none. */
export const DEVICE_ANSWERS = ['not-asked', 'none', 'recorded'] as const;
export type DeviceAnswer = (typeof DEVICE_ANSWERS)[number];

export const DEVICE_STATUSES = ['in-place', 'removed'] as const;
export type DeviceStatus = (typeof DEVICE_STATUSES)[number];

export const BODY_SIDES = ['left', 'right', 'both'] as const;
export type BodySide = (typeof BODY_SIDES)[number];

/** As printed on the card (ASTM F2503); `conditional` says its terms in words. */
export const MRI_CONDITIONS = ['safe', 'conditional', 'unsafe', 'not-known'] as const;
export type MriCondition = (typeof MRI_CONDITIONS)[number];

export interface DeviceDetails {
  /** A device id of the catalogue. */
  readonly kind: string;
  readonly maker: string | null;
  readonly model: string | null;
  /** Serial or lot number. */
  readonly serial: string | null;
  readonly site: string | null;
  readonly side: BodySide | null;
  readonly implantedOn: Day | null;
  /** When somebody of the team saw the card; null: nobody has, which is a gap. */
  readonly cardSeenOn: Day | null;
  readonly mriCondition: MriCondition;
  readonly mriTerms: string | null;
  /** The clinic that follows it, and how to reach it. */
  readonly followedBy: string | null;
  readonly note: string | null;
}

/** What the rules must know of a kind of the catalogue. */
export interface DeviceKind {
  readonly id: string;
  readonly isSided: boolean;
  readonly isExternal?: boolean;
}

const OTHER = 'other';

/** The whole device as it would stand, also when one field of it is edited. */
export function checkDevice(device: DeviceDetails, kind: DeviceKind | undefined, birthDate: Day, today: Day): Result<void, RuleViolation> {
  return unless([
    kind ? null : violation('DEVICE_UNKNOWN', 'The catalogue has no such device.', 'kind'),
    // "Other" alone would tell nobody what to look out for.
    checkText('model', device.model ?? '', 'line', { required: kind?.id === OTHER }),
    ...checkTexts(false, ['maker', device.maker, 'line'], ['serial', device.serial, 'line'], ['site', device.site, 'line']),
    device.side !== null && kind && !kind.isSided ? violation('DEVICE_WITHOUT_SIDE', 'This kind of device has no side. Leave the side out.', 'side') : null,
    checkPastDay('implantedOn', device.implantedOn, today, birthDate),
    checkPastDay('cardSeenOn', device.cardSeenOn, today, birthDate),
    checkText('mriTerms', device.mriTerms ?? '', 'paragraph', { required: device.mriCondition === 'conditional' }),
    ...checkTexts(false, ['followedBy', device.followedBy, 'address'], ['note', device.note, 'paragraph']),
  ]);
}

const checkInPlace = ({ status }: { status: string }): Violation | null =>
  status === 'in-place' ? null : violation('DEVICE_NOT_IN_PLACE', 'This device is not in place any more.', 'deviceId');

/** What was taken out stays as it was. */
export const checkDeviceEdit = (device: { status: string }): Result<void, RuleViolation> => unless([checkInPlace(device)]);

export function removeDevice(device: { status: string; implantedOn: Day | null }, given: { removedOn: Day; reason: string }, birthDate: Day, today: Day): Result<void, RuleViolation> {
  return unless([
    checkInPlace(device),
    checkPastDay('removedOn', given.removedOn, today, birthDate),
    device.implantedOn !== null && given.removedOn < device.implantedOn
      ? violation('REMOVED_BEFORE_IMPLANTED', 'This is before it was implanted.', 'removedOn')
      : null,
    checkReason(given.reason),
  ]);
}

export const markDeviceInError = (device: { status: string }, reason: string): Result<void, RuleViolation> =>
  unless([
    checkReason(reason),
    device.status === 'entered-in-error' ? violation('IN_ERROR_ALREADY', 'This was marked as entered in error already.', 'deviceId') : null,
  ]);

/** "No implanted device" while one is in place would hide it. */
export function checkDeviceAnswer(answer: DeviceAnswer, inPlace: number): Result<void, RuleViolation> {
  return unless([
    answer !== 'none' && answer !== 'not-asked' ? violation('DEVICE_ANSWER_DERIVED', 'Record the device itself.', 'answer') : null,
    inPlace > 0 && answer !== 'recorded' ? violation('DEVICES_RECORDED', 'A device is in place. Record that it was taken out first.', 'answer') : null,
  ]);
}
