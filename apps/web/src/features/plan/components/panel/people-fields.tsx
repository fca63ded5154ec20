import { MultiSelect, NativeSelect } from '@mantine/core';
import type { PersonPartsFragment } from '../../../../gql/index.ts';
import { disciplineName } from '../../../../shared/labels.ts';
import { useText } from '../../../../shared/text.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';

/** The list itself scrolls: a scroll area around it would be a stop of its own that no key reaches. */
export const scrolls = { withScrollArea: false, styles: { options: { maxHeight: 260, overflowY: 'auto' } } } as const;

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Who may own something: the team, now or from a day to come; and whoever has it already. */
function useTeamChoices(already: readonly PersonPartsFragment[]): Choice[] {
  const { patient } = usePlanDesk();
  const choices = new Map<string, Choice>();
  const add = (person: PersonPartsFragment, discipline: string | null) => {
    if (!choices.has(person.id)) choices.set(person.id, { value: person.id, label: [person.name, disciplineName(discipline)].filter(Boolean).join(' · ') });
  };
  for (const { person, discipline, period } of patient.team) if (period !== 'PAST') add(person, discipline);
  for (const person of already) add(person, person.discipline);
  return [...choices.values()];
}

interface OwnerSelectProps {
  readonly label: string;
  /** What it means that nobody is chosen. */
  readonly nobody: string;
  readonly owner: PersonPartsFragment | null | undefined;
}

export function OwnerSelect({ nobody, owner, ...props }: OwnerSelectProps & Record<string, unknown>) {
  const choices = useTeamChoices(owner ? [owner] : []);
  return <NativeSelect {...props} data={[{ value: '', label: nobody }, ...choices]} />;
}

interface ParticipantsSelectProps {
  readonly label: string;
  readonly people: readonly PersonPartsFragment[];
}

export function ParticipantsSelect({ people, ...props }: ParticipantsSelectProps & Record<string, unknown>) {
  const text = useText();
  const choices = useTeamChoices(people);
  return <MultiSelect {...props} {...scrolls} data={choices} searchable nothingFoundMessage={text('planPanel.nobodyFound')} />;
}
