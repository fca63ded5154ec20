import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconBookmark, IconChevronDown } from '@tabler/icons-react';
import { Link } from 'react-router';
import { RemoveViewDocument, SavedViewsDocument, SaveViewDocument, type SavedViewPartsFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { DialogButtons } from '../../../shared/dialog-buttons.tsx';
import { notice } from '../../../shared/notices.tsx';
import { DraftNotice, useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import { useFormCommand } from '../../../shared/use-form-command.ts';
import { useCommand } from '../../../shared/use-command.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { useWorklistParams } from '../hooks/use-worklist-params.ts';
import { viewOf } from '../model/worklist-address.ts';

/** As the address says it, so that a text that is kept finds its form again. */
const SAVE = 'save-view';

/** Lists that somebody looks at again and again: their own, and what colleagues share. */
export function WorklistViews() {
  const text = useText();
  const { params, put } = useWorklistParams();
  const { person } = useViewer();
  const { data, error, refetch } = useQuery(SavedViewsDocument);
  const { send } = useCommand(RemoveViewDocument);
  const views = data?.savedViews ?? [];
  const now = viewOf(params);
  const mine = views.filter((view) => view.person.id === person.id);
  const reload = () => void refetch().catch(() => undefined);

  async function remove({ id, version, name }: SavedViewPartsFragment) {
    const outcome = await send({ viewId: id, version }, { about: id, who: name });
    notice(text(outcome.kind === 'done' ? 'worklist.view.removed' : outcome.kind === 'kept' ? 'outbox.kept' : 'worklist.view.notRemoved', { name }), outcome.kind === 'done' || outcome.kind === 'kept' ? 'calm' : 'bad');
    reload();
  }

  return (
    <>
      <Menu position="bottom-end" width={280} withinPortal={false} onOpen={reload}>
        <Menu.Target><Button variant="default" leftSection={<IconBookmark size={16} aria-hidden="true" />} rightSection={<IconChevronDown size={14} aria-hidden="true" />}>{text('worklist.views')}</Button></Menu.Target>
        <Menu.Dropdown>
          {error && !data && <Menu.Label>{text('worklist.views.failed')}</Menu.Label>}
          {data && views.length === 0 && <Menu.Label>{text('worklist.views.none')}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item key={view.id} component={Link} to={{ search: view.address }} aria-current={viewOf(new URLSearchParams(view.address)) === now ? 'page' : undefined}>
              {view.person.id === person.id ? view.name : text('worklist.view.of', { view: view.name, name: view.person.name })}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => put('form', SAVE)}>{text('worklist.view.save')}</Menu.Item>
          {mine.map((view) => <Menu.Item key={view.id} onClick={() => void remove(view)}>{text('worklist.view.remove', { name: view.name })}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      {params.get('form') === SAVE && <SaveView address={now} onClose={() => { put('form', ''); reload(); }} />}
    </>
  );
}

function SaveView({ address, onClose }: { address: string; onClose: () => void }) {
  const text = useText();
  const form = useForm({ initialValues: { name: '', isShared: false }, validate: { name: (name) => (name.trim() === '' ? text('form.required') : null) } });
  const draft = useDraft(SAVE, form, { opens: `/follow-ups?form=${SAVE}` });
  const { submit, sending, outcome, fields, focusFirst } = useFormCommand(SaveViewDocument, form, { onDone: onClose, onKept: onClose }, draft);
  const cancel = () => { draft.discard(); onClose(); };
  return (
    <Modal opened onClose={onClose} title={text('worklist.view.save.title')} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <form noValidate onSubmit={form.onSubmit(({ name, isShared }) => submit({ name: name.trim(), address, isShared }, { about: SAVE, who: name.trim() }), focusFirst)}>
        <Stack gap="sm">
          <DraftNotice draft={draft} />
          <TextInput label={text('worklist.view.name')} required data-autofocus autoComplete="off" {...form.getInputProps('name')} />
          <Checkbox label={text('worklist.view.share')} description={text('worklist.view.share.hint')} {...form.getInputProps('isShared', { type: 'checkbox' })} />
          <CommandAlert outcome={outcome} fields={fields} />
          <DialogButtons submit={text('action.save')} isSending={sending} onCancel={cancel} />
        </Stack>
      </form>
    </Modal>
  );
}
