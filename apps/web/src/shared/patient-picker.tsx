import { useQuery } from '@apollo/client/react';
import { Loader, Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useIsNarrow } from '@plexus/ui';
import { useState } from 'react';
import { FindPatientsDocument, type FindPatientsQuery } from '../gql/index.ts';
import { patientName } from './patient-name.ts';
import classes from './person-picker.module.css';
import { useText } from './text.ts';
import { useDates } from './use-dates.ts';

const TYPING_MS = 200;

type Choice = Omit<FindPatientsQuery['patients']['edges'][number]['node'], '__typename'>;

interface PatientPickerProps {
  readonly chosen: Choice | null;
  readonly autoFocus?: boolean;
  readonly onChoose: (patientId: string) => void;
}

/** Finds one of the patients whom the viewer reaches, by name or MRN; day of birth and MRN tell apart those who are called the same. */
export function PatientPicker({ chosen, autoFocus = false, onChoose }: PatientPickerProps) {
  const text = useText();
  const dates = useDates();
  const isNarrow = useIsNarrow();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), TYPING_MS);
  // The name of the patient chosen stands in the field; it is no question.
  const question = chosen && asked === patientName(chosen) ? '' : asked;
  const { data, previousData, loading, error } = useQuery(FindPatientsDocument, { variables: { search: question } });
  const isSearching = loading || asked !== search.trim();
  const found: readonly Choice[] = ((data ?? previousData)?.patients.edges ?? []).map(({ node }) => node);
  const choices = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  const renderOption: SelectProps['renderOption'] = ({ option }) => {
    const patient = choices.find(({ id }) => id === option.value);
    if (!patient) return option.label;
    const facts = [text('patient.born', { date: dates.plain(patient.birthDate), age: patient.age }), text('patient.mrn', { mrn: patient.mrn })].join(' · ');
    return <span className={classes.option}><span>{patientName(patient)}<br /><span className={classes.discipline}>{facts}</span></span></span>;
  };

  return (
    <Select
      label={text('patientPicker.label')}
      description={text('patientPicker.hint')}
      required
      searchable
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      data={choices.map((patient) => ({ value: patient.id, label: patientName(patient) }))}
      filter={({ options }) => options}
      value={chosen?.id ?? null}
      allowDeselect={false}
      onChange={(id) => { if (id) onChoose(id); }}
      onSearchChange={setSearch}
      renderOption={renderOption}
      nothingFoundMessage={text(error ? 'patientPicker.failed' : isSearching ? 'patientPicker.searching' : 'patientPicker.none')}
      rightSection={isSearching ? <Loader size={14} aria-hidden="true" /> : undefined}
      // The list itself scrolls: a scroll area around it would be a stop of its own that no key reaches.
      withScrollArea={false}
      styles={{ options: { maxHeight: 260, overflowY: 'auto' } }}
      // The panel in which it stands ends where its words do, and would cut the list off; on a telephone it is a dialog, and what is outside is not heard.
      comboboxProps={{ shadow: 'md', withinPortal: !isNarrow }}
    />
  );
}
