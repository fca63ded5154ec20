import { Button } from '@mantine/core';
import { Card, StatusBadge, type Tone } from '@plexus/ui';
import { IconPlus } from '@tabler/icons-react';
import type { ConsentRowFragment, ConsentState } from '../../../gql/index.ts';
import { HistoryButton } from '../../../shared/history/history-button.tsx';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import classes from './consents-card.module.css';
import type { ConsentVerb, TeamTask } from './team-dialogs.tsx';

export const RECORD_CONSENT = 'record-consent';

const TONES: Record<ConsentState, Tone> = { IN_FORCE: 'good', NOT_YET: 'calm', ENDED: 'calm', WITHDRAWN: 'warn' };
const IN_ERROR = ['consent-in-error'] as const;

interface ConsentsCardProps {
  readonly consents: readonly ConsentRowFragment[];
  readonly mayRecord: boolean;
  readonly onTask: (task: TeamTask) => void;
}

/** What the patient agreed to and what they took back, the newest first. */
export function ConsentsCard({ consents, mayRecord, onTask }: ConsentsCardProps) {
  const text = useText();
  const add = mayRecord && (
    <Button id={RECORD_CONSENT} variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => onTask({ verb: 'record-consent' })}>{text('consent.record')}</Button>
  );
  return (
    <Card title={text('consent.title')} aside={add} className={classes.block}>
      {consents.length === 0 ? (
        <p className={classes.quiet}>{text('consent.empty')} {mayRecord && text('consent.emptyNext')}</p>
      ) : (
        <ul className={classes.list}>
          {consents.map((consent) => <ConsentLine key={consent.id} consent={consent} mayRecord={mayRecord} onTask={onTask} />)}
        </ul>
      )}
    </Card>
  );
}

function ConsentLine({ consent, mayRecord, onTask }: Omit<ConsentsCardProps, 'consents'> & { readonly consent: ConsentRowFragment }) {
  const text = useText();
  const { name, partyName, partyRelation, state, scope, note } = consent;
  const verbs: readonly ConsentVerb[] = state === 'WITHDRAWN' ? IN_ERROR : state === 'ENDED' ? ['edit-consent', ...IN_ERROR] : ['withdraw-consent', 'edit-consent', ...IN_ERROR];
  return (
    <li>
      <div className={classes.line}>
        <span className={classes.words}><strong>{[name, partyName && `${partyName}${partyRelation ? ` (${partyRelation})` : ''}`].filter(Boolean).join(': ')}</strong></span>
        <StatusBadge tone={TONES[state]}>{text(`consent.state.${state}`)}</StatusBadge>
      </div>
      <ConsentTimes consent={consent} />
      {scope && <div className={classes.note}>{scope}</div>}
      {note && <div className={classes.note}>{note}</div>}
      <div className={classes.actions}>
        {mayRecord && verbs.map((verb) => (
          <Button key={verb} id={`${verb}-${consent.id}`} variant={verb === 'withdraw-consent' ? 'default' : 'subtle'} size="compact-sm" aria-label={text(`consent.task.${verb}.of`, { name: [name, partyName].filter(Boolean).join(': ') })} onClick={() => onTask({ verb, consent })}>
            {text(`consent.task.${verb}`)}
          </Button>
        ))}
        <HistoryButton entity="consent" id={consent.id} name={[name, partyName].filter(Boolean).join(': ')} />
      </div>
    </li>
  );
}

function ConsentTimes({ consent }: { consent: ConsentRowFragment }) {
  const text = useText();
  const dates = useDates();
  const { validFrom, validTo, givenOn, givenBy, representative, how, withdrawnOn, withdrawnBy, withdrawnRepresentative, withdrawnHow } = consent;
  const said = (voice: string | null, named: string | null) => named ?? text(`consent.voice.${voice === 'REPRESENTATIVE' ? 'REPRESENTATIVE' : 'PATIENT'}`);
  const lines = [
    text(validTo ? 'consent.fromTo' : 'consent.from', { from: dates.plain(validFrom), to: validTo && dates.plain(validTo) }),
    text('consent.given', { date: dates.plain(givenOn), who: said(givenBy, representative), how: text(`consent.form.${how}`) }),
    withdrawnOn && withdrawnHow && text('consent.withdrawn', { date: dates.plain(withdrawnOn), who: said(withdrawnBy, withdrawnRepresentative), how: text(`consent.form.${withdrawnHow}`) }),
  ];
  return <div className={classes.note}>{lines.filter(Boolean).join(' · ')}</div>;
}
