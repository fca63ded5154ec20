import { Kbd, Modal, Switch } from '@mantine/core';
import { useText } from '../../../shared/text.ts';
import type { useSingleKeys } from '../hooks/use-worklist-keys.ts';
import classes from './worklist-dialogs.module.css';

const KEYS = ['j', 'k', 'x', 'a', 'd', 's', 'r', 'e', 'n', 'Enter', 'Escape', '?'] as const;

/** Every key and what it does; single letters can be turned off. */
export function WorklistKeys({ keys, onClose }: { keys: ReturnType<typeof useSingleKeys>; onClose: () => void }) {
  const text = useText();
  return (
    <Modal opened onClose={onClose} title={text('worklist.keys')} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <Switch label={text('worklist.keys.on')} description={text('worklist.keys.off')} checked={keys.areOn} onChange={(event) => keys.turn(event.currentTarget.checked)} />
      <dl className={classes.keys}>
        {KEYS.map((key) => <div key={key}><dt><Kbd>{key}</Kbd></dt><dd>{text(`worklist.key.${key}`)}</dd></div>)}
      </dl>
    </Modal>
  );
}
