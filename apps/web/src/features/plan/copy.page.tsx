import { Anchor, SegmentedControl } from '@mantine/core';
import { ListSkeleton, StaleNotice } from '@plexus/ui';
import { Link, useParams, useSearchParams } from 'react-router';
import { CopyPageDocument, type Copy } from '../../gql/index.ts';
import { FaultState } from '../../shared/fault-state.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { usePatientNews } from '../../shared/patient-news.ts';
import { useText } from '../../shared/text.ts';
import { OnPaperContext } from '../../shared/use-dates.ts';
import { usePageQuery } from '../../shared/use-page-query.ts';
import classes from './components/copy/copy.module.css';
import { PatientCopy } from './components/copy/patient-copy.tsx';
import { TeamCopy } from './components/copy/team-copy.tsx';

const COPIES: readonly Copy[] = ['PATIENT_COPY', 'TEAM_COPY'];

/** The plan on paper: for the patient, and for the team. `?for=team` shows the team's. */
export function CopyPage() {
  const { patientId = '' } = useParams();
  const text = useText();
  const [params, setParams] = useSearchParams();
  const page = usePageQuery(CopyPageDocument, { patientId });
  usePatientNews(() => void page.refreshInBackground());
  const copy: Copy = params.get('for') === 'team' ? 'TEAM_COPY' : 'PATIENT_COPY';

  if (!page.data) return page.error ? <FaultState error={page.error} onRetry={page.retry} /> : <ListSkeleton label={text('app.loading')} lines={5} height={110} />;
  const { patient } = page.data;
  return (
    <>
      <PageTitle id="copy.title" />
      {page.isStale && <StaleNotice retry={{ label: text('action.retry'), onClick: () => void page.refresh() }}>{text('error.stale')}</StaleNotice>}
      <div className={classes.head}>
        <h2>{text('copy.title')}</h2>
        <SegmentedControl
          aria-label={text('copy.which')}
          value={copy}
          onChange={(chosen) => setParams(chosen === 'TEAM_COPY' ? { for: 'team' } : {}, { replace: true })}
          data={COPIES.map((value) => ({ value, label: text(`copy.kind.${value}`) }))}
        />
        <Anchor component={Link} to={`/patients/${patientId}/plan`} data-target>{text('copy.back')}</Anchor>
      </div>
      <OnPaperContext value>
        {copy === 'PATIENT_COPY' ? <PatientCopy key={patientId} patient={patient} /> : <TeamCopy patient={patient} />}
      </OnPaperContext>
    </>
  );
}
