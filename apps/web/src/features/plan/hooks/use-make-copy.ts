import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { NoteCopyDocument, type Copy } from '../../../gql/index.ts';
import { faultOf } from '../../../shared/faults.ts';
import { useText } from '../../../shared/text.ts';
import { useViewer } from '../../../shared/viewer.ts';
import type { Sheet } from '../model/copy/sheet.ts';
import type { Stamp } from './use-sheet-edges.ts';

export interface Making {
  readonly copy: Copy;
  readonly patientId: string;
  /** The sheet as it says that it was made then. */
  readonly sheetAt: (at: string) => Sheet;
  readonly stamp: Stamp;
}

interface Said {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly words: string;
}

const FILES = { PATIENT_COPY: 'patient-copy', TEAM_COPY: 'team-copy' } as const;

/** Makes a copy after the server has noted it: what leaves the record leaves a trace in it. */
export function useMakeCopy({ copy, patientId, sheetAt, stamp }: Making) {
  const client = useApolloClient();
  const text = useText();
  const intl = useIntl();
  const { today } = useViewer().organization;
  const [making, setMaking] = useState<'print' | 'save' | null>(null);
  const [said, setSaid] = useState<Said | null>(null);

  const note = () => client.mutate({ mutation: NoteCopyDocument, variables: { input: { patientId, copy } } });

  async function make(which: 'print' | 'save', how: () => Promise<Said | null>) {
    setMaking(which);
    setSaid(null);
    try {
      await note();
    } catch (fault) {
      setMaking(null);
      setSaid({ tone: 'bad', words: text('copy.notNoted', { why: text(`error.${faultOf(fault).code}`) }) });
      return;
    }
    setSaid(await how());
    setMaking(null);
  }

  async function save(): Promise<Said | null> {
    try {
      const { savePdf } = await import('../pdf/save-pdf.ts');
      // The file's name says neither whose it is nor what ails them: folders of downloads are seen by others.
      const file = `${FILES[copy]}-${today}.pdf`;
      const sheet = sheetAt(stamp.now());
      const result = await savePdf(sheet, { file, language: intl.locale, page: (page, pages) => text('copy.page', { page, pages }) });
      if ('missing' in result) return { tone: 'bad', words: text('copy.letters', { letters: result.missing }) };
      if (sheet.type === 'large' && result.pages > 1) return { tone: 'warn', words: text('copy.twoPages', { pages: result.pages }) };
      return { tone: 'good', words: text('copy.saved', { file }) };
    } catch {
      return { tone: 'bad', words: text('copy.failed') };
    }
  }

  // The browser's own command prints too: it cannot be held back, but it is noted like the button.
  const printing = useEffectEvent(() => {
    stamp.now();
    if (making !== 'print') void note().catch(() => undefined);
  });
  useEffect(() => {
    const before = () => printing();
    window.addEventListener('beforeprint', before);
    return () => window.removeEventListener('beforeprint', before);
  }, []);

  return {
    making,
    said,
    print: () => make('print', async () => { window.print(); return Promise.resolve(null); }),
    save: () => make('save', save),
  };
}
