import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { EditFollowUpDocument, type FollowUpPartsFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useFollowUpCommand } from '../hooks/use-follow-up-command.ts';
import { CommandTrouble } from './command-trouble.tsx';
import classes from './follow-ups.module.css';

/** Ticked where it is read. */
export function Checklist({ followUp, mayTick }: { readonly followUp: FollowUpPartsFragment; readonly mayTick: boolean }) {
  const text = useText();
  const { run, runAgain, forget, outcome, sending } = useFollowUpCommand(EditFollowUpDocument, followUp);
  const { checklist } = followUp;
  const [sent, setSent] = useState<{ text: string; isDone: boolean }[]>([]);
  if (checklist.length === 0) return null;
  function tick(toggled: number) {
    const items = checklist.map((item, at) => ({ text: item.text, isDone: at === toggled ? !item.isDone : item.isDone }));
    setSent(items);
    void run({ checklist: items });
  }
  return (
    <section className={classes.part} aria-label={text('field.follow-up.checklist')}>
      <h3>{text('followUp.checklist', { done: checklist.filter(({ isDone }) => isDone).length, count: checklist.length })}</h3>
      {checklist.map((item, at) => (
        <Checkbox key={at} label={item.text} checked={item.isDone} disabled={!mayTick || sending} onChange={() => tick(at)} />
      ))}
      <CommandTrouble outcome={outcome} isSending={sending} onKeepTheirs={forget} onKeepMine={() => void runAgain({ checklist: sent })} />
    </section>
  );
}
