import { Button, Checkbox, TextInput } from '@mantine/core';
import { Card, DONE_MESSAGE, DoneMessage, EmptyState, ListSkeleton, PageHeader, StaleNotice } from '@plexus/ui';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { PersonRowFragment } from '../../gql/index.ts';
import { FaultState } from '../../shared/fault-state.tsx';
import { useRequestedForm } from '../../shared/outbox/use-requested-form.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { useText, type MessageId } from '../../shared/text.ts';
import { useMay } from '../../shared/viewer.ts';
import { actionsId, PeopleTable, type PersonVerb } from './components/people-table.tsx';
import { PersonDialogs, type PersonTask } from './components/person-dialogs.tsx';
import { focusAgain, useFocusKept } from '../../shared/focus-again.ts';
import { usePeople } from './hooks/use-people.ts';
import classes from './people.module.css';

const INVITE = 'invite-person';

export function PeoplePage() {
  const text = useText();
  const mayManage = useMay('PEOPLE_MANAGE');
  const list = usePeople();
  const [task, setTask] = useState<PersonTask | null>(null);
  const [done, setDone] = useState<string | null>(null);
  useRequestedForm((opens) => {
    const [verb = '', personId] = opens.split(':');
    if (mayManage) setTask(personId ? { verb: verb as PersonVerb, personId } : { verb: 'invite' });
    return true;
  });
  useFocusKept(list.people, done !== null, DONE_MESSAGE);

  function leave() {
    setTask(null);
    focusAgain(task && task.verb !== 'invite' ? actionsId(task.personId) : INVITE);
  }
  function finish(message: MessageId, person: PersonRowFragment) {
    leave();
    setDone(text(message, { name: person.name }));
    void list.refresh();
  }
  function kept() {
    leave();
    setDone(text('outbox.kept'));
  }
  function begin(next: PersonTask) {
    setDone(null);
    setTask(next);
  }

  return (
    <>
      <PageTitle id="identity.people.title" />
      <PageHeader
        title={text('identity.people.title')}
        note={list.people && text('identity.people.count', { count: list.people.length })}
        actions={mayManage && <Button id={INVITE} leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => begin({ verb: 'invite' })}>{text('identity.people.invite')}</Button>}
      />
      <div role="search" className={classes.filters}>
        <TextInput
          key={list.search === '' ? 'cleared' : 'searching'}
          className={classes.search}
          aria-label={text('identity.people.search')}
          placeholder={text('identity.people.search')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          type="search"
          defaultValue={list.search}
          onChange={(event) => list.searchSoon(event.currentTarget.value)}
        />
        <Checkbox label={text('identity.people.withInactive')} checked={list.withInactive} onChange={(event) => list.showInactive(event.currentTarget.checked)} />
      </div>
      <DoneMessage>{done}</DoneMessage>
      {list.isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void list.refresh() }}>{text('error.stale')}</StaleNotice>}
      <Card isPadded={false}>
        <People list={list} onAct={mayManage ? (verb, person) => begin({ verb, personId: person.id }) : undefined} />
      </Card>
      <PersonDialogs task={task} people={list.people ?? []} onClose={leave} onFinish={finish} onKept={kept} onConflict={() => void list.refresh()} />
    </>
  );
}

interface PeopleProps {
  readonly list: ReturnType<typeof usePeople>;
  readonly onAct: Parameters<typeof PeopleTable>[0]['onAct'];
}

function People({ list, onAct }: PeopleProps) {
  const text = useText();
  if (!list.people || list.error) return list.error ? <FaultState error={list.error} onRetry={list.retry} /> : <ListSkeleton label={text('app.loading')} />;
  if (list.people.length === 0) {
    return list.search === '' ? (
      <EmptyState title={text('identity.people.empty')}>{text('identity.people.emptyNext')}</EmptyState>
    ) : (
      <EmptyState
        title={text('identity.people.noMatch', { search: list.search })}
        action={<Button variant="default" onClick={() => list.searchNow('')}>{text('identity.people.clear')}</Button>}
      />
    );
  }
  return <div aria-busy={list.isSearching}><PeopleTable people={list.people} onAct={onAct} /></div>;
}
