import { Loader, Select, type SelectProps } from '@mantine/core';
import { DisciplineAvatar } from '@plexus/ui';
import type { ReactNode } from 'react';
import type { PersonPartsFragment } from '../gql/index.ts';
import { disciplineName } from './labels.ts';
import { avatarOf } from './person.ts';
import { useText } from './text.ts';
import { usePersonChoices } from './use-person-choices.ts';
import classes from './person-picker.module.css';

const SHOWN_CHOICES = 50;

interface PersonPickerProps {
  readonly label?: string;
  readonly required?: boolean;
  readonly value?: string;
  readonly onChange: (personId: string) => void;
  /** The same person, with what is known of them. */
  readonly onChoose?: (person: PersonPartsFragment | null) => void;
  readonly onBlur?: () => void;
  readonly error?: ReactNode;
  /** Where the form looks for the field to focus. */
  readonly 'data-path'?: string;
}

/** Finds a colleague by name or discipline. The server searches, so that a clinic and a health system feel the same. */
export function PersonPicker({ value, onChange, onChoose, ...rest }: PersonPickerProps) {
  const text = useText();
  const { people, search, setSearch, choose, isSearching, failed } = usePersonChoices();
  const renderOption: SelectProps['renderOption'] = ({ option }) => {
    const person = people.find(({ id }) => id === option.value);
    if (!person) return option.label;
    return (
      <span className={classes.option}>
        <DisciplineAvatar person={avatarOf(person)} isDecorative />
        <span>{person.name}<br /><span className={classes.discipline}>{disciplineName(person.discipline)}</span></span>
      </span>
    );
  };

  return (
    <Select
      label={text('personPicker.label')}
      description={text('personPicker.hint')}
      required
      searchable
      data={people.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={value || null}
      onChange={(id) => {
        choose(id);
        onChoose?.(people.find((person) => person.id === id) ?? null);
        onChange(id ?? '');
      }}
      searchValue={search}
      onSearchChange={setSearch}
      renderOption={renderOption}
      nothingFoundMessage={text(failed ? 'personPicker.failed' : isSearching ? 'personPicker.searching' : 'personPicker.none')}
      rightSection={isSearching ? <Loader size={14} aria-hidden="true" /> : undefined}
      limit={SHOWN_CHOICES}
      // The list itself scrolls: a scroll area around it would be a stop of its own that no key reaches.
      withScrollArea={false}
      styles={{ options: { maxHeight: 260, overflowY: 'auto' } }}
      // Inside the dialog, so that it belongs to it for everyone.
      comboboxProps={{ shadow: 'md', withinPortal: false }}
      {...rest}
    />
  );
}
