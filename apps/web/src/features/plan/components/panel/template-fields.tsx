import { Button, Checkbox, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { sourceTitle } from '@plexus/catalogue/sources';
import type { GoalDomain } from '../../../../gql/index.ts';
import { disciplineName } from '../../../../shared/labels.ts';
import { calledName } from '../../../../shared/patient-name.ts';
import { useText } from '../../../../shared/text.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { catalogueChoice } from '../../model/catalogue-choices.ts';
import { likeGoals } from '../../model/like-goals.ts';
import { joinsOf, withGoal, wordsOf, type Choosable, type ChoosableGoal, type TemplateFormValues } from '../../model/template-form.ts';
import { LikeGoalOffer } from './like-goal-offer.tsx';
import classes from './panel.module.css';

interface TemplateFieldsProps {
  readonly form: UseFormReturnType<TemplateFormValues>;
  readonly choosable: Choosable;
}

const OPEN = ['PLANNED', 'ACTIVE', 'ON_HOLD'];

/** Nothing is chosen before somebody chooses it; a goal brings its parts along. */
export function TemplateFields({ form, choosable }: TemplateFieldsProps) {
  const text = useText();
  const { patient } = usePlanDesk();
  const onPlan = new Set(patient.plan.activities.filter(({ status }) => OPEN.includes(status)).map(({ catalogueId }) => catalogueId));
  const { goals, parts } = form.values;
  const isServed = (part: Choosable['parts'][number]) => part.goals.length === 0 || part.goals.some((key) => goals.includes(key));
  if (choosable.goals.length + choosable.parts.length === 0) return <p className={classes.hint}>{text('template.structureEmpty')}</p>;
  return (
    <>
      <fieldset className={classes.group} data-field="goals">
        <legend>{text('template.goals')}</legend>
        {choosable.goals.map((goal) => (
          <GoalChoice key={goal.key} form={form} goal={goal} onChoose={(isChosen) => form.setValues(withGoal(form.getValues(), choosable, goal.key, isChosen, onPlan))} />
        ))}
        {form.errors.goals && <p className={classes.theirs} role="alert">{form.errors.goals}</p>}
      </fieldset>
      <fieldset className={classes.group} data-field="parts">
        <legend>{text('template.parts')}</legend>
        <p className={classes.hint}>{text('template.partsHint')}</p>
        {choosable.parts.map((part) => (
          <Checkbox
            key={part.catalogueId}
            label={text('template.part', { name: part.name, discipline: disciplineName(part.discipline) ?? '' })}
            description={onPlan.has(part.catalogueId) ? text('template.onPlan') : <PartNote catalogueId={part.catalogueId} />}
            checked={parts.includes(part.catalogueId)}
            disabled={onPlan.has(part.catalogueId) || !isServed(part)}
            onChange={(event) => form.setFieldValue('parts', event.currentTarget.checked ? [...parts, part.catalogueId] : parts.filter((id) => id !== part.catalogueId))}
          />
        ))}
        {form.errors.parts && <p className={classes.theirs} role="alert">{form.errors.parts}</p>}
      </fieldset>
    </>
  );
}

function PartNote({ catalogueId }: { catalogueId: string }) {
  const text = useText();
  const item = catalogueChoice(catalogueId);
  const weeks = item?.reviewWeeks ?? null;
  return <>{weeks === null ? text('template.noReview') : text('template.reviewAfter', { weeks })} · <Sources keys={item?.articles ?? []} /></>;
}

function Sources({ keys }: { keys: readonly string[] }) {
  const text = useText();
  return keys.length > 0 ? text('template.sources', { sources: keys.map((key) => sourceTitle(key) ?? key).join('; ') }) : null;
}

interface GoalChoiceProps {
  readonly form: UseFormReturnType<TemplateFormValues>;
  readonly goal: ChoosableGoal;
  readonly onChoose: (isChosen: boolean) => void;
}

/** One goal: an open one that resembles it is shown first, then this patient's words are asked. */
function GoalChoice({ form, goal: { key, domain, scope, example, sources }, onChoose }: GoalChoiceProps) {
  const text = useText();
  const { patient } = usePlanDesk();
  const { goals, distinctFrom, [wordsOf(key)]: words = '', [joinsOf(key)]: joins = '' } = form.values;
  const code = domain.toUpperCase().replaceAll('-', '_') as GoalDomain;
  const joined = patient.plan.goals.find(({ id }) => id === joins);
  const [like] = joined ? [] : likeGoals({ words: words.trim() || (example ?? ''), domain: code }, patient.plan.goals, distinctFrom);
  const isChosen = goals.includes(key);
  return (
    <div className={classes.plain} data-field={wordsOf(key)}>
      <Checkbox
        label={`${text(`goalDomain.${code}`)} · ${text(scope === 'upper-back' ? 'goalScope.UPPER_BACK' : 'goalScope.WHOLE_PERSON')}`}
        description={example ? <>{text('template.example', { example })} <Sources keys={sources} /></> : undefined}
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      {isChosen && joined && (
        <p className={classes.hint}>
          {text('template.joins', { words: joined.words })}{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => form.setFieldValue(joinsOf(key), '')}>{text('template.ownGoal')}</Button>
        </p>
      )}
      {isChosen && like && (
        <LikeGoalOffer
          like={{ id: like.id, words: like.words, owner: like.owner?.name }}
          isSending={false}
          onJoin={() => form.setFieldValue(joinsOf(key), like.id)}
          onAnother={() => form.setFieldValue('distinctFrom', [...distinctFrom, like.id])}
        />
      )}
      {isChosen && !joined && <TextInput required label={text('template.words', { name: calledName(patient) })} {...form.getInputProps(wordsOf(key))} value={words} />}
    </div>
  );
}
