import { StatusBadge } from '@plexus/ui';
import { IconEdit, IconPencil } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { GoalRatingPartsFragment } from '../../../gql/index.ts';
import { ChangeLines } from '../../../shared/changes/change-lines.tsx';
import { useIsBeingEdited, useIsUnseen, usePatientNewsPage, useShownNews } from '../../../shared/patient-news.ts';
import { useText, useWord } from '../../../shared/text.ts';
import { useChangeWords } from '../hooks/use-change-words.ts';
import { PendingMark } from './pending-mark.tsx';
import classes from './plan.module.css';
import { RatingMark } from './rating-mark.tsx';

/** Pointing on the way to something else is no looking. */
const LOOKED_MS = 1_200;

interface ThingNewsProps {
  readonly entity: 'goal' | 'activity';
  readonly id: string;
  /** Of a goal: a new one is news of the goal. */
  readonly ratings?: readonly GoalRatingPartsFragment[];
  readonly className?: string;
  readonly children: ReactNode;
}

const NO_RATINGS: readonly GoalRatingPartsFragment[] = [];

/**
 * Around a goal or a part. What a colleague changed is marked until it was looked at: pointed at or focused for a moment, or left again. Who is
 * changing it now is said too.
 */
export function ThingNews({ entity, id, ratings = NO_RATINGS, className, children }: ThingNewsProps) {
  const news = usePatientNewsPage()?.news;
  const ids = useMemo(() => [id, ...ratings.map((rating) => rating.id)], [id, ratings]);
  const isMarked = useIsUnseen(ids);
  const isEdited = useIsBeingEdited(id);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const look = () => {
    clearTimeout(timer.current);
    for (const one of ids) news?.look(one);
  };
  const begin = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(look, LOOKED_MS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const looking = isMarked ? { onPointerEnter: begin, onFocus: begin, onPointerLeave: look, onBlur: look, onPointerDown: look } : {};

  return (
    <div className={[className, isMarked && classes.marked].filter(Boolean).join(' ')} data-thing={id} data-ratings={ratings.length > 0 ? ids.slice(1).join(' ') : undefined} {...looking}>
      {children}
      {isMarked && <><ChangeMark id={id} /><RatingMark ratings={ratings} /></>}
      <PendingMark id={id} />
      {isEdited && <PresenceMark entity={entity} id={id} />}
    </div>
  );
}

/** Who changed what; before and after while it is looked at, and always for who does not see. */
function ChangeMark({ id }: { id: string }) {
  const text = useText();
  const { revisions } = useShownNews();
  const { fieldWords } = useChangeWords();
  const about = revisions.filter(({ changes }) => changes.some(({ entityId }) => entityId === id));
  const changes = about.flatMap((revision) => revision.changes).filter(({ entityId, before, after }) => entityId === id && (before !== null || after !== null));
  const names = [...new Set(about.map(({ person }) => person.name))].join(', ');
  const isNew = about.some(({ verb }) => verb === 'goal.propose' || verb === 'activity.plan');
  const entity = changes[0]?.entity ?? '';
  if (about.length === 0) return null;
  return (
    <div className={classes.mark}>
      <StatusBadge tone="accent" icon={IconEdit}>
        {isNew ? text('planNews.addedBy', { name: names }) : text('planNews.changedBy', { name: names, fields: fieldWords(entity, changes.map(({ field }) => field)) })}
      </StatusBadge>
      {!isNew && <div className={classes.detail}>{about.map((revision) => <ChangeLines key={revision.number} isNamed={false} changes={revision.changes.filter(({ entityId }) => entityId === id)} />)}</div>}
    </div>
  );
}

function PresenceMark({ entity, id }: { entity: 'goal' | 'activity'; id: string }) {
  const text = useText();
  const word = useWord();
  const { presence } = useShownNews();
  return presence.filter(({ entityId, group }) => entityId === id && group !== null).map(({ person, group }) => (
    <div key={person.id} className={classes.mark}>
      <StatusBadge icon={IconPencil}>{text('planPresence.editing', { name: person.name, group: word(`group.${entity}.${group}`, group ?? '') })}</StatusBadge>
    </div>
  ));
}
