import { implantedDeviceById } from '@plexus/catalogue/labels';
import type { AddDeviceInput, BodySide, DeviceRowFragment, EditDeviceInput, MriCondition } from '../../../gql/index.ts';
import { allOf, changedOf } from '../../../shared/form-changes.ts';
import type { Written } from '../../../shared/use-patient-command.ts';

export interface DeviceFormValues {
  kind: string;
  maker: string;
  model: string;
  serial: string;
  site: string;
  side: BodySide | '';
  implantedOn: string;
  cardSeenOn: string;
  mriCondition: MriCondition;
  mriTerms: string;
  followedBy: string;
  note: string;
}

export const EMPTY_DEVICE: DeviceFormValues = {
  kind: '', maker: '', model: '', serial: '', site: '', side: '', implantedOn: '', cardSeenOn: '', mriCondition: 'NOT_KNOWN', mriTerms: '', followedBy: '', note: '',
};
export const DEVICE_FIELDS = Object.keys(EMPTY_DEVICE) as (keyof DeviceFormValues)[];

export const formOf = (device: DeviceRowFragment): DeviceFormValues => ({
  ...EMPTY_DEVICE,
  ...(Object.fromEntries(DEVICE_FIELDS.map((field) => [field, device[field] ?? ''])) as unknown as DeviceFormValues),
});

export const isSided = (kind: string): boolean => implantedDeviceById(kind)?.isSided ?? false;

/** A side that was chosen for another kind does not stay behind unseen. */
const fitting = (values: DeviceFormValues): DeviceFormValues => (isSided(values.kind) ? values : { ...values, side: '' });

export const deviceOf = (values: DeviceFormValues) => allOf(fitting(values)) as unknown as Written<AddDeviceInput>;

export const changesOf = (before: DeviceFormValues, after: DeviceFormValues) => changedOf(before, fitting(after)) as Omit<Written<EditDeviceInput>, 'deviceId'>;
