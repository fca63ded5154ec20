import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { AddPatientUseCase } from './application/add-patient.use-case.ts';
import { RecordAllergyUseCase, RemoveAllergyUseCase, SetAllergyStatusUseCase } from './application/allergies.use-cases.ts';
import { BackgroundQueries } from './application/background.queries.ts';
import { CloseContactUseCase, OpenContactUseCase } from './application/contacts.use-cases.ts';
import { DuplicatesQueries } from './application/duplicates.queries.ts';
import { EditPatientUseCase } from './application/edit-patient.use-case.ts';
import { MedicineQueries } from './application/medicine.queries.ts';
import { AddMedicineUseCase, EditMedicineUseCase, MarkMedicineInErrorUseCase, StopMedicineUseCase } from './application/medicines.use-cases.ts';
import { AnswerNamedSubstanceUseCase } from './application/named-substances.use-case.ts';
import { ConsentQueries } from './application/consent.queries.ts';
import { consentUseCases } from './application/consents.use-cases.ts';
import { DeviceQueries } from './application/device.queries.ts';
import { deviceUseCases } from './application/devices.use-cases.ts';
import { ContactsBatch, PatientQueries, PatientsBatch } from './application/patient.queries.ts';
import { AddProblemUseCase, ResolveProblemUseCase } from './application/problems.use-cases.ts';
import { ReconcileMedicinesUseCase } from './application/reconcile-medicines.use-case.ts';
import { DecideOnRedFlagScreenUseCase, RemoveRedFlagScreenUseCase, SignRedFlagScreenUseCase } from './application/red-flag-screens.use-cases.ts';
import { AddRiskFactorUseCase, EditRiskFactorUseCase, RemoveRiskFactorUseCase } from './application/risk-factors.use-cases.ts';
import { EditSymptomUseCase, RecordSymptomUseCase, RemoveSymptomUseCase } from './application/symptoms.use-cases.ts';
import { BackgroundResolver, PatientBackgroundResolver, RedFlagScreenResolver } from './graphql/background.resolver.ts';
import { ChartResolver } from './graphql/chart.resolver.ts';
import { MedicineCommandsResolver, NamedSubstanceResolver, PatientMedicinesResolver, ReconciliationResolver } from './graphql/medicine.resolver.ts';
import { ConsentsResolver } from './graphql/consents.resolver.ts';
import { DeviceResolver, DevicesResolver } from './graphql/devices.resolver.ts';
import { PatientAnswers } from './graphql/patient-answers.ts';
import { PatientUnreadResolver, UnreadResolver } from './graphql/unread.resolver.ts';
import { MarkReviewedUseCase } from './application/mark-reviewed.use-case.ts';
import { SeenMarksQueries } from './application/seen-marks.queries.ts';
import { ContactResolver, PatientResolver, RevisionResolver } from './graphql/patient.resolver.ts';
import { PresenceResolver } from './graphql/presence.resolver.ts';
import { RevisedResolver } from './graphql/revised.resolver.ts';

// Exported for the demo clinic, which is made through them.
const background = [
  RecordSymptomUseCase, EditSymptomUseCase, RemoveSymptomUseCase, AddRiskFactorUseCase, EditRiskFactorUseCase, RemoveRiskFactorUseCase,
  SignRedFlagScreenUseCase, DecideOnRedFlagScreenUseCase, RemoveRedFlagScreenUseCase,
];
const medicines = [AddMedicineUseCase, EditMedicineUseCase, StopMedicineUseCase, MarkMedicineInErrorUseCase, ReconcileMedicinesUseCase, AnswerNamedSubstanceUseCase, MedicineQueries];

@Module({
  imports: [IdentityModule],
  providers: [
    AddPatientUseCase, EditPatientUseCase, AddProblemUseCase, ResolveProblemUseCase, RecordAllergyUseCase, RemoveAllergyUseCase, SetAllergyStatusUseCase,
    OpenContactUseCase, CloseContactUseCase, ContactsBatch, PatientsBatch, PatientQueries, DuplicatesQueries, PatientAnswers, PatientResolver, ContactResolver, RevisionResolver,
    ChartResolver, PresenceResolver, RevisedResolver,
    ...background, BackgroundQueries, BackgroundResolver, PatientBackgroundResolver, RedFlagScreenResolver,
    ...medicines, MedicineCommandsResolver, PatientMedicinesResolver, NamedSubstanceResolver, ReconciliationResolver,
    ...deviceUseCases, DeviceQueries, DevicesResolver, DeviceResolver, ...consentUseCases, ConsentQueries, ConsentsResolver,
    MarkReviewedUseCase, SeenMarksQueries, PatientUnreadResolver, UnreadResolver,
  ],
  exports: [
    AddPatientUseCase, EditPatientUseCase, AddProblemUseCase, ResolveProblemUseCase, RecordAllergyUseCase, RemoveAllergyUseCase, SetAllergyStatusUseCase,
    OpenContactUseCase, CloseContactUseCase, PatientQueries, PatientAnswers,
    ...background, ...medicines, ...deviceUseCases, ...consentUseCases, MarkReviewedUseCase,
  ],
})
export class PatientsModule {}
