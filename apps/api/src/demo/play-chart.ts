import { RecordConsentUseCase, WithdrawConsentUseCase } from '../modules/patients/application/consents.use-cases.ts';
import { AddDeviceUseCase, EditDeviceUseCase, SetDeviceAnswerUseCase } from '../modules/patients/application/devices.use-cases.ts';
import type { Clinic } from './clinic.ts';
import type { Event } from './event.ts';
import type { PatientStory } from './story.types.ts';

/** Devices with what their card says, or the answer that there is none. */
export function deviceEvents(clinic: Clinic, { key, added, devices }: PatientStory): Event[] {
  if (devices === undefined) return [];
  if (devices === 'none') {
    return [{ deed: added, order: 1, play: (actor) => clinic.keep(key, 'devices', clinic.app.get(SetDeviceAnswerUseCase).execute(actor, { ...clinic.command(key, 'devices'), answer: 'none' })) }];
  }
  return devices.flatMap(({ recorded, implantedDay, completed, ...device }, i): Event[] => {
    const name = `device ${i}`;
    const listed: Event = {
      deed: recorded,
      order: 4,
      play: (actor) => clinic.keep(key, name, clinic.app.get(AddDeviceUseCase).execute(actor, {
        ...clinic.command(key, name), ...device, cardSeenOn: clinic.day(recorded.day), ...(implantedDay === undefined ? {} : { implantedOn: clinic.day(implantedDay) }),
      })),
    };
    if (!completed) return [listed];
    const { day, hour, by, ...facts } = completed;
    const later = `${name} completed`;
    return [listed, { deed: { day, hour, by }, order: 4, play: (actor) => clinic.keep(key, later, clinic.app.get(EditDeviceUseCase).execute(actor, { ...clinic.command(key, later), deviceId: clinic.id(key, name), ...facts })) }];
  });
}

/** What the patient agreed to, and took back. */
export function consentEvents(clinic: Clinic, { key, consents = [] }: PatientStory): Event[] {
  return consents.flatMap(({ given, toDay, withdrawn, ...consent }, i): Event[] => {
    const name = `consent ${i}`;
    const day = clinic.day(given.day);
    const said: Event = {
      deed: given,
      order: 4,
      play: (actor) => clinic.keep(key, name, clinic.app.get(RecordConsentUseCase).execute(actor, {
        ...clinic.command(key, name), ...consent, givenOn: day, givenBy: 'patient', validFrom: day, ...(toDay === undefined ? {} : { validTo: clinic.day(toDay) }),
      })),
    };
    if (!withdrawn) return [said];
    const back = `${name} withdrawn`;
    return [said, {
      deed: withdrawn,
      order: 4,
      play: (actor) => clinic.keep(key, back, clinic.app.get(WithdrawConsentUseCase).execute(actor, {
        ...clinic.command(key, back), consentId: clinic.id(key, name), withdrawnOn: clinic.day(withdrawn.day), withdrawnBy: 'patient', withdrawnHow: withdrawn.how,
      })),
    }];
  });
}
