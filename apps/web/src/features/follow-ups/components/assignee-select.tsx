import { useQuery } from '@apollo/client/react';
import { Select, type SelectProps } from '@mantine/core';
import { DisciplineAvatar } from '@plexus/ui';
import { FollowUpCandidatesDocument } from '../../../gql/index.ts';
import { disciplineName } from '../../../shared/labels.ts';
import { avatarOf } from '../../../shared/person.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { assigneeValue, poolsOf, type Candidate } from '../model/assignee.ts';
import classes from './follow-ups.module.css';

/** Load and leave change by the day and with every assignment: asked anew each time. */
export function useCandidates(patientId: string) {
  const { data, error, loading } = useQuery(FollowUpCandidatesDocument, { variables: { patientId }, fetchPolicy: 'cache-and-network' });
  return { candidates: data?.followUpCandidates ?? [], failed: Boolean(error), loading };
}

/** Who can be asked about this patient: with discipline, load and leave; then the roles' pools; then who cannot be, and why. */
export function AssigneeSelect({ patientId, ...rest }: { readonly patientId: string } & SelectProps) {
  const text = useText();
  const sayCandidate = useCandidateWords();
  const { candidates, failed, loading } = useCandidates(patientId);
  const option = ({ person }: Candidate) => ({ value: person.id, label: person.name });
  const data = [
    { group: text('assign.eligible'), items: candidates.filter(({ isEligible }) => isEligible).map(option) },
    { group: text('assign.pools'), items: poolsOf(candidates).map((pool) => ({ value: assigneeValue(undefined, pool), label: text('assign.pool', { role: disciplineName(pool) }) })) },
    { group: text('assign.notNow'), items: candidates.filter(({ isEligible }) => !isEligible).map((candidate) => ({ ...option(candidate), disabled: true })) },
  ].filter(({ items }) => items.length > 0);

  const renderOption: SelectProps['renderOption'] = ({ option: { value, label } }) => {
    const candidate = candidates.find(({ person }) => person.id === value);
    if (!candidate) return label;
    return (
      <span className={classes.option}>
        <DisciplineAvatar person={avatarOf(candidate.person, candidate.discipline.id)} isDecorative />
        <span>{label}<span className={classes.note}>{sayCandidate(candidate)}</span></span>
      </span>
    );
  };

  return (
    <Select
      label={text('assign.whom')}
      required
      searchable
      data={data}
      renderOption={renderOption}
      nothingFoundMessage={text(failed ? 'assign.failed' : loading ? 'app.loading' : 'assign.nobody')}
      // The list itself scrolls: a scroll area around it would be a stop of its own that no key reaches.
      withScrollArea={false}
      styles={{ options: { maxHeight: 280, overflowY: 'auto' } }}
      comboboxProps={{ shadow: 'md', withinPortal: false }}
      {...rest}
    />
  );
}

/** Discipline, what they hold now, and whether they are there. */
export function useCandidateWords(): (candidate: Candidate) => string {
  const text = useText();
  const dates = useDates();
  return ({ discipline, load, isOnLeave, leaveUntil, standIn }) => [
    disciplineName(discipline.id),
    text('assign.load', { count: load }),
    isOnLeave && (leaveUntil ? text('assign.onLeaveUntil', { date: dates.said(leaveUntil) }) : text('assign.onLeave')),
    standIn && text('followUp.covered', { name: standIn.name }),
  ].filter(Boolean).join(' · ');
}
