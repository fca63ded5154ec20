import { Button } from '@mantine/core';
import { useState } from 'react';
import { MoveFollowUpDocument, type FollowUpPartsFragment, type FollowUpVerb } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { useFollowUpCommand } from '../hooks/use-follow-up-command.ts';
import type { FollowUpForm } from '../hooks/use-open-follow-up.ts';
import { bringsOn, formsOf, inOrder, needOf } from '../model/contract.ts';
import { CommandTrouble } from './command-trouble.tsx';
import classes from './follow-ups.module.css';

interface MovesProps {
  readonly followUp: FollowUpPartsFragment;
  readonly mayWrite: boolean;
  readonly onForm: (form: FollowUpForm) => void;
}

/** What can be done with it now: the moves that its state and the viewer's part allow, then what is written into it. */
export function FollowUpMoves({ followUp, mayWrite, onForm }: MovesProps) {
  const text = useText();
  const viewer = useViewer();
  const { run, runAgain, forget, outcome, sending } = useFollowUpCommand(MoveFollowUpDocument, followUp);
  const [sent, setSent] = useState<FollowUpVerb | null>(null);

  function move(verb: FollowUpVerb) {
    if (needOf(followUp, verb)) return onForm(verb);
    setSent(verb);
    void run({ verb });
  }

  const verbs = inOrder(followUp.state, followUp.transitions);
  const forms = mayWrite ? formsOf(followUp, viewer.person.id) : [];
  return (
    <>
      <div className={classes.actions}>
        {verbs.map((verb, at) => (
          <Button key={verb} size="compact-md" variant={at === 0 && bringsOn(verb) ? 'filled' : 'default'} loading={sending && sent === verb} disabled={sending && sent !== verb} onClick={() => move(verb)}>
            {text(verb === 'SCHEDULE' && followUp.state === 'SCHEDULED' ? 'followUpVerb.SCHEDULE.again' : `followUpVerb.${verb}`)}
          </Button>
        ))}
      </div>
      <CommandTrouble outcome={outcome} isSending={sending} onKeepTheirs={forget} onKeepMine={() => { if (sent) void runAgain({ verb: sent }); }} />
      {forms.length > 0 && (
        <div className={classes.actions}>
          {forms.map((form) => <Button key={form} variant="subtle" size="compact-sm" onClick={() => onForm(form)}>{text(`followUp.${form}`)}</Button>)}
        </div>
      )}
    </>
  );
}
