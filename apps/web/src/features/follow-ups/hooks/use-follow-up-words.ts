import type { FollowUpRowFragment, PersonPartsFragment } from '../../../gql/index.ts';
import { disciplineName } from '../../../shared/labels.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { codeOf, isOpen } from '../model/contract.ts';

export interface Ball {
  /** Whose picture stands beside it; null: a pool, or somebody outside. */
  readonly person: PersonPartsFragment | null;
  /** With whom it is; of what is over, with whom it was. */
  readonly name: string;
  /** Since when, and who acts for them or chases somebody outside. */
  readonly facts: string;
}

/** With whom the ball is. Whoever has it stays named while somebody covers for them. */
export function useBallWords(): (followUp: FollowUpRowFragment) => Ball {
  const text = useText();
  return ({ court, owner, askedBy, pool, outsideParty, with: now, holder, daysInCourt: days }) => {
    const inPool = text('followUp.inPool', { role: disciplineName(pool.id) });
    const since = (instead: string | null) => [text('followUp.since', { days }), instead].filter(Boolean).join(' · ');
    if (court === 'NOBODY') return { person: owner, name: owner ? text('followUp.ballWas', { name: owner.name }) : text('followUp.ballWasPool', { role: disciplineName(pool.id) }), facts: '' };
    if (court === 'OUTSIDE') return { person: holder, name: outsideParty ?? '', facts: since(holder ? text('followUp.chases', { name: holder.name }) : text('followUp.chaserInPool', { role: disciplineName(pool.id) })) };
    const whose = court === 'ASKER' ? askedBy : now && owner;
    const facts = since(now && now.id !== whose?.id ? text('followUp.covered', { name: now.name }) : null);
    return whose ? { person: whose, name: whose.name, facts } : { person: now, name: inPool, facts };
  };
}

export interface DueWords {
  readonly words: string;
  readonly isLate: boolean;
  readonly full: string;
}

/** When it is due, as people say it; what is late says so in a word. */
export function useDueWords(): (followUp: Pick<FollowUpRowFragment, 'dueOn' | 'dueTime' | 'dueZone' | 'isOverdue' | 'daysLate' | 'state'>) => DueWords {
  const text = useText();
  const dates = useDates();
  return ({ dueOn, dueTime, dueZone, isOverdue, daysLate, state }) => {
    const said = [dates.said(dueOn), dueTime].filter(Boolean).join(', ');
    const full = [dates.full(dueOn), dueTime && `${dueTime} (${dueZone})`].filter(Boolean).join(', ');
    const isLate = isOverdue && isOpen({ state });
    if (!isLate) return { words: said, isLate, full };
    return { words: daysLate > 0 ? text('date.late', { days: daysLate }) : text('followUp.lateToday', { time: dueTime }), isLate, full };
  };
}

/** Where a request stands, in a word; the appointment with its day. */
export function useStateWords(): (followUp: Pick<FollowUpRowFragment, 'state' | 'appointmentOn' | 'appointmentTime'>) => string {
  const text = useText();
  const dates = useDates();
  return ({ state, appointmentOn, appointmentTime }) => {
    const word = text(`value.follow-up.state.${codeOf(state)}`);
    return state === 'SCHEDULED' && appointmentOn ? [word, dates.said(appointmentOn), appointmentTime].filter(Boolean).join(' ') : word;
  };
}
