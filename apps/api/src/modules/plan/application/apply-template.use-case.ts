import { Injectable } from '@nestjs/common';
import { catalogueItemById } from '@plexus/catalogue';
import { type Result, type RuleViolation, type StructureChoice, type StructureGoal, type StructurePart, addDays, checkStructureChoice, isOpenActivity, isOpenGoal, ok, refuse, scaleFields, similarGoals, tidy, violation, wordsField } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { ACTIVITY, GOAL, type GoalEntity } from '../persistence/plan.entities.ts';
import { GOALS_SERVED, inOrder, replaceLinks } from './plan-links.ts';
import type { NamedStructure, StructureSource } from './plan-structures.ts';

export interface ApplyPlanTemplate extends Command, StructureSource, StructureChoice {
  /** Open goals that resemble a new one, which the author has seen: these are other wishes. */
  readonly distinctFrom?: readonly string[];
}

/** Adds what was chosen of a structure in one revision: proposed goals and planned parts that nobody owns yet. What the plan has already is left out. */
@Injectable()
export class ApplyPlanTemplateUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: ApplyPlanTemplate, structure: NamedStructure): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'plan.apply-template', action: 'plan:write', command, reason: structure.name }, async (record) => {
      const checked = checkStructureChoice(structure, command);
      if (!checked.ok) return checked;
      const open = (await record.all(GOAL)).filter(isOpenGoal);
      const refused = checkAgainst(open, structure.goals, command);
      if (!refused.ok) return refused;
      const has = new Set((await record.all(ACTIVITY)).filter(isOpenActivity).map(({ catalogueId }) => catalogueId));
      const parts = structure.parts.filter(({ catalogueId }) => command.parts.includes(catalogueId) && !has.has(catalogueId));
      const added: string[] = [];
      const goalIds = new Map<string, string>();
      for (const goal of structure.goals) {
        const chosen = command.goals.find(({ key }) => key === goal.key);
        if (!chosen) continue;
        goalIds.set(goal.key, chosen.joinedGoalId ?? (await addGoal(record, goal, chosen.words!)));
        if (chosen.joinedGoalId == null) added.push(goalIds.get(goal.key)!);
      }
      for (const part of parts) added.push(await addPart(record, part, part.goals.flatMap((key) => goalIds.get(key) ?? [])));
      if (added.length === 0) return refuse(violation('TEMPLATE_NOTHING_NEW', 'The plan has all of this already. Choose something else.', 'parts'));
      return ok({ entityId: added[0]! });
    });
  }
}

/** A goal that is joined is open, and a new one is like none that is. The new ones are not compared with each other: their author sees them side by side in one form. */
function checkAgainst(open: readonly GoalEntity[], goals: readonly StructureGoal[], { goals: chosen, distinctFrom = [] }: ApplyPlanTemplate): Result<void, RuleViolation> {
  const wrong = chosen.flatMap(({ key, words, joinedGoalId }) => {
    if (joinedGoalId != null) return open.some(({ id }) => id === joinedGoalId) ? [] : [violation('GOAL_UNKNOWN', 'The plan has no such goal.', wordsField(key))];
    const { domain } = goals.find((goal) => goal.key === key)!;
    const alike = similarGoals({ words: words!, domain }, open).find(({ id }) => !distinctFrom.includes(id));
    return alike ? [violation('GOAL_SIMILAR', 'The plan has a goal like this already: “{words}”. Join it, or say that yours is another one.', wordsField(key), { words: alike.words, goalId: alike.id })] : [];
  });
  return wrong.length > 0 ? refuse(...wrong) : ok(undefined);
}

async function addGoal(record: OpenRecord, { domain, scope, measure }: StructureGoal, words: string): Promise<string> {
  const id = newId();
  await record.add(GOAL, {
    id, patientId: record.patientId, words: tidy(words), restatement: null, scope, domain, status: 'proposed', achievement: 'in-progress', ownerId: null,
    targetMeasure: measure, targetBaseline: null, targetValue: null, targetUnit: null, targetDate: null, startedOn: null, endedOn: null, endReason: null, ...scaleFields(null),
  });
  return id;
}

async function addPart(record: OpenRecord, { catalogueId, discipline }: StructurePart, goals: readonly string[]): Promise<string> {
  const id = newId();
  const weeks = catalogueItemById(catalogueId)?.defaultReviewWeeks ?? null;
  await record.add(ACTIVITY, {
    id, patientId: record.patientId, catalogueId, discipline, ownerId: null, status: 'planned', statusReason: null, doseText: null, reason: null, nextStep: null, details: {},
    startsOn: null, reviewOn: weeks === null ? null : addDays(record.actor.today, weeks * 7), endsOn: null,
  });
  await replaceLinks(record, GOALS_SERVED, id, [], inOrder(goals), true);
  return id;
}
