import { describe, expect, it } from '@jest/globals';
import type { Result, RuleViolation } from '../result.ts';
import { TODAY, TOMORROW, YESTERDAY } from '../testing/index.ts';
import { type DeviceDetails, checkDevice, checkDeviceAnswer, checkDeviceEdit, markDeviceInError, removeDevice } from './device.ts';

const BORN = '1980-03-14';
const SCS = { id: 'spinal-cord-stimulator', isSided: true };
const wrong = (result: Result<unknown, RuleViolation>): string[] => (result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`));
const aDevice = (given: Partial<DeviceDetails> = {}): DeviceDetails => ({
  kind: SCS.id, maker: null, model: null, serial: null, site: null, side: null, implantedOn: null, cardSeenOn: null, mriCondition: 'not-known', mriTerms: null,
  followedBy: null, note: null, ...given,
});

describe('a device', () => {
  it('is accepted when only its kind is known, and with all of its card', () => {
    expect(wrong(checkDevice(aDevice(), SCS, BORN, TODAY))).toEqual([]);
    const whole = aDevice({ model: 'Lyra 16', side: 'left', implantedOn: BORN, cardSeenOn: TODAY, mriCondition: 'conditional', mriTerms: 'Head only, 1.5 T', followedBy: 'Device clinic\n(312) 555-0100' });
    expect(wrong(checkDevice(whole, SCS, BORN, TODAY))).toEqual([]);
  });

  it.each<[string, Partial<DeviceDetails>, string]>([
    ['implanted tomorrow', { implantedOn: TOMORROW }, 'implantedOn DATE_IN_FUTURE'],
    ['implanted before the patient was born', { implantedOn: '1980-03-13' }, 'implantedOn DATE_TOO_EARLY'],
    ['whose card is seen tomorrow', { cardSeenOn: TOMORROW }, 'cardSeenOn DATE_IN_FUTURE'],
    ['conditional without terms', { mriCondition: 'conditional' }, 'mriTerms REQUIRED'],
    ['conditional on blanks', { mriCondition: 'conditional', mriTerms: ' \u200b' }, 'mriTerms REQUIRED'],
    ['with a model of two lines', { model: 'Lyra\n16' }, 'model ONE_LINE'],
    ['with a serial without end', { serial: '7'.repeat(201) }, 'serial TOO_LONG'],
  ])('%s is refused', (_, given, refusal) => {
    expect(wrong(checkDevice(aDevice(given), SCS, BORN, TODAY))).toEqual([refusal]);
  });

  it('has a side only where its kind has one', () => {
    expect(wrong(checkDevice(aDevice({ side: 'left' }), { id: 'spinal-hardware', isSided: false }, BORN, TODAY))).toEqual(['side DEVICE_WITHOUT_SIDE']);
  });

  it('that is another one says which', () => {
    expect(wrong(checkDevice(aDevice(), { id: 'other', isSided: true }, BORN, TODAY))).toEqual(['model REQUIRED']);
    expect(wrong(checkDevice(aDevice({ model: 'Gastric stimulator' }), { id: 'other', isSided: true }, BORN, TODAY))).toEqual([]);
  });

  it('of no kind of the catalogue is refused', () => {
    expect(wrong(checkDevice(aDevice(), undefined, BORN, TODAY))).toEqual(['kind DEVICE_UNKNOWN']);
  });

  it('is taken out once, with a reason, on a day between its implanting and today', () => {
    const device = { status: 'in-place', implantedOn: '2020-01-01' };
    const remove = (given: Partial<{ removedOn: string; reason: string }>, from = device) => wrong(removeDevice(from, { removedOn: YESTERDAY, reason: 'Infection', ...given }, BORN, TODAY));
    expect(remove({})).toEqual([]);
    expect(remove({ removedOn: '2020-01-01' })).toEqual([]);
    expect(remove({ removedOn: '2019-12-31', reason: ' ' })).toEqual(['removedOn REMOVED_BEFORE_IMPLANTED', 'reason REQUIRED']);
    expect(remove({ removedOn: TOMORROW })).toEqual(['removedOn DATE_IN_FUTURE']);
    expect(remove({}, { ...device, status: 'removed' })).toEqual(['deviceId DEVICE_NOT_IN_PLACE']);
  });

  it('that is not in place is not edited, and one in error is so once', () => {
    expect(['in-place', 'removed', 'entered-in-error'].map((status) => wrong(checkDeviceEdit({ status })))).toEqual([[], ['deviceId DEVICE_NOT_IN_PLACE'], ['deviceId DEVICE_NOT_IN_PLACE']]);
    expect(['in-place', 'removed', 'entered-in-error'].map((status) => wrong(markDeviceInError({ status }, 'Another patient’s')))).toEqual([[], [], ['deviceId IN_ERROR_ALREADY']]);
  });

  it.each([
    ['none', 0, []],
    ['not-asked', 0, []],
    ['none', 1, ['answer DEVICES_RECORDED']],
    ['not-asked', 1, ['answer DEVICES_RECORDED']],
    ['recorded', 0, ['answer DEVICE_ANSWER_DERIVED']],
  ] as const)('the answer %s with %d in place: %j', (answer, inPlace, refusals) => {
    expect(wrong(checkDeviceAnswer(answer, inPlace))).toEqual(refusals);
  });
});
