/** What this catalogue is, and which edition. Alerts store the version of the rules that fired. */
export const provenance = {
  title: 'Treatment, exercise, outcome and rule catalogue for upper back pain and fibromyalgia team care',
  version: '1.0',
  purpose: 'decision support and shared planning for clinicians; nothing here decides or orders care by itself',
  codesNote: 'only codes seen in a source are listed; CPT is left out on purpose; no codes means that none was verified',
  limits: [
    'Adults only. Pregnancy, children and cancer pain are outside the rules.',
    'Exercise doses, review intervals and most coordination intervals are clinic defaults.',
    'A physiatrist, a physical therapist, a pharmacist and a psychologist should sign the rules before real use.',
    'A number read elsewhere than in its primary source must be checked there before it guides care.',
  ],
} as const;

/** A notice that must be readable in the product. The full text is in NOTICES.md. */
export interface Notice {
  readonly subject: string;
  readonly text: string;
}

export const notices: readonly Notice[] = [
  {
    subject: 'LOINC',
    text:
      'This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical ' +
      'Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at ' +
      'http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.',
  },
  {
    subject: 'SNOMED CT',
    text:
      'The SNOMED International IPS Terminology is distributed by International Health Terminology Standards Development Organisation, ' +
      'trading as SNOMED International, and is subject to the terms of the Creative Commons Attribution 4.0 International Public License ' +
      '(https://creativecommons.org/licenses/by/4.0/).',
  },
  {
    subject: 'RxNorm',
    text:
      'This product uses publicly available data courtesy of the U.S. National Library of Medicine (NLM), National Institutes of ' +
      'Health, Department of Health and Human Services; NLM is not responsible for the product and does not endorse or recommend this ' +
      'or any other product.',
  },
  {
    subject: 'PHQ-2, PHQ-9, GAD-2, GAD-7',
    text:
      'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer ' +
      'Inc. No permission required to reproduce, translate, display or distribute.',
  },
];
