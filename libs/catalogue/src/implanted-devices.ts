import type { SourceKey } from './sources.ts';
import type { Code } from './vocabulary.ts';

/** What a device means for a treatment that somebody else gives, in one line. */
export interface DeviceEffect {
  readonly treatment: 'Diathermy' | 'MRI' | 'TENS' | 'TMS' | 'Manual therapy' | 'Thrust manipulation';
  readonly says: string;
  /** The rule of alerting that says the same; absent where there is none yet. */
  readonly rule?: string;
  readonly sources: readonly SourceKey[];
}

/** A device that other treatments must respect. */
export interface ImplantedDevice {
  readonly id: string;
  readonly name: string;
  /** Worn or used by the patient, not inside the body: no answer to whether something is implanted. */
  readonly isExternal?: true;
  /** Whether it lies on one side of the body. */
  readonly isSided: boolean;
  readonly codes: readonly Code[];
  readonly effects: readonly DeviceEffect[];
}

const snomed = (code: string, display: string): Code => ({ system: 'snomed-ct-ips', code, display, verified: true });

const interferesWithTens: DeviceEffect = { treatment: 'TENS', says: 'Do not use TENS before the device clinic agrees: risk of interference.', rule: 'DEV-03', sources: ['TENS'] };
const contraindicatesTms: DeviceEffect = { treatment: 'TMS', says: 'Transcranial magnetic stimulation is contraindicated.', rule: 'DEV-06', sources: ['TMS'] };
/** No source of the catalogue speaks of MRI with these devices: the clinic's own default until one does. */
const mriByCard: DeviceEffect = { treatment: 'MRI', says: 'No MRI referral before its MRI condition is read from the card.', sources: ['JUDGE'] };

const implantedDeviceRows = [
  {
    id: 'spinal-cord-stimulator',
    name: 'Spinal cord stimulator',
    isSided: true,
    codes: [snomed('25937001', 'Neurostimulator')],
    effects: [
      { treatment: 'Diathermy', says: 'Diathermy and therapeutic ultrasound are contraindicated anywhere on the body: energy can travel through the leads and burn tissue.', rule: 'DEV-01', sources: ['SCS'] },
      { treatment: 'MRI', says: 'No MRI referral before model, lead position and MRI terms are recorded.', rule: 'DEV-02', sources: ['SCS'] },
      interferesWithTens,
      { treatment: 'Manual therapy', says: 'No thrust or deep pressure over leads or generator; avoid strong twisting in the first 12 weeks (clinic default).', rule: 'DEV-05', sources: ['WHO-CHIRO', 'JUDGE'] },
    ],
  },
  { id: 'deep-brain-stimulator', name: 'Deep brain stimulator', isSided: true, codes: [snomed('25937001', 'Neurostimulator')], effects: [contraindicatesTms, mriByCard] },
  { id: 'cardiac-pacemaker', name: 'Pacemaker', isSided: true, codes: [snomed('424921004', 'Cardiac pacemaker')], effects: [interferesWithTens, contraindicatesTms, mriByCard] },
  { id: 'implantable-defibrillator', name: 'Implantable defibrillator (ICD)', isSided: true, codes: [], effects: [interferesWithTens, contraindicatesTms, mriByCard] },
  { id: 'intracardiac-line', name: 'Intracardiac line', isSided: false, codes: [], effects: [contraindicatesTms] },
  { id: 'cochlear-prosthesis', name: 'Cochlear implant', isSided: true, codes: [snomed('43252007', 'Cochlear implant')], effects: [contraindicatesTms, mriByCard] },
  { id: 'metal-in-head', name: 'Metal in or near the head (not the mouth)', isSided: true, codes: [], effects: [contraindicatesTms, mriByCard] },
  { id: 'intrathecal-pump', name: 'Intrathecal pump', isSided: true, codes: [], effects: [mriByCard] },
  {
    id: 'spinal-hardware',
    name: 'Spinal hardware',
    isSided: false,
    codes: [],
    effects: [{ treatment: 'Thrust manipulation', says: 'Contraindicated in the region of internal fixation.', rule: 'MAN-01', sources: ['WHO-CHIRO'] }, mriByCard],
  },
  {
    id: 'tens-unit',
    name: 'TENS unit of their own',
    isExternal: true,
    isSided: false,
    codes: [],
    effects: [{ treatment: 'TENS', says: 'Ask where the pads go: not on the neck or head with epilepsy, on the trunk in pregnancy, on broken or numb skin, or over a cancer site.', rule: 'DEV-04', sources: ['TENS'] }],
  },
  { id: 'other', name: 'Other implanted device', isSided: true, codes: [], effects: [mriByCard] },
] as const satisfies readonly ImplantedDevice[];

export type ImplantedDeviceId = (typeof implantedDeviceRows)[number]['id'];

export const implantedDevices: readonly (ImplantedDevice & { readonly id: ImplantedDeviceId })[] = implantedDeviceRows;

const implantedDevicesById = new Map<string, ImplantedDevice>(implantedDevices.map((device) => [device.id, device]));

/** Undefined for an id that is not in the catalogue. */
export const implantedDeviceById = (id: string): ImplantedDevice | undefined => implantedDevicesById.get(id);
