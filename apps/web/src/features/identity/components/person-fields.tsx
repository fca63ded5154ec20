import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { disciplines } from '@plexus/catalogue/labels';
import { disciplineName } from '../../../shared/labels.ts';
import { useText } from '../../../shared/text.ts';
import { type PersonValues, ROLES } from '../model/person-form.ts';

const NOT_STAFF: readonly string[] = ['patient', 'family-caregiver'];
const STAFF_DISCIPLINES = disciplines.filter(({ id }) => !NOT_STAFF.includes(id));

/** Who somebody is in the organization. The address is asked for once, with the invitation. */
export function PersonFields({ form, withEmail }: { form: UseFormReturnType<PersonValues>; withEmail: boolean }) {
  const text = useText();
  return (
    <Stack gap="sm">
      <TextInput label={text('identity.person.name')} description={text('identity.person.name.hint')} required data-autofocus autoComplete="off" {...form.getInputProps('name')} />
      {withEmail && (
        <TextInput label={text('identity.person.email')} type="email" required autoComplete="off" autoCapitalize="none" spellCheck={false} {...form.getInputProps('email')} />
      )}
      <NativeSelect
        label={text('identity.person.discipline')}
        description={text('identity.person.discipline.hint')}
        data={[
          { value: '', label: text('identity.person.discipline.none') },
          ...STAFF_DISCIPLINES.map(({ id, name }) => ({ value: id, label: disciplineName(id) ?? name })),
        ]}
        {...form.getInputProps('discipline')}
      />
      <Checkbox.Group label={text('identity.person.roles')} {...form.getInputProps('roles')}>
        <Stack gap="xs" mt={6}>
          {ROLES.map((role) => (
            <Checkbox key={role} value={role} label={text(`role.${role}`)} description={text(`identity.role.${role}.means`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Stack>
  );
}
