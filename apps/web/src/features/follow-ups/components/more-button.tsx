import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Earlier } from '../../../shared/history/use-earlier.ts';
import { useText } from '../../../shared/text.ts';

/** Brings the next ones of a list; where that failed it says so and can be pressed again. */
export function MoreButton({ more, children }: { readonly more: Earlier; readonly children: ReactNode }) {
  const text = useText();
  return (
    <>
      {more.error !== null && <span role="alert">{text('error.title')}</span>}
      <Button variant="default" size="compact-md" loading={more.isLoading} onClick={() => void more.show()}>{children}</Button>
    </>
  );
}
