import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { disciplines } from '@plexus/catalogue/labels';
import { disciplineName } from '../../../shared/labels.ts';
import { PersonPicker } from '../../../shared/person-picker.tsx';
import { useText } from '../../../shared/text.ts';
import { useWorklistParams } from '../hooks/use-worklist-params.ts';
import { codeOf } from '../model/contract.ts';
import { KINDS, PRIORITIES, type FilterName } from '../model/worklist-address.ts';
import classes from './worklist.module.css';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Each filter is a part of the address, so a link shows a colleague the same list. */
export function WorklistFilters() {
  const text = useText();
  const { params, put } = useWorklistParams();
  const select = (name: FilterName & ('kind' | 'priority' | 'discipline'), choices: readonly Choice[]) => (
    <NativeSelect
      label={text(`worklist.filter.${name}`)}
      data={[{ value: '', label: text('worklist.filter.any') }, ...choices]}
      value={params.get(name) ?? ''}
      onChange={(event) => put(name, event.currentTarget.value)}
    />
  );
  return (
    <div className={classes.filters}>
      {select('kind', KINDS.map((kind) => ({ value: codeOf(kind), label: text(`value.follow-up.kind.${codeOf(kind)}`) })))}
      {select('priority', PRIORITIES.map((priority) => ({ value: codeOf(priority), label: text(`value.follow-up.priority.${codeOf(priority)}`) })))}
      {select('discipline', disciplines.map(({ id }) => ({ value: id, label: disciplineName(id)! })))}
      <TextInput type="date" label={text('worklist.filter.before')} value={params.get('before') ?? ''} onChange={(event) => put('before', event.currentTarget.value)} />
      <PersonPicker key={params.get('owner')} label={text('worklist.filter.owner')} required={false} onChange={(id) => put('owner', id)} />
      <Checkbox label={text('worklist.filter.snoozed')} checked={params.has('snoozed')} onChange={(event) => put('snoozed', event.currentTarget.checked ? '1' : '')} />
    </div>
  );
}
