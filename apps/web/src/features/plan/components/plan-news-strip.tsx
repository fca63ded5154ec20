import { Button } from '@mantine/core';
import { IconEdit } from '@tabler/icons-react';
import { usePatientNewsPage, useShownNews } from '../../../shared/patient-news.ts';
import { useText } from '../../../shared/text.ts';
import classes from './plan.module.css';

const OF_PLAN: readonly string[] = ['goal', 'goal-rating', 'activity', 'plan'];

/** That colleagues changed the plan just now, calmly; the region is always there, because screen readers announce only what changes in one. */
export function PlanNewsStrip() {
  const text = useText();
  const news = usePatientNewsPage()?.news;
  const { revisions, unseen } = useShownNews();
  const about = revisions.filter(({ changes }) => changes.some(({ entity, entityId }) => OF_PLAN.includes(entity) && unseen.has(entityId)));
  const things = [...new Set(about.flatMap(({ changes }) => changes.filter(({ entity, entityId }) => OF_PLAN.includes(entity) && unseen.has(entityId)).map(({ entityId }) => entityId)))];
  const names = [...new Set(about.map(({ person }) => person.name))].join(', ');

  function show() {
    const drawn = things.map((id) => document.querySelector<HTMLElement>(`[data-thing="${id}"], [data-ratings~="${id}"]`)).find(Boolean);
    // What was taken back stands nowhere any more; what it was is told here.
    const first = drawn ?? document.querySelector<HTMLElement>('[data-since]');
    first?.scrollIntoView({ block: 'center' });
    (first?.querySelector<HTMLElement>('button') ?? first)?.focus();
  }

  return (
    <div className={classes.newsRegion} role="status">
      {things.length > 0 && (
        <div className={classes.strip}>
          <IconEdit size={16} aria-hidden="true" />
          <span>{text('planNews.strip', { name: names, count: things.length })}</span>
          <Button size="compact-sm" variant="default" onClick={show}>{text('planNews.show')}</Button>
          <Button size="compact-sm" variant="default" onClick={() => news?.look()}>{text('planNews.seen')}</Button>
        </div>
      )}
    </div>
  );
}
