import { catalogueItemLabelById } from '@plexus/catalogue/labels';
import { planTemplateById } from '@plexus/catalogue/plan-templates';
import { wordsField } from '@plexus/domain';
import type { ApplyPlanTemplateInput, PlanStructureQuery } from '../../../gql/index.ts';
import { codeOf } from './like-goals.ts';

/** Where the structure comes from: a template's id, or this and a patient. */
export const FROM_PATIENT = 'from-patient';

export interface TemplateFormValues {
  source: string;
  fromPatientId: string;
  /** Keys of the goals that are chosen. */
  goals: string[];
  /** Catalogue ids. */
  parts: string[];
  /** Open goals that are not meant. */
  distinctFrom: string[];
  /** By `words:<key>`: this patient's words of a chosen goal; by `joins:<key>`: the open goal that is meant instead. */
  [ofGoal: `words:${string}` | `joins:${string}`]: string;
}

export const EMPTY_TEMPLATE: TemplateFormValues = { source: '', fromPatientId: '', goals: [], parts: [], distinctFrom: [] };

export const wordsOf = (key: string) => wordsField(key) as `words:${string}`;
export const joinsOf = (key: string) => `joins:${key}` as const;

/** A goal to choose; a patient's has neither example nor source. */
export interface ChoosableGoal {
  readonly key: string;
  readonly domain: string;
  readonly scope: string;
  readonly example?: string;
  readonly sources: readonly string[];
}

export interface Choosable {
  readonly about: string | null;
  readonly goals: readonly ChoosableGoal[];
  readonly parts: readonly { readonly catalogueId: string; readonly discipline: string; readonly goals: readonly string[]; readonly name: string }[];
}

const named = <P extends { readonly catalogueId: string }>(part: P) => ({ ...part, name: catalogueItemLabelById(part.catalogueId)?.name ?? part.catalogueId });

export function templateChoice(id: string): Choosable | null {
  const template = planTemplateById(id);
  return template ? { about: template.about, goals: template.goals, parts: template.parts.map(named) } : null;
}

export const patientChoice = ({ goals, parts }: PlanStructureQuery['previewPlanStructure']): Choosable => ({
  about: null, parts: parts.map(named), goals: goals.map(({ key, domain, scope }) => ({ key, domain: codeOf(domain), scope: codeOf(scope), sources: [] })),
});

/** A goal brings the parts that serve it, without those that the plan has; without its last goal a part goes too. */
export function withGoal(values: TemplateFormValues, { parts }: Choosable, key: string, isChosen: boolean, onPlan: ReadonlySet<string>): Pick<TemplateFormValues, 'goals' | 'parts'> {
  const goals = isChosen ? [...values.goals, key] : values.goals.filter((other) => other !== key);
  const brought = parts.filter((part) => isChosen && part.goals.includes(key) && !onPlan.has(part.catalogueId)).map(({ catalogueId }) => catalogueId);
  const alone = new Set(parts.filter((part) => part.goals.length > 0 && !part.goals.some((goal) => goals.includes(goal))).map(({ catalogueId }) => catalogueId));
  return { goals, parts: [...new Set([...values.parts, ...brought])].filter((id) => !alone.has(id)) };
}

type Written = Omit<ApplyPlanTemplateInput, 'commandId' | 'patientId' | 'baseRevision' | 'contactId'>;

export function templateInput(values: TemplateFormValues): Written {
  const isPatient = values.source === FROM_PATIENT;
  return {
    ...(isPatient ? { fromPatientId: values.fromPatientId } : { templateId: values.source }),
    goals: values.goals.map((key) => (values[joinsOf(key)] ? { key, joinedGoalId: values[joinsOf(key)] } : { key, words: values[wordsOf(key)]?.trim() ?? '' })),
    parts: values.parts,
    ...(values.distinctFrom.length > 0 && { distinctFrom: values.distinctFrom }),
  };
}

export const missingWords = (values: TemplateFormValues): string[] => values.goals.filter((key) => !values[joinsOf(key)] && !values[wordsOf(key)]?.trim()).map(wordsOf);
