import type { BackgroundPatientFragment, ScreenSheetFragment, SymptomLineFragment } from '../gql/index.ts';
import { noor } from './builders.ts';
import { aPatient } from './patients.ts';

/** For specs: pain in the neck, rated 7. */
export const aSymptom = (over: Partial<SymptomLineFragment> = {}): SymptomLineFragment => ({
  __typename: 'Symptom', id: 'symptom-neck', code: 'pain', name: 'Pain', places: [{ __typename: 'BodyPlace', id: 'neck', name: 'Neck', site: 'neck', side: null }], patterns: [], patternWords: null,
  severity: 7, since: null, resolvedOn: null, note: null, ...over,
});

/** Signed by Noor on 12 October 2026, with nothing found. */
export const aScreen = (over: Partial<ScreenSheetFragment> = {}): ScreenSheetFragment => ({
  __typename: 'RedFlagScreen', id: 'screen-1', result: 'NONE', signedOn: '2026-10-12', signedAt: '2026-10-12T15:00:00Z', signedBy: noor, repeatDue: false, yes: [], notAsked: [],
  decision: null, decisionReason: null, decidedBy: null, ...over,
});

export const aFinding = (item: string, name: string, result: ScreenSheetFragment['result'], detail: string): ScreenSheetFragment['yes'][number] => ({ __typename: 'RedFlagAnswer', item, name, result, detail });

export function aBackground(over: Partial<BackgroundPatientFragment> = {}): BackgroundPatientFragment {
  const { sex: _sex, language: _language, interpreterNeeded: _interpreter, accessNeeds: _needs, contactDetails: _details, ...header } = aPatient();
  return {
    ...header, viewer: { __typename: 'PatientViewer', through: 'MEMBER', may: ['PATIENT_READ_CLINICAL', 'PATIENT_EDIT', 'SCREEN_SIGN'] },
    symptoms: [aSymptom()], riskFactors: [], redFlagScreens: [], ...over,
  };
}
