import { DEVICES_AND_CONSENTS } from './devices-and-consents.ts';
import { illnessAndTreatment } from './seed-000-illness-and-treatment.ts';
import { selfCareAndSupport } from './seed-000-self-care-and-support.ts';
import { treatmentsOfUpperBackPain } from './seed-001.ts';
import { specialistCare } from './seed-002.ts';
import { optionsForMusclePain } from './seed-003.ts';
import { overviewOfFibromyalgia } from './seed-004.ts';
import type { Statement } from './statement.ts';

const complete = (statement: Statement): Statement => ('store' in statement ? { ...statement, store: [...statement.store, ...(DEVICES_AND_CONSENTS[statement.id] ?? [])] } : statement);

export interface Article {
  readonly title: string;
  /** The invented patient whose chart says all that the article says. */
  readonly patient: { readonly givenName: string; readonly familyName: string; readonly mrn: string };
  readonly statements: readonly Statement[];
}

/** The five clinic articles, statement by statement. */
export const ARTICLES: readonly Article[] = [
  { title: 'Fibromyalgia and upper back pain', patient: { givenName: 'Clementine', familyName: 'Aldersgate', mrn: '400-000' }, statements: [...illnessAndTreatment, ...selfCareAndSupport] },
  { title: 'Treatments for upper back pain', patient: { givenName: 'Henrike', familyName: 'Bramblewood', mrn: '400-001' }, statements: treatmentsOfUpperBackPain },
  { title: 'Specialist care for severe upper back pain', patient: { givenName: 'Anselm', familyName: 'Carrowmore', mrn: '400-002' }, statements: specialistCare },
  { title: 'Options for upper back muscle pain', patient: { givenName: 'Odalys', familyName: 'Dunmarrow', mrn: '400-003' }, statements: optionsForMusclePain },
  { title: 'Fibromyalgia overview and interventional options', patient: { givenName: 'Perpetua', familyName: 'Eastwick', mrn: '400-004' }, statements: overviewOfFibromyalgia },
].map((article) => ({ ...article, statements: article.statements.map(complete) }));
