import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { AccessLogPeopleDocument } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';

const SHOWN_CHOICES = 50;

interface AccessLogFilterProps {
  readonly personId: string | null;
  readonly onChange: (personId: string | null) => void;
}

/** Also people who left: that is whom an access review is often about. */
export function AccessLogFilter({ personId, onChange }: AccessLogFilterProps) {
  const text = useText();
  const { data } = useQuery(AccessLogPeopleDocument);
  return (
    <Select
      label={text('identity.accessLog.person')}
      placeholder={text('identity.accessLog.everyone')}
      data={data?.people.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      value={personId}
      onChange={onChange}
      limit={SHOWN_CHOICES}
      // The list itself scrolls: a scroll area around it would be a stop of its own that no key reaches.
      withScrollArea={false}
      styles={{ options: { maxHeight: 260, overflowY: 'auto' } }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': text('identity.accessLog.showAll') }}
    />
  );
}
