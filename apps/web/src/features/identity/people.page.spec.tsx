import { expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { DeactivatePersonDocument, EditPersonDocument, InvitePersonDocument, PeoplePageDocument, type PersonRowFragment } from '../../gql/index.ts';
import { aPerson, aViewer } from '../../testing/builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { PeoplePage } from './people.page.tsx';

const aRow = (over: Partial<PersonRowFragment> = {}): PersonRowFragment => ({ ...aPerson(), status: 'ACTIVE', roles: [], email: 'lucia@clinic.example', version: 3, ...over });
const theo = aRow({ id: 'person-theo', name: 'Theo Lindqvist, DC', discipline: 'chiropractor', email: 'theo@clinic.example' });
const list = (people: PersonRowFragment[], times = 1) => reply(PeoplePageDocument, { search: null, withInactive: false }, { people }, { times });

const manager = aViewer({ may: ['PEOPLE_READ', 'PEOPLE_MANAGE'] });
const open = (replies: readonly Reply[], viewer = manager) => renderRoute('/organization/people', <PeoplePage />, '/organization/people', replies, { viewer });

it('keeps the invitation’s text and points at the address when it is refused', async () => {
  const input = { name: 'Theo Lindqvist, DC', email: 'theo@clinic.example', discipline: 'chiropractor', roles: ['COORDINATOR' as const] };
  const violations = [{ __typename: 'Violation' as const, code: 'EMAIL_TAKEN', field: 'email', message: 'Taken.', params: [] }];
  const { user } = open([list([aRow()]), replyToCommand(InvitePersonDocument, input, { invitePerson: { __typename: 'RuleViolation', violations } })]);

  await user.click(await screen.findByRole('button', { name: 'Invite a person' }));
  const dialog = await screen.findByRole('dialog', { name: 'Invite a person' });
  await user.type(within(dialog).getByLabelText(/^Name/), input.name);
  await user.type(within(dialog).getByLabelText(/^Work e-mail/), input.email);
  await user.selectOptions(within(dialog).getByLabelText('Discipline'), 'Chiropractor');
  await user.click(within(dialog).getByLabelText('Coordinator'));
  await user.click(within(dialog).getByRole('button', { name: 'Send the invitation' }));

  expect(await within(dialog).findByText('Somebody has this address already.')).toBeVisible();
  expect(within(dialog).getByLabelText(/^Work e-mail/)).toBeInvalid();
  expect(within(dialog).getByLabelText(/^Work e-mail/)).toHaveFocus();
  expect(within(dialog).getByLabelText(/^Name/)).toHaveValue(input.name);
  expect(within(dialog).getByLabelText('Coordinator')).toBeChecked();
});

it('says what follows before somebody is deactivated, and asks why', async () => {
  const command = { personId: theo.id, baseVersion: 3, reason: 'Left the clinic' };
  const { user } = open([list([aRow(), theo]), replyToCommand(DeactivatePersonDocument, command, { deactivatePerson: { ...theo, status: 'DEACTIVATED', version: 4 } }), list([aRow()])]);

  await user.click(await screen.findByRole('button', { name: 'Actions for Theo Lindqvist, DC' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Deactivate' }));
  const dialog = await screen.findByRole('dialog', { name: 'Deactivate Theo Lindqvist, DC?' });
  expect(dialog).toHaveTextContent('Their sessions end at once');
  await user.click(within(dialog).getByRole('button', { name: 'Deactivate' }));
  expect(await within(dialog).findByText(/^Say why/)).toBeVisible();
  await user.type(within(dialog).getByLabelText(/^Reason/), command.reason);
  await user.click(within(dialog).getByRole('button', { name: 'Deactivate' }));

  expect(await screen.findByText('Theo Lindqvist, DC is deactivated.')).toBeVisible();
  // The row is gone, and the button with it: the focus is not lost to the page.
  await waitFor(() => expect(screen.queryByRole('row', { name: /Theo/ })).toBeNull());
  await waitFor(() => expect(screen.getByRole('status')).toHaveFocus());
});

it('shows theirs beside mine after a conflict, and saves mine against what stands now', async () => {
  const theirs = { ...theo, name: 'Dr. Theo Lindqvist', version: 4 };
  const conflict = {
    __typename: 'EditConflict' as const, revision: 43,
    groups: [{
      __typename: 'ConflictGroup' as const, entity: 'person', entityId: 'person-noor', group: 'name', at: '2026-11-23T15:00:00Z', by: aPerson({ id: 'person-dana', name: 'Dana Abara' }),
      fields: [{ __typename: 'ConflictField' as const, field: 'name', fieldName: 'Name', base: theo.name, theirs: theirs.name, mine: 'Theo Lind' }],
    }],
  };
  const { user } = open([
    list([theo]),
    replyToCommand(EditPersonDocument, { personId: theo.id, baseVersion: 3, name: 'Theo Lind' }, { editPerson: conflict }),
    list([theirs]),
    replyToCommand(EditPersonDocument, { personId: theo.id, baseVersion: 4, name: 'Theo Lind' }, { editPerson: { ...theirs, name: 'Theo Lind', version: 5 } }),
    list([{ ...theirs, name: 'Theo Lind', version: 5 }]),
  ]);

  await user.click(await screen.findByRole('button', { name: 'Actions for Theo Lindqvist, DC' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
  const name = within(await screen.findByRole('dialog')).getByLabelText(/^Name/);
  await user.clear(name);
  await user.type(name, 'Theo Lind');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  expect(await screen.findByRole('cell', { name: 'Dr. Theo Lindqvist' })).toBeVisible();
  expect(name).toHaveValue('Theo Lind');
  await user.click(screen.getByRole('button', { name: 'Keep mine' }));
  expect(await screen.findByText('Theo Lind is saved.')).toBeVisible();
});

it('offers nothing to change to those who only read', async () => {
  open([list([aRow(), theo])], aViewer());
  expect(await screen.findByText('Theo Lindqvist, DC')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Invite|Actions/ })).toBeNull();
});
