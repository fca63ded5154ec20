import { MultiSelect, Select } from '@mantine/core';
import { problems } from '@plexus/catalogue/labels';
import { useText } from '../../../shared/text.ts';

const choices = problems.map(({ id, name }) => ({ value: id as string, label: name as string })).sort((a, b) => a.label.localeCompare(b.label));

/** The list itself scrolls: a scroll area around it would be a stop of its own that no key reaches. */
const scrolls = { withScrollArea: false, styles: { options: { maxHeight: 260, overflowY: 'auto' } } } as const;

interface ProblemMultiSelectProps {
  readonly value: string[];
  readonly onChange: (value: string[]) => void;
  readonly error?: string;
}

/** The catalogue's diagnoses, several at once. */
export function ProblemMultiSelect(props: ProblemMultiSelectProps) {
  const text = useText();
  return (
    <MultiSelect
      {...props}
      {...scrolls}
      data={choices}
      searchable
      clearable
      aria-label={text('problem.title')}
      placeholder={props.value.length ? undefined : text('patient.hint.problems')}
      nothingFoundMessage={text('patient.problems.none')}
    />
  );
}

interface ProblemSelectProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: string;
  /** Diagnoses that the patient has already. */
  readonly taken: readonly string[];
}

export function ProblemSelect({ taken, ...props }: ProblemSelectProps) {
  const text = useText();
  return (
    <Select
      {...props}
      {...scrolls}
      data={choices.filter(({ value }) => !taken.includes(value))}
      searchable
      required
      label={text('problem.which')}
      placeholder={text('patient.hint.problems')}
      nothingFoundMessage={text('patient.problems.none')}
    />
  );
}
