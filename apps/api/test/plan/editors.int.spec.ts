import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { catalogueItemById, disciplineById } from '@plexus/catalogue';
import fc from 'fast-check';
import { PlanClinic, type PlanAnswer, type ShownPlan, type ShownRevision, change, planOf, revisionsAfter } from '../support/plan-clinic.ts';
import { PlanModel, type Thing, type Value, type Wish, edited, joined, movedActivity, movedGoal } from '../support/plan-model.ts';
import type { Clinician } from '../support/record-clinic.ts';

const LONG = process.env.PLEXUS_LONG === '1';
const EDITORS = LONG ? 50 : 5;
const RUNS = LONG ? 1 : 12;
const STEPS = LONG ? 20_000 : 40;
/** How many of the newest goals and activities are worked on at once. */
const AT_WORK = LONG ? 12 : 2;
const WITHIN_MS = LONG ? 3_600_000 : 600_000;

let clinic: PlanClinic;
let people: Clinician[];
const figures = { done: 0, conflict: 0, refused: 0, merged: 0, queued: 0 };

beforeAll(async () => {
  clinic = await PlanClinic.open();
  people = [clinic.physiatrist, clinic.therapist];
  while (people.length < EDITORS) people.push(await clinic.join(`Editor ${people.length}`, 'nurse'));
});
afterAll(() => clinic.close());

type Act =
  | { readonly act: 'look' | 'leave' | 'return' | 'joinGoal' | 'propose' | 'plan' }
  | { readonly act: 'editPlan' | 'editGoal' | 'editActivity'; readonly fields: Readonly<Record<string, number>> }
  | { readonly act: 'moveGoal' | 'moveActivity'; readonly verb: string };
type Step = Act & { readonly who: number; readonly which: number; /** Looks first, and so knows the newest revision. */ readonly isFresh: boolean };

const few = fc.nat(2);
/** Some of these fields, each with one of a few values, so that two people may also want the same, or take back what the other did. */
const some = (...fields: readonly string[]) => fc.dictionary(fc.constantFrom(...fields), few, { minKeys: 1, maxKeys: 3 });
const verbs = (often: readonly string[], rare: readonly string[]) => fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...often) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('look' as const, 'leave' as const, 'return' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('joinGoal' as const, 'propose' as const, 'plan' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('editPlan' as const), fields: some('title', 'summary', 'reviewDate', 'agreedMessage') }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('editGoal' as const), fields: some('words', 'restatement', 'scope', 'domain', 'achievement', 'owner', 'participants', 'target') }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('editActivity' as const), fields: some('doseText', 'reason', 'discipline', 'owner', 'goals', 'reviewOn', 'endsOn') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('moveGoal' as const), verb: verbs(['activate', 'pause', 'resume'], ['complete', 'cancel']) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('moveActivity' as const), verb: verbs(['start', 'pause', 'resume'], ['complete', 'stop', 'decline']) }) },
);
const step: fc.Arbitrary<Step> = fc.tuple(act, fc.nat(EDITORS - 1), fc.nat(AT_WORK - 1), fc.boolean()).map(([what, who, which, isFresh]) => ({ ...what, who, which, isFresh }));

const enumOf = (code: string): string => code.toUpperCase().replaceAll('-', '_');
const codeOf = (published: string): string => published.toLowerCase().replaceAll('_', '-');

/** A command as it is sent, and what it asks of the model when it arrives. */
interface Sent {
  readonly name: string;
  readonly base: number;
  readonly input: Record<string, unknown>;
  readonly thing: Thing | null;
  readonly wish: () => Wish;
  readonly made: (id: string) => void;
}

/** One patient's plan, its model, and those who edit it. */
class Editing {
  private readonly editors = people.map((who) => ({ who, known: 0, replica: new Map<string, Map<string, string | null>>(), queue: null as Sent[] | null }));
  /** Ids of goals that exist, for a proposal that is another one. */
  private readonly goalIds: string[] = [];

  private constructor(
    private readonly patientId: string,
    private readonly model: PlanModel,
  ) {}

  static async begin(): Promise<Editing> {
    const patientId = await clinic.patient(...people.slice(2));
    const { revision, plan } = await planOf(people[0]!.client, patientId);
    const model = new PlanModel(revision);
    model.add(plan.id, 'plan', shown(plan).get(plan.id)!);
    const editing = new Editing(patientId, model);
    for (let count = 0; count < AT_WORK; count += 1) for (const what of ['propose', 'plan'] as const) await editing.take({ act: what, who: 0, which: 0, isFresh: true });
    for (const who of people.keys()) await editing.look(who);
    return editing;
  }

  async take(step: Step): Promise<void> {
    const editor = this.editors[step.who]!;
    if (step.act === 'look') return this.look(step.who);
    // Without network one goes on from what one last saw, and everything is sent later.
    if (step.act === 'leave') return void (editor.queue ??= []);
    if (step.act === 'return') return this.comeBack(step.who);
    if (step.isFresh && editor.queue === null) await this.look(step.who);
    const command = this.command(step);
    if (editor.queue) {
      editor.queue.push(command);
      figures.queued += 1;
    } else await this.send(step.who, command);
  }

  private async comeBack(who: number): Promise<void> {
    const editor = this.editors[who]!;
    const queue = editor.queue ?? [];
    editor.queue = null;
    for (const command of queue) await this.send(who, command);
  }

  private command(step: Exclude<Step, { act: 'look' | 'leave' | 'return' }>): Sent {
    const { who, known: base } = this.editors[step.who]!;
    const newest = (kind: 'goal' | 'activity'): Thing => {
      // Nobody edits what they have not seen.
      const things = this.model.of(kind).filter(({ since }) => since <= base).slice(-AT_WORK);
      return things[step.which % things.length]!;
    };
    const on = (name: string, thing: Thing, input: Record<string, unknown>, wish: () => Wish): Sent => ({
      name, base, thing, wish, made: () => undefined, input: { ...input, ...(thing.kind === 'plan' ? {} : { [`${thing.kind}Id`]: thing.id }) },
    });
    switch (step.act) {
      case 'propose': {
        const words = `Wish ${randomUUID()}`;
        return {
          name: 'proposeGoal', base, thing: null, wish: () => ({ asks: {}, writes: {} }), input: { words, scope: 'WHOLE_PERSON', domain: 'MOVEMENT' },
          made: (id) => {
            this.goalIds.push(id);
            this.model.add(id, 'goal', { ...NEW_GOAL, words });
          },
        };
      }
      case 'plan':
        return {
          name: 'planActivity', base, thing: null, wish: () => ({ asks: {}, writes: {} }), input: { catalogueId: 'med.duloxetine', discipline: 'physiatrist', doseText: '30 mg' },
          made: (id) => void this.model.add(id, 'activity', NEW_ACTIVITY),
        };
      case 'editPlan':
      case 'editGoal':
      case 'editActivity': {
        const thing = step.act === 'editPlan' ? this.model.of('plan')[0]! : newest(step.act === 'editGoal' ? 'goal' : 'activity');
        const parts = Object.entries(step.fields).map(([field, value]) => this.field(field, value));
        const asks = Object.assign({}, ...parts.map((part) => part.asks)) as Record<string, Value>;
        return on(step.act, thing, Object.assign({}, ...parts.map((part) => part.input)) as Record<string, unknown>, () => edited(thing, asks));
      }
      case 'joinGoal': {
        const goal = newest('goal');
        return on('joinGoal', goal, {}, () => joined(goal, who.person.personId));
      }
      case 'moveGoal': {
        const goal = newest('goal');
        const achievement = step.verb === 'complete' ? 'achieved' : null;
        return on('moveGoal', goal, { verb: enumOf(step.verb), reason: 'Because', ...(achievement ? { achievement: enumOf(achievement) } : {}) }, () => movedGoal(goal, step.verb, 'Because', achievement, clinic.world.today));
      }
      case 'moveActivity': {
        const activity = newest('activity');
        return on('moveActivity', activity, { verb: enumOf(step.verb), reason: 'Because' }, () => movedActivity(activity, step.verb, 'Because', clinic.world.today));
      }
      default:
        throw new Error(`There is no ${JSON.stringify(step)}.`);
    }
  }

  /** One of a field's few values, as it is sent and as it will stand. */
  private field(name: string, value: number): { input: Record<string, unknown>; asks: Record<string, Value> } {
    const plain = (given: string | null) => ({ input: { [name]: given }, asks: { [name]: given } });
    const code = (...codes: readonly string[]) => ({ input: { [name]: enumOf(codes[value % codes.length]!) }, asks: { [name]: codes[value % codes.length]! } });
    const day = (offset: number) => (value === 0 ? null : clinic.world.day(offset * value));
    const ids = people.slice(0, value).map(({ person }) => person.personId).sort();
    switch (name) {
      case 'title': return plain(`Title ${value}`);
      case 'words': return plain(`Words ${value}`);
      case 'scope': return code('whole-person', 'upper-back');
      case 'domain': return code('movement', 'pacing', 'sleep');
      case 'achievement': return code('in-progress', 'improving', 'worsening');
      case 'discipline': return plain(['physiatrist', 'nurse', 'physical-therapist'][value]!);
      case 'reviewDate': case 'reviewOn': case 'endsOn': return plain(day(30));
      case 'owner': return { input: { ownerId: ids[0] ?? null }, asks: { owner: ids[0] ?? null } };
      case 'participants': return { input: { participantIds: ids }, asks: { participants: ids } };
      case 'goals': {
        const goals = this.goalIds.slice(0, value).sort();
        return { input: { goalIds: goals }, asks: { goals } };
      }
      case 'agreedMessage': return { input: { agreedMessage: value === 0 ? null : `Say ${value}` }, asks: { agreedMessage: value === 0 ? null : `Say ${value}`, agreedOn: value === 0 ? null : clinic.world.today } };
      case 'target': return value === 0
        ? { input: { target: null }, asks: { targetMeasure: null, targetBaseline: null, targetValue: null, targetUnit: null, targetDate: null } }
        : { input: { target: { value: 10 * value, unit: 'minutes' } }, asks: { targetMeasure: null, targetBaseline: null, targetValue: String(10 * value), targetUnit: 'minutes', targetDate: null } };
      default: return plain(value === 0 ? null : `${name} ${value}`);
    }
  }

  private async send(who: number, { name, base, input, thing, wish, made }: Sent): Promise<void> {
    const { client, person } = this.editors[who]!.who;
    const given = { patientId: this.patientId, baseRevision: base, ...input, ...(name === 'proposeGoal' ? { distinctFrom: this.goalIds } : {}) };
    const expected = thing ? this.model.send(thing, person.personId, base, wish()) : { kind: 'done' as const, revision: (this.model.revision += 1) };
    const answer = await change(client, name, given, { short: true });
    expect({ name, given, ...said(answer) }).toEqual({ name, given, ...expected, ...(expected.kind === 'conflict' ? { revision: this.model.revision } : {}) });
    if (!thing) made(answer.entityId!);
    figures[expected.kind] += 1;
    if (expected.kind === 'done' && base < expected.revision - 1) figures.merged += 1;
  }

  /** Reads what came after what one knows, and writes it into what one has. */
  private async look(who: number): Promise<void> {
    const editor = this.editors[who]!;
    for (;;) {
      const missed = await revisionsAfter(editor.who.client, this.patientId, editor.known);
      // Each once, in order, none left out.
      expect(missed.map(({ number }) => number)).toEqual(missed.map((_, index) => editor.known + 1 + index));
      if (missed.length === 0) break;
      for (const revision of missed) apply(editor.replica, revision);
      editor.known = missed.at(-1)!.number;
    }
    expect(editor.known).toBe(this.model.revision);
  }

  async end(): Promise<void> {
    for (const who of this.editors.keys()) await this.comeBack(who);
    for (const who of this.editors.keys()) await this.look(who);
    const { revision, plan } = await planOf(people[0]!.client, this.patientId);
    expect(revision).toBe(this.model.revision);
    const stands = shown(plan);
    expect(Object.fromEntries(stands)).toEqual(Object.fromEntries([...this.model.things].map(([id, { now }]) => [id, now])));
    expect(this.model.lost()).toEqual([]);
    for (const { replica } of this.editors) {
      for (const [id, fields] of stands) for (const [field, value] of Object.entries(fields)) expect([field, replica.get(id)?.get(field) || null]).toEqual([field, inWords(field, value)]);
    }
  }
}

const NEW_GOAL = {
  restatement: null, scope: 'whole-person', domain: 'movement', status: 'proposed', achievement: 'in-progress', owner: null, participants: [],
  targetMeasure: null, targetBaseline: null, targetValue: null, targetUnit: null, targetDate: null, startedOn: null, endedOn: null, endReason: null,
} as const;
const NEW_ACTIVITY = {
  catalogueId: 'med.duloxetine', discipline: 'physiatrist', owner: null, goals: [], doseText: '30 mg', reason: null, nextStep: null, startsOn: null, reviewOn: null, endsOn: null, status: 'planned', statusReason: null,
} as const;

function said(answer: PlanAnswer) {
  if (answer.__typename === 'PlanChange') return { kind: 'done', revision: answer.revision };
  if (answer.__typename === 'RuleViolation') return { kind: 'refused' };
  return { kind: 'conflict', orders: answer.groups!.map(({ group }) => group).sort(), revision: answer.revision };
}

/** The plan that the server shows, as the fields that stand in each thing. */
function shown({ goals, activities, ...plan }: ShownPlan): Map<string, Record<string, Value>> {
  const number = (value: number | null | undefined) => (value == null ? null : String(value));
  return new Map<string, Record<string, Value>>([
    [plan.id, { title: plan.title, summary: plan.summary, status: codeOf(plan.status), reviewDate: plan.reviewDate, agreedMessage: plan.agreedMessage, agreedOn: plan.agreedOn }],
    ...goals.map(({ id, owner, participants, target, scale: _scale, ratings: _ratings, ...goal }): [string, Record<string, Value>] => [id, {
      ...goal, scope: codeOf(goal.scope), domain: codeOf(goal.domain), status: codeOf(goal.status), achievement: codeOf(goal.achievement), owner: owner?.id ?? null, participants: participants.map((person) => person.id).sort(),
      targetMeasure: target?.measure ?? null, targetBaseline: number(target?.baseline), targetValue: number(target?.value), targetUnit: target?.unit ?? null, targetDate: target?.date ?? null,
    }]),
    ...activities.map(({ id, owner, goalIds, ...activity }): [string, Record<string, Value>] => [id, { ...activity, status: codeOf(activity.status), owner: owner?.id ?? null, goals: [...goalIds].sort() }]),
  ]);
}

function apply(replica: Map<string, Map<string, string | null>>, { changes }: ShownRevision): void {
  for (const { entityId, field, after } of changes) {
    const thing = replica.get(entityId) ?? new Map<string, string | null>();
    replica.set(entityId, thing);
    // Goals are called by the words that they have when they are read: only how many there are is the same for all.
    thing.set(field, field === 'goals' ? String(after?.text ? after.text.split(', ').length : '') : (after?.text ?? null));
  }
}

function inWords(field: string, value: Value): string | null {
  const nameOf = (id: string) => people.find(({ person }) => person.personId === id)!.person.name;
  if (field === 'goals') return String(value?.length || '') || null;
  if (field === 'participants') return (value as readonly string[]).map(nameOf).join(', ') || null;
  if (value !== null && field === 'owner') return nameOf(value as string);
  if (field === 'catalogueId') return catalogueItemById(value as string)!.name;
  if (field === 'discipline') return disciplineById(value as string)!.name;
  return value as string | null;
}

it(`${EDITORS} editors of one plan, some of them away for a while: what was acknowledged stays, conflicts are true, and all see the same`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: LONG ? STEPS : STEPS / 2, maxLength: STEPS, size: 'max' }), async (steps) => {
      const editing = await Editing.begin();
      for (const next of steps) await editing.take(next);
      await editing.end();
    }),
    { numRuns: RUNS, endOnFailure: LONG, ...(LONG ? {} : { interruptAfterTimeLimit: 100_000 }) },
  );
  if (LONG) process.stdout.write(`Editors: ${JSON.stringify(figures)}\n`);
  // Runs in which nothing met would have proven nothing. How often they meet is chance; that none ever does is not.
  for (const [what, times] of Object.entries(figures)) expect([what, times > 0]).toEqual([what, true]);
}, WITHIN_MS);
