import { AddMedicineUseCase, StopMedicineUseCase } from '../modules/patients/application/medicines.use-cases.ts';
import { AnswerNamedSubstanceUseCase } from '../modules/patients/application/named-substances.use-case.ts';
import { ReconcileMedicinesUseCase } from '../modules/patients/application/reconcile-medicines.use-case.ts';
import type { Clinic } from './clinic.ts';
import type { Event } from './event.ts';
import type { MedicineListStory, MedicineStory } from './medicine-stories.ts';

/** A medicine in its list, what was asked by name, and each time somebody went through all of it. */
export function medicineEvents(clinic: Clinic, key: string, { medicines, reconciled, named }: MedicineListStory): Event[] {
  /** What is taken at the moment of the story, by the revision that wrote it. */
  const taken = new Map<string, number>();
  return [
    ...medicines.flatMap((medicine, i): Event[] => {
      const name = `medicine ${i}`;
      const added = addition(clinic, key, name, medicine, taken);
      const { stopped } = medicine;
      if (!stopped) return [added];
      const stop: Event = {
        deed: stopped,
        order: 1,
        play: async (actor) => {
          const command = { ...clinic.command(key, `${name} stopped`), medicineId: clinic.id(key, name), until: clinic.day(stopped.day), reason: stopped.reason };
          await clinic.keep(key, `${name} stopped`, clinic.app.get(StopMedicineUseCase).execute(actor, command));
          taken.delete(name);
        },
      };
      return [added, stop];
    }),
    ...named.map(({ substance, answer, ...deed }): Event => {
      const name = `named ${substance}`;
      return { deed, order: 1, play: (actor) => clinic.keep(key, name, clinic.app.get(AnswerNamedSubstanceUseCase).execute(actor, { ...clinic.command(key, name), substance, answer })) };
    }),
    ...reconciled.map((deed, i): Event => {
      const name = `reconciliation ${i}`;
      return {
        deed,
        order: 7,
        play: (actor) => {
          const seen = [...taken].map(([medicine, revision]) => ({ medicineId: clinic.id(key, medicine), revision }));
          return clinic.keep(key, name, clinic.app.get(ReconcileMedicinesUseCase).execute(actor, { ...clinic.command(key, name), seen }));
        },
      };
    }),
  ];
}

function addition(clinic: Clinic, key: string, name: string, medicine: MedicineStory, taken: Map<string, number>): Event {
  const { added, stopped: _, sinceDay, monitoringDay, agreementDay, ...given } = medicine;
  return {
    deed: added,
    order: 1,
    play: async (actor) => {
      const days = { since: clinic.optionalDay(sinceDay) ?? null, monitoringCheckedOn: clinic.optionalDay(monitoringDay) ?? null, agreementOn: clinic.optionalDay(agreementDay) ?? null };
      const { revision } = await clinic.keep(key, name, clinic.app.get(AddMedicineUseCase).execute(actor, { ...clinic.command(key, name), ...given, ...days }));
      taken.set(name, revision);
    },
  };
}
