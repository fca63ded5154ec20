import { deed, type Deed } from './deed.ts';
import type { StaffName } from './staff.ts';

/** A device as a record of its own. */
const device = (by: StaffName, given: object, ...shows: string[]): Deed => deed(by, 'AddDevice', 'details', 'devices', given, shows);

/** Something that the patient agreed to. */
const consent = (by: StaffName, given: object, ...shows: string[]): Deed =>
  deed(by, 'RecordConsent', 'consents', 'consents', ({ day }) => ({ ...given, givenOn: day(0), validFrom: day(0), givenBy: 'PATIENT', how: 'WRITTEN' }), [...shows, 'In force', 'in writing']);

/** What some statements store besides: devices and consents as records of their own. By the statement's id. */
export const DEVICES_AND_CONSENTS: Readonly<Partial<Record<string, readonly Deed[]>>> = {
  E053: [consent('coordinator', { kind: 'relative-takes-part', partyName: 'Ilse Baumgartner', partyRelation: 'sister', note: 'May come to every review' }, 'A relative or friend takes part: Ilse Baumgartner (sister)')],
  E062: [consent('coordinator', { kind: 'peer-mentor-sees-plan', note: 'Nadia only' }, 'Peer mentor sees the plan', 'Goals, activities with their doses')],
  E095: [device('physicalTherapist', { kind: 'tens-unit', model: 'Pulsar Duo', note: 'Pads either side of the spine, mode B, knob at four' }, 'TENS unit of their own', 'Ask where the pads go')],
  E132: [device('painSpecialist', { kind: 'spinal-cord-stimulator', model: 'Meridian external', site: 'Trial leads at T8', note: 'Out again after the trial' }, 'Spinal cord stimulator', 'Card not seen: ask for it')],
  E192: [device('painSpecialist', { kind: 'spinal-cord-stimulator', model: 'Meridian 5', serial: 'M5-0417', side: 'LEFT', mriCondition: 'CONDITIONAL', mriTerms: '1.5 T, whole body, stimulation off' }, 'Spinal cord stimulator', 'serial or lot M5-0417', '1.5 T, whole body, stimulation off', 'Diathermy')],
};
