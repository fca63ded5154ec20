import { Button } from '@mantine/core';
import { EmptyState } from '@plexus/ui';
import { IconFilterOff, IconListCheck } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import type { FollowUpQueue } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { queuePath } from '../model/worklist-address.ts';

/** Nothing in this queue, or nothing that the filters let through. */
export function WorklistEmpty({ queue, isFiltered }: { queue: FollowUpQueue; isFiltered: boolean }) {
  const text = useText();
  const [params] = useSearchParams();
  if (isFiltered) {
    const rest = new URLSearchParams([...params].filter(([name]) => name === 'group' || name === 'sort'));
    return <EmptyState icon={IconFilterOff} title={text('worklist.empty.filtered')} action={<Button component={Link} variant="default" to={queuePath(rest, queue)}>{text('worklist.empty.clear')}</Button>} />;
  }
  return (
    <EmptyState icon={IconListCheck} title={text(`worklist.empty.${queue}`)} action={<Button component={Link} variant="default" to="/patients">{text('worklist.empty.patients')}</Button>}>
      {text('worklist.empty.body')}
    </EmptyState>
  );
}
