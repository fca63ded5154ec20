import { randomUUID } from 'node:crypto';
import type { Client, GraphqlError } from './client.ts';

/** What the server said, word for word, and what it comes to. */
export interface Said {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly data: Record<string, unknown> | null;
  readonly error: GraphqlError | null;
  /** The code of the first error; `DATA` when there is none. */
  readonly verdict: string;
}

export async function ask(client: Client, query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Said> {
  return said(await client.send(JSON.stringify({ query, variables }), headers));
}

export async function said(response: Response): Promise<Said> {
  const text = await response.text();
  let body: { data?: Record<string, unknown> | null; errors?: GraphqlError[] } = {};
  try {
    body = JSON.parse(text) as typeof body;
  } catch {
    // Not JSON: the caller looks at the text.
  }
  const error = body.errors?.[0] ?? null;
  return { status: response.status, text, headers: response.headers, data: body.data ?? null, error, verdict: error?.extensions.code ?? 'DATA' };
}

/** Two answers that differ only in which request they are the answer to. */
export const withoutRequestId = (text: string): string => text.replace(/"requestId":"[0-9a-f-]+"/g, '"requestId":"…"');

export interface Violation {
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
}

export interface Outcome extends Said {
  /** The type of the answer, or the code of the fault. */
  readonly outcome: string;
  readonly id: string | null;
  readonly revision: number | null;
  readonly violations: readonly Violation[];
  /** The code and the field, whichever way the refusal came: `MRN_TAKEN mrn`. */
  readonly refusal: string | null;
}

const ANSWERS = {
  PatientResult: '__typename ... on Patient { id revision } ... on RuleViolation { violations { code field message } } ... on EditConflict { groups { entity group fields { field base theirs mine } by { name } } }',
  PlanResult: '__typename ... on PlanChange { id: entityId revision } ... on RuleViolation { violations { code field message } } ... on EditConflict { groups { entity group fields { field base theirs mine } by { name } } }',
  FollowUpResult: '__typename ... on FollowUpChange { revision followUp { id state what holding transitions court courtSince with { name } owner { id name } pool { id } snoozedUntil entries { id kind text } } } ... on RuleViolation { violations { code field message } } ... on EditConflict { groups { entity group fields { field base theirs mine } by { name } } }',
  LeaveResult: '__typename ... on LeaveChange { id: leaveId leave { startsOn endsOn version person { name } } } ... on RuleViolation { violations { code field message } } ... on EditConflict { groups { entity group fields { field theirs mine } by { name } } }',
  PersonResult: '__typename ... on Person { id version status name discipline roles email } ... on RuleViolation { violations { code field message } } ... on EditConflict { groups { entity group fields { field theirs mine } by { name } } }',
} as const;

const OF_PEOPLE = new Set(['invitePerson', 'editPerson', 'deactivatePerson', 'reactivatePerson']);
const OF_THE_PLAN = new Set(['editPlan', 'activatePlan', 'movePlan', 'proposeGoal', 'editGoal', 'joinGoal', 'moveGoal', 'rateGoal', 'withdrawRating', 'planActivity', 'editActivity', 'moveActivity', 'decideActivity', 'recordPastTreatment', 'undoPlanChange', 'applyPlanTemplate', 'answerForMyPart', 'dissentFromMessage', 'withdrawDissent']);
const OF_FOLLOW_UPS = new Set(['openFollowUp', 'editFollowUp', 'assignFollowUp', 'moveFollowUp', 'snoozeFollowUp', 'noteOnFollowUp', 'markAttachmentInError']);
const OF_LEAVE = new Set(['setLeave', 'endLeave']);
const SHARED_INPUTS: Readonly<Record<string, string>> = { deactivatePerson: 'ChangePersonStatus', reactivatePerson: 'ChangePersonStatus' };

export const commandDocument = (name: string): string => {
  const input = SHARED_INPUTS[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
  const answer = OF_PEOPLE.has(name) ? 'PersonResult' : OF_THE_PLAN.has(name) ? 'PlanResult' : OF_FOLLOW_UPS.has(name) ? 'FollowUpResult' : OF_LEAVE.has(name) ? 'LeaveResult' : 'PatientResult';
  return `mutation ($input: ${input}Input!) { ${name}(input: $input) { ${ANSWERS[answer]} } }`;
};

interface Answered {
  readonly __typename: string;
  readonly id?: string;
  readonly revision?: number;
  readonly violations?: Violation[];
  readonly followUp?: { readonly id: string };
}

/** One command with an id of its own, unless the input brings one. */
export async function command(client: Client, name: string, input: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Outcome> {
  return outcomeOf(name, await ask(client, commandDocument(name), { input: { commandId: randomUUID(), ...input } }, headers));
}

export function outcomeOf(name: string, answer: Said): Outcome {
  const { __typename: type, followUp, id = followUp?.id ?? null, revision = null, violations = [] } = (answer.data?.[name] ?? {}) as Partial<Answered>;
  const { extensions } = answer.error ?? {};
  const refusal = extensions ? `${extensions.rule ?? extensions.code} ${extensions.field ?? '-'}` : violations.map(({ code, field }) => `${code} ${field ?? '-'}`).join(', ') || null;
  return { ...answer, outcome: type ?? answer.verdict, id, revision, violations, refusal };
}

const DONE = new Set(['Patient', 'Person', 'PlanChange', 'FollowUpChange', 'LeaveChange']);

/** A command that must be done. */
export async function done(client: Client, name: string, input: Record<string, unknown>): Promise<Outcome> {
  const result = await command(client, name, input);
  if (!DONE.has(result.outcome)) throw new Error(`${name} was refused: ${result.text}`);
  return result;
}
