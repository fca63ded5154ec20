import { useHotkeys } from '@mantine/hooks';
import { IconListCheck, IconSearch, IconSettings, IconUsers } from '@tabler/icons-react';
import { lazy, Suspense, useState, type MouseEvent } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration } from 'react-router';
import { OutboxTray } from '../shared/outbox/tray.tsx';
import { session } from '../shared/session.ts';
import { useText } from '../shared/text.ts';
import { useMay } from '../shared/viewer.ts';
import { PersonMenu } from './person-menu.tsx';
import classes from './shell.module.css';

// A number is not worth making the first page wait.
const FollowUpCount = lazy(async () => ({ default: (await import('./follow-up-count.tsx')).FollowUpCount }));
const FindDialog = lazy(async () => ({ default: (await import('./find-dialog.tsx')).FindDialog }));

/** Only the focus moves: a change of the address would call off a page that is on its way. */
function skip(event: MouseEvent) {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

/** Navigation, search and the person around every page. It shows only what works. */
export function Shell() {
  const text = useText();
  const mayRead = useMay('CASELOAD_READ');
  const mayFollowUp = useMay('FOLLOW_UPS_LIST');
  const [isFinding, setIsFinding] = useState(false);
  // The keys still arrive while the pages are locked away.
  const find = () => setIsFinding(session.current() === 'open');
  useHotkeys([['mod+K', find]], [], true);

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content" onClick={skip}>{text('app.skip')}</a>
      <nav className={classes.side} aria-label={text('nav.main')}>
        <Link to="/" className={classes.brand}><img src="/icon.svg" alt="" width="22" height="22" />{text('app.name')}</Link>
        <div className={classes.links}>
          {mayRead && <NavLink to="/patients" className={classes.link}><IconUsers size={18} aria-hidden="true" />{text('nav.patients')}</NavLink>}
          {mayFollowUp && <NavLink to="/follow-ups" className={classes.link}><IconListCheck size={18} aria-hidden="true" />{text('nav.followUps')}<Suspense fallback={null}><FollowUpCount /></Suspense></NavLink>}
          <span className={classes.spacer} />
          <NavLink to="/organization" className={classes.link}><IconSettings size={18} aria-hidden="true" />{text('nav.organization')}</NavLink>
        </div>
        <PersonMenu />
      </nav>
      <div className={classes.main}>
        <div className={classes.top}>
          <button type="button" className={classes.find} onClick={find} aria-haspopup="dialog">
            <IconSearch size={17} aria-hidden="true" />
            <span>{text(mayRead ? 'find.open' : 'find.page')}</span>
            <kbd aria-hidden="true">{text('find.shortcut')}</kbd>
          </button>
          <OutboxTray />
          <div className={classes.topPerson}><PersonMenu /></div>
        </div>
        <main id="content" tabIndex={-1} className={classes.content}><Outlet /></main>
      </div>
      {isFinding && <Suspense fallback={null}><FindDialog onClose={() => setIsFinding(false)} /></Suspense>}
      <ScrollRestoration />
    </div>
  );
}
