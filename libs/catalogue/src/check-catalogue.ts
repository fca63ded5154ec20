import { GOAL_DOMAINS, GOAL_SCOPES } from '@plexus/domain';
import { type Catalogue, catalogue } from './catalogue.ts';
import { TREATMENT_CATEGORIES } from './vocabulary.ts';

/** Which wording a form may have, by what the licence of its measure allows. */
const WORDINGS_ALLOWED = {
  full: ['original', 'own'],
  provisional: ['own'],
  'structure-own-wording': ['own'],
  'score-only': [],
} as const satisfies Record<string, readonly string[]>;

interface Identified {
  readonly id: string;
}

/** Collects what is wrong, each as "id.field: what". */
class Faults {
  readonly found: string[] = [];

  add(id: string, field: string, what: string): void {
    this.found.push(`${id}.${field}: ${what}`);
  }

  unknown(id: string, field: string, references: readonly string[], known: ReadonlySet<string>): void {
    for (const reference of references) {
      if (!known.has(reference)) this.add(id, field, `"${reference}" is not in the catalogue`);
    }
  }

  repeated(ids: readonly string[], field: string): void {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) this.add(id, field, 'appears twice');
      seen.add(id);
    }
  }
}

const idsOf = (rows: readonly Identified[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id));

/** Every discipline and every category has exactly one column. */
function checkColumns({ columns, disciplines }: Catalogue, faults: Faults): void {
  const known = idsOf(disciplines);
  for (const column of columns) {
    faults.unknown(column.id, 'disciplines', column.disciplines, known);
    faults.unknown(column.id, 'categories', column.categories, new Set(Object.keys(TREATMENT_CATEGORIES)));
  }
  const placed = (id: string, field: string, where: readonly (readonly string[])[]): void => {
    const count = where.filter((group) => group.includes(id)).length;
    if (count !== 1) faults.add(id, field, `must be in exactly one column, is in ${count}`);
  };
  for (const { id } of disciplines) placed(id, 'column', columns.map((column) => column.disciplines));
  for (const id of Object.keys(TREATMENT_CATEGORIES)) placed(id, 'column', columns.map((column) => column.categories));
}

function checkPlanItems(data: Catalogue, faults: Faults): void {
  const disciplines = idsOf(data.disciplines);
  const sources = new Set(data.sources.map(({ key }) => key));
  const sites = idsOf(data.bodySites);
  for (const item of [...data.treatments, ...data.planActivities]) {
    if (!item.disciplines.length) faults.add(item.id, 'disciplines', 'names nobody');
    faults.unknown(item.id, 'disciplines', item.disciplines, disciplines);
    faults.unknown(item.id, 'articles', item.articles, sources);
    faults.unknown(item.id, 'sites', item.sites, sites);
    if (item.sided && !item.sites.length) faults.add(item.id, 'sided', 'asks for a side without a site');
  }
  for (const { id, course, evidence, codes, codeSources } of data.treatments) {
    faults.unknown(id, 'course.sources', course.sources, sources);
    faults.unknown(id, 'evidence.sources', evidence.sources, sources);
    faults.unknown(id, 'codeSources', codeSources, sources);
    if (codes.length && !codeSources.length) faults.add(id, 'codeSources', 'codes without a source');
  }
}

/** A template names only what the catalogue has, and gives no part to a discipline that may not carry it out. */
function checkTemplates(data: Catalogue, faults: Faults): void {
  const items = new Map([...data.treatments, ...data.planActivities].map((item) => [item.id as string, item.disciplines as readonly string[]]));
  const sources = new Set(data.sources.map(({ key }) => key));
  for (const { id, goals, parts } of data.planTemplates) {
    const keys = idsOf(goals.map(({ key }) => ({ id: key })));
    faults.repeated(goals.map(({ key }) => `${id}.${key}`), 'key');
    faults.repeated(parts.map(({ catalogueId }) => `${id}.${catalogueId}`), 'catalogueId');
    for (const goal of goals) {
      const at = `${id}.${goal.key}`;
      faults.unknown(at, 'domain', [goal.domain], new Set(GOAL_DOMAINS));
      faults.unknown(at, 'scope', [goal.scope], new Set(GOAL_SCOPES));
      faults.unknown(at, 'measure', goal.measure ? [goal.measure] : [], idsOf(data.measures));
      faults.unknown(at, 'sources', goal.sources, sources);
    }
    for (const part of parts) {
      const at = `${id}.${part.catalogueId}`;
      faults.unknown(at, 'catalogueId', [part.catalogueId], new Set(items.keys()));
      faults.unknown(at, 'goals', part.goals, keys);
      if (!items.get(part.catalogueId)?.includes(part.discipline)) faults.add(at, 'discipline', `"${part.discipline}" does not carry it out`);
    }
  }
}

/** "Harder than" must never come round in a circle, whether it is said by a progression or by a regression. */
function checkProgressions({ exercises, exerciseInstructions }: Catalogue, faults: Faults): void {
  const known = idsOf(exercises);
  const harder = new Map<string, Set<string>>(exercises.map(({ id }) => [id, new Set()]));
  for (const { id, progressTo, regressTo, dose, doseDimensions, sided } of exercises) {
    if (progressTo) faults.unknown(id, 'progressTo', [progressTo], known);
    if (regressTo) faults.unknown(id, 'regressTo', [regressTo], known);
    if (progressTo) harder.get(id)?.add(progressTo);
    if (regressTo) harder.get(regressTo)?.add(id);
    if (!exerciseInstructions[id]) faults.add(id, 'instructions', 'missing');
    for (const dimension of Object.keys(dose)) {
      if (!doseDimensions.some((one) => one === dimension)) faults.add(id, 'doseDimensions', `"${dimension}" is dosed but not listed`);
    }
    if (doseDimensions.includes('side') !== sided) faults.add(id, 'sided', 'does not agree with the dose dimensions');
  }
  for (const id of known) {
    const reached = new Set<string>();
    const waiting = [...(harder.get(id) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(...(harder.get(next) ?? []));
    }
    if (reached.has(id)) faults.add(id, 'progressTo', 'is harder than itself by way of other exercises');
  }
}

/** Nothing that a licence keeps back is in the forms. */
function checkMeasures({ measures, measureForms, sources }: Catalogue, faults: Faults): void {
  const known = new Set(sources.map(({ key }) => key));
  for (const { id, ship, change, bandSets, bandsNoteSources, codes, codeSources } of measures) {
    faults.unknown(id, 'change.sources', change.sources, known);
    faults.unknown(id, 'codeSources', codeSources, known);
    faults.unknown(id, 'bandsNoteSources', bandsNoteSources ?? [], known);
    for (const set of bandSets) faults.unknown(id, 'bandSets.sources', set.sources, known);
    if (codes.length && !codeSources.length) faults.add(id, 'codeSources', 'codes without a source');
    const form = measureForms[id];
    if (form && !(WORDINGS_ALLOWED[ship] as readonly string[]).includes(form.wording)) {
      faults.add(id, 'form', `a measure shipped as "${ship}" may not have ${form.wording} wording`);
    }
  }
  faults.unknown('measureForms', 'id', Object.keys(measureForms), idsOf(measures));
  faults.repeated(Object.values(measureForms).flatMap(({ items }) => items.map(({ id }) => id)), 'id');
}

function checkDrugsAndRules(data: Catalogue, faults: Faults): void {
  const sources = new Set(data.sources.map(({ key }) => key));
  const classes = idsOf(data.drugClasses);
  const treatments = idsOf(data.treatments);
  const sites = idsOf(data.bodySites);
  for (const rule of data.rules) {
    if (!rule.sources.length) faults.add(rule.id, 'sources', 'none');
    faults.unknown(rule.id, 'sources', rule.sources, sources);
    faults.unknown(rule.id, 'drugClasses', rule.drugClasses ?? [], classes);
  }
  for (const drugClass of data.drugClasses) {
    faults.unknown(drugClass.id, 'includes', drugClass.includes, classes);
    if (data.drugClasses.some(({ id, includes }) => drugClass.includes.includes(id) && includes.length)) {
      faults.add(drugClass.id, 'includes', 'goes deeper than one level');
    }
    faults.unknown(drugClass.id, 'sources', drugClass.sources, sources);
    if (new Set(drugClass.drugs).size !== drugClass.drugs.length) faults.add(drugClass.id, 'drugs', 'a medicine appears twice');
  }
  for (const row of data.procedureBleedingClasses) {
    if (row.treatment) faults.unknown(row.id, 'treatment', [row.treatment], treatments);
    faults.unknown(row.id, 'sites', row.sites ?? [], sites);
    faults.unknown(row.id, 'sources', row.sources, sources);
  }
  faults.unknown('crisis-line', 'sources', data.crisisLine.sources, sources);
  for (const substance of data.namedSubstances) faults.unknown(substance.id, 'sources', substance.sources, sources);
  const pausable = new Set(data.drugClasses.filter(({ id }) => id === 'antithrombotic' || id === 'nsaid').flatMap(({ drugs }) => drugs));
  for (const schedule of data.holdSchedules) {
    faults.unknown(schedule.id, 'drugs', schedule.drugs, pausable);
    faults.unknown(schedule.id, 'sources', schedule.sources, sources);
  }
}

function checkDevicesAndConsents(data: Catalogue, faults: Faults): void {
  const sources = new Set(data.sources.map(({ key }) => key));
  const rules = idsOf(data.rules);
  for (const { id, effects } of data.implantedDevices) {
    for (const { rule, sources: cited } of effects) {
      if (!cited.length) faults.add(id, 'effects.sources', 'none');
      faults.unknown(id, 'effects.sources', cited, sources);
      faults.unknown(id, 'effects.rule', rule === undefined ? [] : [rule], rules);
    }
  }
  for (const { id, sources: cited } of data.consentKinds) faults.unknown(id, 'sources', cited, sources);
}

function checkTheRest(data: Catalogue, faults: Faults): void {
  const sources = new Set(data.sources.map(({ key }) => key));
  const sites = idsOf(data.bodySites);
  for (const { id, sources: cited } of [...data.disciplines, ...data.exercisePolicy]) faults.unknown(id, 'sources', cited, sources);
  for (const { id, articles } of data.exercises) faults.unknown(id, 'articles', articles, sources);
  for (const { id, codeSources } of data.problems) faults.unknown(id, 'codeSources', codeSources, sources);
  for (const { id, sources: cited } of [...data.symptoms, ...data.riskFactors, ...data.redFlagGroups]) faults.unknown(id, 'sources', cited, sources);
  for (const { id, rule } of data.redFlagGroups) faults.unknown(id, 'rule', rule === null ? [] : [rule], idsOf(data.rules));
  faults.repeated(data.redFlagGroups.flatMap(({ items }) => items.map(({ id }) => id)), 'id');
  for (const { id, site } of data.painAreas) faults.unknown(id, 'site', [site], sites);
  faults.repeated(data.sources.map(({ key }) => key), 'key');
  faults.repeated([...data.treatments, ...data.planActivities, ...data.exercises].map(({ id }) => id), 'id');
  // The history says of each of them by its id alone what it is called.
  faults.repeated([...data.problems, ...data.measures, ...data.disciplines, ...data.implantedDevices, ...data.consentKinds].map(({ id }) => id), 'id');
  const lists: readonly (readonly Identified[])[] = [
    data.disciplines,
    data.columns,
    data.bodySites,
    data.painAreas,
    data.planTemplates,
    data.problems,
    data.symptoms,
    data.riskFactors,
    data.redFlagGroups,
    data.implantedDevices,
    data.consentKinds,
    data.exercisePolicy,
    data.measures,
    data.rules,
    data.drugClasses,
    data.namedSubstances,
    data.procedureBleedingClasses,
    data.holdSchedules,
  ];
  for (const list of lists) faults.repeated(list.map(({ id }) => id), 'id');
}

/** Throws an error that names the id and the field of everything that is wrong; says nothing when all is well. */
export function checkCatalogue(data: Catalogue = catalogue): void {
  const faults = new Faults();
  checkTheRest(data, faults);
  checkColumns(data, faults);
  checkPlanItems(data, faults);
  checkTemplates(data, faults);
  checkProgressions(data, faults);
  checkMeasures(data, faults);
  checkDrugsAndRules(data, faults);
  checkDevicesAndConsents(data, faults);
  if (faults.found.length) throw new Error(`The catalogue does not hold together:\n${faults.found.join('\n')}`);
}
