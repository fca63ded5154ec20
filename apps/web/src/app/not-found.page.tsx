import { Button } from '@mantine/core';
import { EmptyState } from '@plexus/ui';
import { IconZoomQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import { PageTitle } from '../shared/page-title.tsx';
import { useText } from '../shared/text.ts';

export function NotFoundPage() {
  const text = useText();
  return (
    <>
      <PageTitle id="notFound.title" />
      <EmptyState
        isPage
        icon={IconZoomQuestion}
        title={text('notFound.title')}
        action={<Button component={Link} to="/">{text('action.home')}</Button>}
      >
        {text('notFound.body')}
      </EmptyState>
    </>
  );
}
