import { Notice } from '@plexus/ui';
import { useSheetEdges } from '../../hooks/use-sheet-edges.ts';
import { useSheetWords } from '../../hooks/use-sheet-words.ts';
import type { CopyPatient } from '../../model/copy/patient-sheet.ts';
import { teamSheet } from '../../model/copy/team-sheet.ts';
import classes from './copy.module.css';
import { CopyActions } from './copy-actions.tsx';
import { SheetPaper } from './sheet-paper.tsx';

/** What the team carries into a room without a screen. */
export function TeamCopy({ patient }: { patient: CopyPatient }) {
  const say = useSheetWords();
  const { edges, stamp } = useSheetEdges(patient);
  const sheetAt = (at: string) => teamSheet(patient, edges(at), say);
  return (
    <div className={classes.layout}>
      <div className={classes.side}>
        <CopyActions copy="TEAM_COPY" patientId={patient.id} sheetAt={sheetAt} stamp={stamp} />
        <Notice tone="calm">{say.text('copy.logged')}</Notice>
      </div>
      <SheetPaper label={say.text('copy.sheet.TEAM_COPY')} sheet={sheetAt(stamp.at)} />
    </div>
  );
}
