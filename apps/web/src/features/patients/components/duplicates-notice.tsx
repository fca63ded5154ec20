import { Notice } from '@plexus/ui';
import { Link } from 'react-router';
import type { LikelyDuplicatesQuery } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';

type Duplicate = LikelyDuplicatesQuery['likelyDuplicates'][number];

/** Who may be the same person, and what to do about it. It warns; the person decides. */
export function DuplicatesNotice({ duplicates }: { duplicates: readonly Duplicate[] }) {
  const text = useText();
  // The region is there before its words, or a screen reader would not hear them arrive.
  return (
    <div role="status">
      {duplicates.length > 0 && (
        <Notice tone="warn" title={text('patient.duplicates.title')}>
          <ul style={{ margin: 0, paddingInlineStart: '1.1rem' }}>
            {duplicates.map((duplicate) => <li key={`${duplicate.kind} ${duplicate.patientId ?? ''}`}><DuplicateLine duplicate={duplicate} /></li>)}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function DuplicateLine({ duplicate }: { duplicate: Duplicate }) {
  const text = useText();
  const dates = useDates();
  const { kind, patientId, name, birthDate, mrn } = duplicate;
  if (!patientId || !name) return text(`patient.duplicates.hidden.${kind}`);
  const who = [name, birthDate && dates.plain(birthDate), mrn && text('patient.mrn', { mrn })].filter(Boolean).join(', ');
  return (
    <>
      {text(`patient.duplicates.${kind}`, { name: who })}{' '}
      <Link to={`/patients/${patientId}`}>{text('patient.duplicates.open')}</Link>. {text(`patient.duplicates.${kind}.do`)}
    </>
  );
}
