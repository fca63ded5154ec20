import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './states.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** A whole page that is empty has no other heading. */
  readonly isPage?: boolean;
  readonly icon?: Icon;
  readonly children?: ReactNode;
  /** The next step. */
  readonly action?: ReactNode;
}

/** Nothing there, why, and what to do next. */
export function EmptyState({ title, isPage = false, icon: Icon, children, action }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={classes.state}>
      {Icon && <Icon size={28} stroke={1.5} aria-hidden="true" />}
      <Title className={classes.title}>{title}</Title>
      {children && <p className={classes.body}>{children}</p>}
      {action && <div className={classes.actions}>{action}</div>}
    </div>
  );
}

interface Retry {
  readonly label: string;
  readonly onClick: () => void;
}

interface ErrorStateProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The request's id in words, to be read out to support. */
  readonly reference?: string;
  readonly retry?: Retry;
}

/** What failed, a way to try again, and a reference for support. */
export function ErrorState({ title, children, reference, retry }: ErrorStateProps) {
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle size={28} stroke={1.5} aria-hidden="true" />
      <p className={classes.title}>{title}</p>
      <p className={classes.body}>{children}</p>
      {reference && <p className={classes.reference}>{reference}</p>}
      {retry && <div className={classes.actions}><Button variant="default" onClick={retry.onClick}>{retry.label}</Button></div>}
    </div>
  );
}

/** Above content whose refresh failed: the content stays, its age is told. */
export function StaleNotice({ children, retry }: { children: ReactNode; retry: Retry }) {
  return (
    <div className={classes.stale} role="status">
      <IconAlertTriangle size={16} aria-hidden="true" />
      <span>{children}</span>
      <Button size="compact-xs" variant="default" onClick={retry.onClick}>{retry.label}</Button>
    </div>
  );
}

/** Lines where a list will stand; says so to screen readers once. */
export function ListSkeleton({ label, lines = 6, height = 40 }: { label: string; lines?: number; height?: number }) {
  return (
    <div className={classes.lines} role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => <Skeleton key={line} height={height} radius="md" aria-hidden="true" />)}
    </div>
  );
}
