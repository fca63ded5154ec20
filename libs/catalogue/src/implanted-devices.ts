import type { Code } from './vocabulary.ts';

/** A device inside the body that other treatments must respect. */
export interface ImplantedDevice {
  readonly id: string;
  readonly name: string;
  readonly codes: readonly Code[];
}

const implantedDeviceRows = [
  {
    id: 'neurostimulator',
    name: 'Neurostimulator',
    codes: [{ system: 'snomed-ct-ips', code: '25937001', display: 'Neurostimulator', verified: true }],
  },
  {
    id: 'cardiac-pacemaker',
    name: 'Cardiac pacemaker',
    codes: [{ system: 'snomed-ct-ips', code: '424921004', display: 'Cardiac pacemaker', verified: true }],
  },
  {
    id: 'cochlear-prosthesis',
    name: 'Cochlear implant',
    codes: [{ system: 'snomed-ct-ips', code: '43252007', display: 'Cochlear implant', verified: true }],
  },
] as const satisfies readonly ImplantedDevice[];

export type ImplantedDeviceId = (typeof implantedDeviceRows)[number]['id'];

export const implantedDevices: readonly (ImplantedDevice & { readonly id: ImplantedDeviceId })[] = implantedDeviceRows;

const implantedDevicesById = new Map<string, ImplantedDevice>(implantedDevices.map((device) => [device.id, device]));

/** Undefined for an id that is not in the catalogue. */
export const implantedDeviceById = (id: string): ImplantedDevice | undefined => implantedDevicesById.get(id);
