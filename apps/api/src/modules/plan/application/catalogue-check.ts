import { bodySiteById, disciplineById, measureById, orderFactsOf } from '@plexus/catalogue';
import type { CatalogueCheck } from '@plexus/domain';

/** What the plan's rules ask of the catalogue. */
export const catalogueCheck: CatalogueCheck = {
  orderFacts: orderFactsOf,
  knownDiscipline: (id) => disciplineById(id) !== undefined,
  siteIsSided: (site) => bodySiteById(site)?.sided,
  knownMeasure: (id) => measureById(id) !== undefined,
};
