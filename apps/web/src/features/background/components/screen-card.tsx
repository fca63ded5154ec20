import { Button } from '@mantine/core';
import { Card, Notice } from '@plexus/ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { BackgroundPatientFragment } from '../../../gql/index.ts';
import { useRequestedForm } from '../../../shared/outbox/use-requested-form.ts';
import { useScreenWords } from '../../../shared/screen-words.ts';
import { useText } from '../../../shared/text.ts';
import classes from './background.module.css';
import { NEW_SCREEN, ScreenForm } from './screen-form.tsx';
import { ScreenSheet } from './screen-sheet.tsx';

/** The last screen in words, with what was found and decided; older ones below. */
export function ScreenCard({ patient }: { patient: BackgroundPatientFragment }) {
  const text = useText();
  const sayScreen = useScreenWords();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [isAsking, setIsAsking] = useState(false);
  const maySign = patient.viewer.may.includes('SCREEN_SIGN');
  useRequestedForm((opens) => {
    if (opens === NEW_SCREEN) setIsAsking(maySign);
    return opens === NEW_SCREEN;
  });
  const [latest, ...earlier] = patient.redFlagScreens;

  function signed() {
    setIsAsking(false);
    // Whoever came from the plan to fill this in goes on there.
    if (params.get('then') === 'plan') void navigate(`/patients/${patient.id}/plan?edit=plan&do=activate`);
  }

  const add = maySign && !isAsking && (
    <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setIsAsking(true)}>{text('screen.new')}</Button>
  );
  if (isAsking) return <Card title={text('screen.title')}><ScreenForm patient={patient} onSigned={signed} onClose={() => setIsAsking(false)} /></Card>;
  return (
    <Card title={text('screen.title')} aside={add}>
      {latest ? (
        <>
          <Notice tone={sayScreen(latest).tone}><p className={classes.result}>{sayScreen(latest).words}</p></Notice>
          {latest.repeatDue && <p className={classes.note}>{text('screen.repeat')}</p>}
          <ScreenSheet key={latest.id} patient={patient} screen={latest} maySign={maySign} />
        </>
      ) : (
        <p className={classes.quiet}>{text('screen.none')}</p>
      )}
      {!maySign && <p className={classes.note}>{text('screen.notYours')}</p>}
      {earlier.length > 0 && (
        <details className={classes.past}>
          <summary>{text('screen.earlier', { count: earlier.length })}</summary>
          <ul className={classes.list}>
            {earlier.map((screen) => (
              <li key={screen.id}>
                <strong>{sayScreen(screen).words}</strong>
                <ScreenSheet patient={patient} screen={screen} maySign={maySign} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
