import type { ActivityVerb, GoalDomain, GoalVerb, PlanVerb } from '../../../gql/index.ts';
import { GOAL_DOMAINS } from './goal-form.ts';

/** What is open beside the plan. It stands in the address, so that back, reload and a colleague's link show the same. */
export type PanelAddress =
  | { readonly kind: 'new-goal'; readonly domain?: GoalDomain }
  | { readonly kind: 'goal'; readonly id: string; readonly verb?: GoalVerb; readonly at?: string }
  | { readonly kind: 'new-activity'; readonly goalId?: string; readonly column?: string }
  | { readonly kind: 'activity'; readonly id: string; readonly verb?: ActivityVerb | 'DECIDE'; readonly at?: string }
  | { readonly kind: 'past-treatment' }
  /** The attainment of a goal: its scale, or rating it. */
  | { readonly kind: 'attainment' | 'scale'; readonly id: string }
  /** A rating that is entered in error. */
  | { readonly kind: 'rating'; readonly id: string }
  | { readonly kind: 'plan'; readonly verb?: PlanVerb }
  | { readonly kind: 'template' }
  /** Which day the plan is looked back at. */
  | { readonly kind: 'as-of' }
  /** Who changed a thing of the plan, when and why. */
  | { readonly kind: 'history'; readonly entity: 'plan' | 'goal' | 'activity'; readonly id: string };

/** To read, not to write. */
export const isReading = ({ kind }: PanelAddress): boolean => kind === 'as-of' || kind === 'history';

const THINGS = ['plan', 'goal', 'activity'] as const;

const GOAL_VERBS: readonly GoalVerb[] = ['ACTIVATE', 'PAUSE', 'RESUME', 'COMPLETE', 'CANCEL'];
const ACTIVITY_VERBS: readonly (ActivityVerb | 'DECIDE')[] = ['START', 'PAUSE', 'RESUME', 'COMPLETE', 'STOP', 'DECLINE', 'DECIDE'];
const PLAN_VERBS: readonly PlanVerb[] = ['ACTIVATE', 'PAUSE', 'COMPLETE'];
const OWN_PARAMS = ['edit', 'do', 'at', 'goal', 'column', 'domain'] as const;

const oneOf = <Word extends string>(known: readonly Word[], text: string | null): Word | undefined => known.find((word) => word === text?.toUpperCase());

export function readPanel(params: URLSearchParams): PanelAddress | null {
  const edit = params.get('edit');
  const [kind, id, thingId] = edit?.split(':') ?? [];
  const at = params.get('at') ?? undefined;
  switch (kind) {
    case 'new-goal':
      return { kind, domain: oneOf(GOAL_DOMAINS, params.get('domain')) };
    case 'past-treatment':
    case 'template':
    case 'as-of':
      return { kind };
    case 'history': {
      const entity = THINGS.find((one) => one === id);
      return entity && thingId ? { kind, entity, id: thingId } : null;
    }
    case 'plan':
      return { kind, verb: oneOf(PLAN_VERBS, params.get('do')) };
    case 'new-activity':
      return { kind, goalId: params.get('goal') ?? undefined, column: params.get('column') ?? undefined };
    case 'goal':
      return id ? { kind, id, verb: oneOf(GOAL_VERBS, params.get('do')), at } : null;
    case 'attainment':
    case 'scale':
    case 'rating':
      return id ? { kind, id } : null;
    case 'activity':
      return id ? { kind, id, verb: oneOf(ACTIVITY_VERBS, params.get('do')), at } : null;
    default:
      return null;
  }
}

/** The address with this open and everything else as it was. */
export function writePanel(before: URLSearchParams, panel: PanelAddress | null): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const name of OWN_PARAMS) after.delete(name);
  const set = (name: (typeof OWN_PARAMS)[number], value: string | undefined) => { if (value) after.set(name, value); };
  switch (panel?.kind) {
    case 'new-goal':
      set('edit', panel.kind);
      set('domain', panel.domain?.toLowerCase());
      break;
    case 'past-treatment':
    case 'template':
    case 'as-of':
      set('edit', panel.kind);
      break;
    case 'plan':
      set('edit', panel.kind);
      set('do', panel.verb?.toLowerCase());
      break;
    case 'new-activity':
      set('edit', panel.kind);
      set('goal', panel.goalId);
      set('column', panel.column);
      break;
    case 'history':
      set('edit', `${panel.kind}:${panel.entity}:${panel.id}`);
      break;
    case 'attainment':
    case 'scale':
    case 'rating':
      set('edit', `${panel.kind}:${panel.id}`);
      break;
    case 'goal':
    case 'activity':
      set('edit', `${panel.kind}:${panel.id}`);
      set('do', panel.verb?.toLowerCase());
      set('at', panel.at);
  }
  return after;
}

/** Another one of these is another form; the place of the first focus is not. */
export function panelKey(panel: PanelAddress): string {
  return JSON.stringify({ ...panel, at: undefined });
}
