import * as careTeam from './modules/care-team/persistence/team.entities.ts';
import * as attachments from './modules/follow-ups/persistence/attachment.entities.ts';
import * as followUps from './modules/follow-ups/persistence/follow-up.entities.ts';
import * as savedViews from './modules/follow-ups/persistence/saved-view.entity.ts';
import * as background from './modules/patients/persistence/background.entities.ts';
import * as medicines from './modules/patients/persistence/medicine.entities.ts';
import * as consents from './modules/patients/persistence/consent.entity.ts';
import * as devices from './modules/patients/persistence/device.entity.ts';
import * as seenMarks from './modules/patients/persistence/seen-mark.entity.ts';
import * as patients from './modules/patients/persistence/patient.entities.ts';
import * as plan from './modules/plan/persistence/plan.entities.ts';
import * as organization from './platform/organization.entities.ts';
import * as record from './platform/records/persistence/record.entities.ts';

type EntityClass = new () => object;

/** Every row class of the application; a table without one is found by the comparison of the database's catalogue. */
export const entities: EntityClass[] = [organization, record, patients, background, medicines, devices, consents, seenMarks, careTeam, plan, followUps, savedViews, attachments].flatMap((module) =>
  Object.values(module).filter((member): member is EntityClass => typeof member === 'function'),
);
