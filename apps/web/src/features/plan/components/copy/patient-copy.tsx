import { TextInput } from '@mantine/core';
import { crisisLine } from '@plexus/catalogue/crisis-line';
import { sourceTitle } from '@plexus/catalogue/sources';
import { Card, Notice } from '@plexus/ui';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { languageName } from '../../../../shared/languages.ts';
import { useText } from '../../../../shared/text.ts';
import { useHomeWords } from '../../hooks/use-home-words.ts';
import { useSheetEdges } from '../../hooks/use-sheet-edges.ts';
import { useSheetWords } from '../../hooks/use-sheet-words.ts';
import { type CopyPatient, type PatientSheet, coordinatorOf, leadOf, patientSheet } from '../../model/copy/patient-sheet.ts';
import { chosenParts, homeParts } from '../../model/copy/three-things.ts';
import { isOpenGoal } from '../../model/shape-plan.ts';
import classes from './copy.module.css';
import { CopyActions } from './copy-actions.tsx';
import { SheetPaper } from './sheet-paper.tsx';
import { ThreeThings } from './three-things.tsx';

const LONGEST_PHONE = 40;

/** One page in plain words, which the clinician reads with the patient. What is written here is for this copy only. */
export function PatientCopy({ patient }: { patient: CopyPatient }) {
  const { text, dates, discipline } = useSheetWords();
  const sayAtHome = useHomeWords();
  const { edges, stamp } = useSheetEdges(patient);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [words, setWords] = useState<Readonly<Record<string, string>>>({});
  const [phone, setPhone] = useState('');

  const parts = homeParts(patient.plan.activities).map((part) => ({ ...part, words: words[part.id] ?? sayAtHome(part) }));
  const chosenIds = chosenParts(parts, chosen).map(({ id }) => id);
  const things = parts.filter(({ id, words: said }) => chosenIds.includes(id) && said.trim()).map(({ words: said }) => said.trim());
  const reviewDay = patient.plan.reviewDate && dates.full(patient.plan.reviewDate);
  const copyAt = (at: string) => patientSheet({ ...edges(at), patient, things, phone, reviewDay, discipline }, text);
  const shown = copyAt(stamp.at);
  return (
    <div className={classes.layout}>
      <div className={classes.side}>
        <CopyActions copy="PATIENT_COPY" patientId={patient.id} sheetAt={(at) => copyAt(at).sheet} stamp={stamp} isHeld={things.length === 0} />
        <Notice tone="accent" title={text('copy.read')}><BeforeHandingOver patient={patient} shown={shown} /></Notice>
        <Card title={text('copy.things')}>
          <ThreeThings
            patientId={patient.id}
            parts={parts}
            chosen={chosenIds}
            isEmpty={things.length === 0}
            onChoose={setChosen}
            onWrite={(id, said) => setWords({ ...words, [id]: said })}
          />
        </Card>
        <Card>
          <TextInput type="tel" label={text('copy.phone')} description={text('copy.phoneHint')} maxLength={LONGEST_PHONE} autoComplete="off" value={phone} onChange={(event) => setPhone(event.currentTarget.value)} />
        </Card>
      </div>
      <SheetPaper label={text('copy.sheet.PATIENT_COPY')} sheet={shown.sheet} />
    </div>
  );
}

/** For the clinician's eyes: what the sheet cannot say, and in whose words it is. */
function BeforeHandingOver({ patient, shown: { goalsLeftOut, isTooLong } }: { patient: CopyPatient; shown: PatientSheet }) {
  const text = useText();
  const { locale } = useIntl();
  const { plan, language, interpreterNeeded } = patient;
  const isForeign = language !== null && language.split('-')[0] !== locale.split('-')[0];
  const said = [
    isForeign && text('copy.language', { language: languageName(language, locale) }),
    interpreterNeeded && text('copy.interpreter'),
    plan.status !== 'ACTIVE' && text('copy.draft', { status: text(`planStatus.${plan.status}`) }),
    isTooLong ? text('copy.tooLong') : goalsLeftOut > 0 && text('copy.goalsLeftOut', { count: goalsLeftOut }),
    !plan.goals.some(isOpenGoal) && text('copy.lacks.goals'),
    plan.agreedMessage === null && text('copy.lacks.message'),
    plan.reviewDate === null && text('copy.lacks.review'),
    !leadOf(patient) && text('copy.lacks.lead'),
    !coordinatorOf(patient) && text('copy.lacks.coordinator'),
    text('copy.crisis', { country: crisisLine.country, sources: crisisLine.sources.map(sourceTitle).join('; ') }),
    text('copy.logged'),
  ].filter((line): line is string => Boolean(line));
  return <ul className={classes.before}>{said.map((line) => <li key={line}>{line}</li>)}</ul>;
}
