import type { DetailsOf } from './treatment.ts';

export const adaptiveDevices: DetailsOf<'dev'> = {
  'dev.ergonomic-assessment': {
    disciplines: ['occupational-therapist', 'physical-therapist'],
    course: { duration: '1-2 visits', basis: 'judgement', sources: [] },
    defaultReviewWeeks: 6,
    shortTerm: false,
    sites: [],
    sided: false,
    doseUnits: [],
    drugs: [],
    evidence: { note: 'Clinic articles: ergonomic assessment; desk work as cause.', sources: ['SEED000', 'SEED002'] },
    cautions: [],
    articles: ['SEED000', 'SEED002'],
    codes: [],
    codeSources: [],
  },
  'dev.adaptive-devices': {
    disciplines: ['occupational-therapist'],
    course: { basis: 'judgement', sources: [] },
    defaultReviewWeeks: 6,
    shortTerm: false,
    sites: [],
    sided: false,
    doseUnits: [],
    drugs: [],
    evidence: { note: 'A clinic article names adaptive devices and strategies without listing them.', sources: ['SEED000'] },
    cautions: ['track loan and return'],
    articles: ['SEED000'],
    codes: [],
    codeSources: [],
  },
};
