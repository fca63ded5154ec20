import { Button } from '@mantine/core';
import { bodyPlaces } from '@plexus/catalogue/labels';
import { BodyMap, Card, EmptyState, ListSkeleton } from '@plexus/ui';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { BackgroundPageDocument, type BackgroundPatientFragment } from '../../gql/index.ts';
import { FaultState } from '../../shared/fault-state.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { usePatientNews } from '../../shared/patient-news.ts';
import { useText } from '../../shared/text.ts';
import { usePageQuery } from '../../shared/use-page-query.ts';
import classes from './components/background.module.css';
import { RiskFactorsCard } from './components/risk-factors-card.tsx';
import { ScreenCard } from './components/screen-card.tsx';
import { SymptomsCard } from './components/symptoms-card.tsx';
import { useMarks } from './hooks/use-marks.ts';

/** What the patient complains of and where, what makes it likelier, and whether somebody asked about red flags. */
export function BackgroundPage() {
  const { patientId = '' } = useParams();
  const text = useText();
  const page = usePageQuery(BackgroundPageDocument, { patientId });
  usePatientNews(() => void page.refreshInBackground());

  if (!page.data) return page.error ? <FaultState error={page.error} onRetry={page.retry} /> : <ListSkeleton label={text('app.loading')} lines={4} height={90} />;
  const { patient } = page.data;
  return (
    <>
      <PageTitle id="background.title" />
      {patient.viewer.may.includes('PATIENT_READ_CLINICAL') ? (
        <Background key={patient.id} patient={patient} />
      ) : (
        <EmptyState icon={IconLock} title={text('background.notYours')}>{text('background.notYours.body')}</EmptyState>
      )}
    </>
  );
}

function Background({ patient }: { patient: BackgroundPatientFragment }) {
  const text = useText();
  const marks = useMarks(patient.symptoms);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // While a symptom's form is open the map is the form's: its places are chosen here.
  const [isForm, setIsForm] = useState(false);
  const toggle = (place: string) => setChosen((now) => (now.includes(place) ? now.filter((id) => id !== place) : [...now, place]));
  const clear = !isForm && chosen.length > 0 && <Button variant="subtle" size="compact-sm" onClick={() => setChosen([])}>{text('background.map.clear')}</Button>;
  return (
    <div className={classes.columns}>
      <Card title={text('background.map')} aside={clear} className={classes.mapCard}>
        <p className={classes.quiet}>{text(isForm ? 'background.map.hintForm' : 'background.map.hint')}</p>
        <BodyMap
          label={text('background.map.label')}
          front={text('background.map.front')}
          back={text('background.map.back')}
          listLabel={text('background.map.list')}
          places={bodyPlaces}
          marks={marks}
          selected={chosen}
          onToggle={toggle}
        />
      </Card>
      <div className={classes.column}>
        <SymptomsCard patient={patient} chosen={chosen} onChoose={setChosen} onForm={setIsForm} />
        <RiskFactorsCard patient={patient} />
        <ScreenCard patient={patient} />
      </div>
    </div>
  );
}
