import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { AddPatientUseCase } from './application/add-patient.use-case.ts';
import { RecordAllergyUseCase, RemoveAllergyUseCase, SetAllergyStatusUseCase } from './application/allergies.use-cases.ts';
import { CloseContactUseCase, OpenContactUseCase } from './application/contacts.use-cases.ts';
import { DuplicatesQueries } from './application/duplicates.queries.ts';
import { EditPatientUseCase } from './application/edit-patient.use-case.ts';
import { ConsentQueries } from './application/consent.queries.ts';
import { consentUseCases } from './application/consents.use-cases.ts';
import { DeviceQueries } from './application/device.queries.ts';
import { deviceUseCases } from './application/devices.use-cases.ts';
import { ContactsBatch, PatientQueries } from './application/patient.queries.ts';
import { AddProblemUseCase, ResolveProblemUseCase } from './application/problems.use-cases.ts';
import { ChartResolver } from './graphql/chart.resolver.ts';
import { ConsentsResolver } from './graphql/consents.resolver.ts';
import { DeviceResolver, DevicesResolver } from './graphql/devices.resolver.ts';
import { PatientAnswers } from './graphql/patient-answers.ts';
import { ContactResolver, PatientResolver, RevisionResolver } from './graphql/patient.resolver.ts';
import { PresenceResolver } from './graphql/presence.resolver.ts';
import { RevisedResolver } from './graphql/revised.resolver.ts';

@Module({
  imports: [IdentityModule],
  providers: [
    AddPatientUseCase, EditPatientUseCase, AddProblemUseCase, ResolveProblemUseCase, RecordAllergyUseCase, RemoveAllergyUseCase, SetAllergyStatusUseCase,
    OpenContactUseCase, CloseContactUseCase, ContactsBatch, PatientQueries, DuplicatesQueries, PatientAnswers, PatientResolver, ContactResolver, RevisionResolver,
    ChartResolver, PresenceResolver, RevisedResolver,
    ...deviceUseCases, DeviceQueries, DevicesResolver, DeviceResolver, ...consentUseCases, ConsentQueries, ConsentsResolver,
  ],
  exports: [
    AddPatientUseCase, EditPatientUseCase, AddProblemUseCase, ResolveProblemUseCase, RecordAllergyUseCase, RemoveAllergyUseCase, SetAllergyStatusUseCase,
    OpenContactUseCase, CloseContactUseCase, PatientQueries, PatientAnswers, ...deviceUseCases, ...consentUseCases,
  ],
})
export class PatientsModule {}
