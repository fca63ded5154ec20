import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { patientName } from '../../../shared/patient-name.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useViewer } from '../../../shared/viewer.ts';
import type { CopyPatient, Edges } from '../model/copy/patient-sheet.ts';

/** When the sheet on the screen says that it was printed. */
export interface Stamp {
  readonly at: string;
  /** Puts the present moment on it: the paper must not say when the page was opened. */
  readonly now: () => string;
}

/** What stands at the top and at the foot of every page. */
export function useSheetEdges(patient: CopyPatient): { readonly edges: (at: string) => Edges; readonly stamp: Stamp } {
  const text = useText();
  const dates = useDates();
  const { person, organization } = useViewer();
  const [at, setAt] = useState(() => new Date().toISOString());
  const stamp = useMemo(() => ({
    at,
    now: () => {
      const now = new Date().toISOString();
      flushSync(() => setAt(now));
      return now;
    },
  }), [at]);
  const edges = (when: string): Edges => ({
    head: text('copy.head', { name: patientName(patient), born: dates.plain(patient.birthDate), mrn: patient.mrn }),
    foot: text('copy.foot', { when: dates.instant(when), who: person.name, organization: organization.name }),
  });
  return { edges, stamp };
}
