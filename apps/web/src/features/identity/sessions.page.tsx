import { Anchor, Button, Modal, Stack } from '@mantine/core';
import { Card, DoneMessage, ListSkeleton, Notice, PageHeader, StaleNotice } from '@plexus/ui';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import type { SessionRowFragment } from '../../gql/index.ts';
import { FaultState } from '../../shared/fault-state.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { useText } from '../../shared/text.ts';
import { DialogButtons } from '../../shared/dialog-buttons.tsx';
import { SessionsTable } from './components/sessions-table.tsx';
import { focusAgain, useFocusKept } from '../../shared/focus-again.ts';
import { useSessions } from './hooks/use-sessions.ts';
import classes from './sessions.module.css';

const END_OTHERS = 'end-other-sessions';

export function SessionsPage() {
  const text = useText();
  const { sessions, error, isStale, retry, refresh, end, ending } = useSessions();
  const [isAsking, setIsAsking] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useFocusKept(sessions, done !== null || failed, END_OTHERS);
  const others = sessions?.filter(({ isCurrent }) => !isCurrent) ?? [];

  function leave() {
    setIsAsking(false);
    focusAgain(END_OTHERS);
  }

  async function endThese(these: readonly SessionRowFragment[], message: string) {
    setDone(null);
    setFailed(false);
    const allEnded = await end(these);
    setIsAsking(false);
    setFailed(!allEnded);
    if (allEnded) setDone(message);
  }

  return (
    <>
      <PageTitle id="identity.sessions.title" />
      <PageHeader
        title={text('identity.sessions.title')}
        actions={others.length > 0 && <Button id={END_OTHERS} variant="default" onClick={() => setIsAsking(true)}>{text('identity.sessions.endOthers')}</Button>}
      />
      <p className={classes.intro}>
        <FormattedMessage id="identity.sessions.intro" values={{ link: (words) => <Anchor component={Link} to="/forgot-password" inherit underline="always">{words}</Anchor> }} />
      </p>
      <DoneMessage>{done}</DoneMessage>
      {failed && <div className={classes.failed}><Notice tone="bad" role="alert"><p>{text('identity.sessions.someLeft')}</p></Notice></div>}
      {isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void refresh() }}>{text('error.stale')}</StaleNotice>}
      <Card isPadded={false}>
        {sessions ? (
          <SessionsTable sessions={sessions} ending={ending} onEnd={(session) => void endThese([session], text('identity.sessions.ended', { device: session.device }))} />
        ) : error ? (
          <FaultState error={error} onRetry={retry} />
        ) : (
          <ListSkeleton label={text('app.loading')} lines={3} />
        )}
      </Card>
      {sessions && others.length === 0 && <p className={classes.only}>{text('identity.sessions.only')}</p>}
      {isAsking && (
        <EndOthersDialog count={others.length} isEnding={ending.length > 0} onClose={leave} onEnd={() => void endThese(others, text('identity.sessions.endedOthers'))} />
      )}
    </>
  );
}

interface EndOthersDialogProps {
  readonly count: number;
  readonly isEnding: boolean;
  readonly onClose: () => void;
  readonly onEnd: () => void;
}

function EndOthersDialog({ count, isEnding, onClose, onEnd }: EndOthersDialogProps) {
  const text = useText();
  return (
    <Modal opened onClose={onClose} title={text('identity.sessions.endOthers.title')} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <form onSubmit={(event) => { event.preventDefault(); onEnd(); }}>
        <Stack gap="sm">
          <p style={{ margin: 0 }}>{text('identity.sessions.endOthers.body', { count })}</p>
          <DialogButtons submit={text('identity.sessions.endOthers')} isSending={isEnding} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
