import { Button, NativeSelect, Pill, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { WorklistRowFragment } from '../../../gql/index.ts';
import { patientName } from '../../../shared/patient-name.ts';
import { useText } from '../../../shared/text.ts';
import { useMayHandOver } from '../hooks/use-may-hand-over.ts';
import { useWorklistParams } from '../hooks/use-worklist-params.ts';
import { codeOf } from '../model/contract.ts';
import { GROUPINGS, SORTS, type WorklistAddress } from '../model/worklist-address.ts';
import { HAND_OVER } from './worklist-hand-over.tsx';
import { WorklistFilters } from './worklist-filters.tsx';
import classes from './worklist.module.css';

const TYPING_MS = 250;

interface WorklistBarProps {
  readonly address: WorklistAddress;
  readonly rows: readonly WorklistRowFragment[];
  /** Saved views. */
  readonly children: ReactNode;
}

/** What of the queue is shown, in which order and under which headings. */
export function WorklistBar({ address, rows, children }: WorklistBarProps) {
  const text = useText();
  const { put } = useWorklistParams();
  const { search: asked, ...filters } = address.filter ?? {};
  const count = Object.keys(filters).length;
  const [isOpen, setIsOpen] = useState(count > 0);
  const search = useDebouncedCallback((typed: string) => put('q', typed.trim()), TYPING_MS);

  return (
    <div role="search">
      <div className={classes.bar}>
        <TextInput
          // What a view or a link brings stands in the field too; what is being typed stays.
          key={asked ? 'searching' : 'cleared'}
          className={classes.search}
          type="search"
          aria-label={text('worklist.search')}
          placeholder={text('worklist.search')}
          maxLength={100}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          defaultValue={asked ?? ''}
          onChange={(event) => search(event.currentTarget.value)}
        />
        <Button variant="default" leftSection={<IconFilter size={16} aria-hidden="true" />} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>{text('worklist.filters', { count })}</Button>
        <NativeSelect
          aria-label={text('worklist.group')}
          data={GROUPINGS.map((group) => ({ value: group, label: text(`worklist.group.by.${group}`) }))}
          value={address.group}
          onChange={(event) => put('group', event.currentTarget.value)}
        />
        <NativeSelect
          aria-label={text('worklist.sort')}
          data={SORTS.map((sort) => ({ value: codeOf(sort), label: text(`worklist.sort.${sort}`) }))}
          value={codeOf(address.sort)}
          onChange={(event) => put('sort', event.currentTarget.value)}
        />
        {children}
      </div>
      {isOpen && <WorklistFilters />}
      <div className={classes.pills}>
        <Chosen name="owner" value={rows.find(({ owner }) => owner?.id === filters.ownerId)?.owner?.name} />
        {filters.ownerId && <HandOverOf ownerId={filters.ownerId} />}
        <Chosen name="patient" value={rows[0] && rows[0].patientId === filters.patientId ? patientName(rows[0].patient) : undefined} />
      </div>
    </div>
  );
}

/** Beside the owner to whom the list is kept. */
function HandOverOf({ ownerId }: { ownerId: string }) {
  const text = useText();
  const { putForm } = useWorklistParams();
  const mayHandOver = useMayHandOver();
  if (!mayHandOver(ownerId)) return null;
  return <Button variant="default" size="compact-sm" onClick={() => putForm(HAND_OVER, ownerId)}>{text('handOver.open')}</Button>;
}

/** One person to whom the list is kept, by the name that the rows know. */
function Chosen({ name, value }: { name: 'owner' | 'patient'; value: string | undefined }) {
  const text = useText();
  const { params, put } = useWorklistParams();
  if (!params.get(name)) return null;
  const label = text(`worklist.only.${name}`, { name: value ?? text('worklist.only.one') });
  return <Pill size="md" withRemoveButton removeButtonProps={{ 'aria-label': text('worklist.only.remove', { label }), 'aria-hidden': false, tabIndex: 0 }} onRemove={() => put(name, '')}>{label}</Pill>;
}
