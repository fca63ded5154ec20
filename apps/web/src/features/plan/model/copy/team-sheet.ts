import type { ActivityCellFragment, GoalCellFragment } from '../../../../gql/index.ts';
import { patientName } from '../../../../shared/patient-name.ts';
import { agreementState } from '../agreement-state.ts';
import { RATERS, latestBy } from '../attainment.ts';
import { isOpenGoal, isPast } from '../shape-plan.ts';
import { goalBadge } from '../tones.ts';
import type { SheetWords } from '../../hooks/use-sheet-words.ts';
import type { CopyPatient, Edges } from './patient-sheet.ts';
import type { Block, Group, Item, Sheet } from './sheet.ts';

const joined = (parts: readonly (string | false | null | undefined)[], by = ' · '): string => parts.filter(Boolean).join(by);
const heading = (level: 1 | 2 | 3, words: string): Block => ({ kind: 'heading', level, words });
const paragraphs = (...all: readonly (string | false | null | undefined)[]): Block[] => all.filter((words): words is string => Boolean(words)).map((words) => ({ kind: 'paragraph', words }));
const list = (items: readonly Item[]): Block[] => (items.length > 0 ? [{ kind: 'list', items }] : []);

/** The plan as it stands, for those who treat: every open goal with each discipline's part, and what nobody may overlook. Nothing that its reader may not read. */
export function teamSheet(patient: CopyPatient, edges: Edges, say: SheetWords): Sheet {
  const { text } = say;
  const title = text('copy.team.title', { name: patientName(patient) });
  const groups: Group[] = [
    [heading(1, title), ...standing(patient, say)],
    ...(patient.viewer.may.includes('PATIENT_READ_CLINICAL') ? [safety(patient, say)] : []),
    message(patient, say),
    [heading(2, text('patient.team')), ...list(teamItems(patient, say))],
    ...goalGroups(patient, say),
    agreements(patient, say),
    ...(patient.viewer.may.includes('PATIENT_READ_CLINICAL') ? [medicines(patient, say), devices(patient, say)] : []),
  ];
  return { title, type: 'small', ...edges, groups: groups.filter((group) => group.length > 0) };
}

function standing({ plan, planVersion, revision }: CopyPatient, { text, dates }: SheetWords): Block[] {
  return paragraphs(
    joined([
      text('plan.version', { version: planVersion }), text('copy.team.revision', { revision }), text(`planStatus.${plan.status}`),
      plan.reviewDate ? text('copy.team.review', { date: dates.plain(plan.reviewDate) }) : text('plan.noReview'),
    ]),
    plan.summary,
  );
}

/** Red flags and allergies stand before everything else. */
function safety({ latestRedFlagScreen, allergyStatus, allergies }: CopyPatient, { text, screen }: SheetWords): Block[] {
  const items = allergies.map(({ substance, reaction, severity }) => ({ lead: substance, lines: [joined([reaction, text(`allergySeverity.${severity}`)])] }));
  return [
    heading(2, text('copy.team.redFlags')),
    ...paragraphs(latestRedFlagScreen ? screen(latestRedFlagScreen).words : text('copy.team.noScreen'), latestRedFlagScreen?.repeatDue && text('screenResult.repeat')),
    heading(2, text('allergy.title')),
    ...(allergyStatus === 'RECORDED' ? list(items) : paragraphs(text(`allergy.${allergyStatus}`))),
  ];
}

function message({ plan: { agreedMessage, agreedOn, dissents } }: CopyPatient, { text, dates, discipline }: SheetWords): Block[] {
  if (agreedMessage === null) return [heading(2, text('message.label')), ...paragraphs(text('copy.team.noMessage'))];
  return [
    heading(2, text('message.label')),
    ...paragraphs(joined([text('goal.quote', { words: agreedMessage }), agreedOn && text('message.agreed', { date: dates.plain(agreedOn) })])),
    ...(dissents.length > 0 ? paragraphs(text('message.disagreeing', { count: dissents.length })) : []),
    ...list(dissents.map(({ person, reason, at }) => ({ lead: joined([person.name, discipline(person.discipline)], ', '), lines: [joined([reason, dates.instant(at)])] }))),
  ];
}

const teamItems = ({ team }: CopyPatient, { text, discipline }: SheetWords): Item[] =>
  team.filter(({ period }) => period === 'CURRENT').map(({ person, role, discipline: acting }) => ({ lead: person.name, lines: [joined([discipline(acting) ?? text('discipline.none'), role !== 'MEMBER' && text(`teamRole.${role}`)])] }));

/** What is closed is left out, and so is what is past; what runs without an open goal is not. */
function goalGroups({ plan: { goals, activities } }: CopyPatient, say: SheetWords): Group[] {
  const { text } = say;
  const open = goals.filter(isOpenGoal);
  const openIds = new Set(open.map(({ id }) => id));
  const parts = activities.filter((activity) => !isPast(activity));
  const untied = parts.filter(({ goalIds }) => !goalIds.some((id) => openIds.has(id)));
  const groups = open.map((goal) => goalGroup(goal, parts.filter(({ goalIds }) => goalIds.includes(goal.id)), say));
  if (untied.length > 0) groups.push([heading(3, text('plan.untied')), ...list(untied.map((part) => partItem(part, say)))]);
  const title = heading(2, text('copy.team.goals'));
  const [first = paragraphs(text('plan.empty.title')), ...rest] = groups;
  // The title never stands at the foot of a page without a goal.
  return [[title, ...first], ...rest];
}

function goalGroup(goal: GoalCellFragment, parts: readonly ActivityCellFragment[], say: SheetWords): Block[] {
  const { text, discipline, target, marks } = say;
  const latest = RATERS.flatMap((rater) => latestBy(goal.ratings, rater) ?? []);
  return [
    heading(3, text('goal.quote', { words: goal.words })),
    ...paragraphs(
      joined([
        text(goalBadge(goal).id), text(`goalDomain.${goal.domain}`),
        goal.owner ? text('goal.owner', { name: joined([goal.owner.name, discipline(goal.owner.discipline)], ', ') }) : text('goal.noOwner'),
        goal.participants.length > 0 && `${text('goal.with')} ${say.list(goal.participants.map(({ name }) => name))}`,
      ]),
      goal.restatement,
      joined([target(goal), latest.length > 0 && marks(latest)]),
    ),
    ...(parts.length > 0 ? list(parts.map((part) => partItem(part, say))) : paragraphs(text('goal.noPart'))),
  ];
}

function partItem(part: ActivityCellFragment, say: SheetWords): Item {
  const { text, discipline, order, when } = say;
  const { lines, gaps, decision, isPhasingOut } = order(part);
  const times = when(part).map(({ words, date, isLate }) => (isLate ? text('copy.team.reviewLate', { date: say.dates.plain(date) }) : words));
  return {
    lead: `${part.name}: ${joined([part.owner ? part.owner.name : text('activity.byPatient'), discipline(part.discipline)], ', ')}`,
    lines: [
      joined([text(`activityStatus.${part.status}`), isPhasingOut && text('order.phasingOut'), ...times]),
      ...lines,
      part.doseText,
      gaps.join(', '),
      decision,
      part.reason && text('activity.indication', { reason: part.reason }),
      part.nextStep && text('activity.nextStep', { step: part.nextStep }),
      part.status !== 'ACTIVE' && part.statusReason,
      (part.form === 'MEDICATION' || part.form === 'OPIOID') && text('order.record'),
    ].filter((line): line is string => Boolean(line)),
  };
}

/** Empty for a reader whose part it is not. */
function agreements({ plan }: CopyPatient, { text, dates, discipline }: SheetWords): Block[] {
  if (plan.agreements.length === 0) return [];
  const items = plan.agreements.map((agreement) => {
    const { last } = agreement;
    return {
      lead: `${discipline(agreement.discipline) ?? ''}: ${text(`agreement.state.${agreementState(agreement)}`)}`,
      lines: last ? [joined([text('agreement.by', { name: last.person.name, version: last.planVersion, date: dates.plain(last.answeredOn) }), last.reason])] : [],
    };
  });
  return [heading(2, text('agreement.title')), ...list(items)];
}

function medicines({ medicines: all, reconciliation }: CopyPatient, { text, dates, medicine }: SheetWords): Block[] {
  const taken = all.filter(({ status }) => status === 'ACTIVE');
  return [
    heading(2, text('medicines.title')),
    ...paragraphs(reconciliation && text(`patient.reconciliation.${reconciliation.state}`, { when: reconciliation.on && dates.plain(reconciliation.on) }), text('copy.team.medicines')),
    ...(taken.length > 0
      ? list(taken.map((one) => ({
        lead: one.drug,
        lines: [joined([medicine.order(one), medicine.period(one), medicine.source(one)]), ...(one.isOpioid ? [medicine.opioid(one).map(({ words }) => words).join(' · ')] : []), ...(one.note ? [one.note] : [])],
      })))
      : paragraphs(text('copy.team.noMedicines'))),
  ];
}

function devices({ devices: all, deviceAnswer }: CopyPatient, { text, dates }: SheetWords): Block[] {
  const inPlace = all.filter(({ status }) => status === 'IN_PLACE');
  return [
    heading(2, text('device.title')),
    ...(inPlace.length > 0
      ? list(inPlace.map(({ name, maker, model, mriCondition, cardSeenOn, cardSeenBy }) => ({
        lead: name,
        lines: [joined([
          joined([maker, model], ' '), text(`device.mri.${mriCondition}.said`),
          cardSeenOn && cardSeenBy ? text('device.card.seen', { date: dates.plain(cardSeenOn), name: cardSeenBy.name }) : text('device.card.notSeen'),
        ])],
      })))
      : paragraphs(text(`device.answer.${deviceAnswer}`))),
  ];
}
