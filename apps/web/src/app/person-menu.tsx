import { VisuallyHidden } from '@mantine/core';
import { DisciplineAvatar } from '@plexus/ui';
import { lazy, Suspense, useState } from 'react';
import { disciplineName } from '../shared/labels.ts';
import { avatarOf } from '../shared/person.ts';
import { useText } from '../shared/text.ts';
import { usePreload } from '../shared/use-preload.ts';
import { useViewer } from '../shared/viewer.ts';
import classes from './shell.module.css';

const load = () => import('./person-menu-items.tsx');
const PersonMenuItems = lazy(async () => ({ default: (await load()).PersonMenuItems }));

/** Who is signed in. The menu behind it is no part of the first script: it comes as the pointer or the focus does. */
export function PersonMenu() {
  const text = useText();
  const { person } = useViewer();
  const [isOpened, setIsOpened] = useState(false);
  usePreload(load);
  const role = disciplineName(person.discipline) ?? (person.roles[0] ? text(`role.${person.roles[0]}`) : text('me.noDiscipline'));

  const words = (
    <>
      <DisciplineAvatar person={avatarOf(person)} isDecorative size="large" />
      <span className={classes.personWords}><strong>{person.name}</strong><span>{role}</span></span>
      <VisuallyHidden>{text('me.menu')}</VisuallyHidden>
    </>
  );
  const button = (
    <button type="button" className={classes.person} aria-haspopup="menu" aria-expanded={false} onPointerEnter={() => void load()} onFocus={() => void load()} onClick={() => setIsOpened(true)}>
      {words}
    </button>
  );
  if (!isOpened) return button;
  // It takes the place of the button that had the focus, and gets it back when the menu closes.
  const target = <button type="button" autoFocus className={classes.person}>{words}</button>;
  return <Suspense fallback={button}><PersonMenuItems target={target} /></Suspense>;
}
