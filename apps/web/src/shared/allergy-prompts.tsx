import { allergyMatches, namedSubstanceById, notAskedFor, type Allergen, type AllergyMatch, type Exposure } from '@plexus/catalogue/medicines';
import { sourceTitle } from '@plexus/catalogue/sources';
import { Notice } from '@plexus/ui';
import type { AllergyFactsFragment } from '../gql/index.ts';
import { useText } from './text.ts';
import { useDates } from './use-dates.ts';

interface AllergenOnRecord extends Allergen {
  readonly said: string;
  readonly recordedOn: string;
}

function useAllergens({ allergies, namedSubstances }: AllergyFactsFragment): AllergenOnRecord[] {
  const text = useText();
  return [
    ...allergies.map(({ substance, reaction, recordedOn }) => ({ words: substance, said: reaction ? `${substance} (${reaction})` : substance, recordedOn })),
    ...namedSubstances.filter(({ answer }) => answer === 'ALLERGIC').map(({ substance, answeredOn }) => {
      const name = namedSubstanceById(substance)?.name ?? substance;
      return { words: name, substance, said: text('allergyPrompt.answered', { name }), recordedOn: answeredOn };
    }),
  ];
}

/** What of the allergies on record meets something planned or taken. It stands beside what is done and stops nothing. */
export function AllergyPrompts({ patient, exposure }: { patient: AllergyFactsFragment; exposure: Exposure }) {
  const text = useText();
  const matches = allergyMatches(useAllergens(patient), exposure);
  if (!matches.length) return null;
  return <Notice tone="warn" role="status" title={text('allergyPrompt.title')}>{matches.map((match) => <PromptLine key={match.allergen.said} match={match} name={exposure.name} />)}</Notice>;
}

function PromptLine({ match: { allergen, kind, through, sources }, name }: { match: AllergyMatch<AllergenOnRecord>; name: string }) {
  const text = useText();
  const dates = useDates();
  const titles = sources.map((key) => sourceTitle(key) ?? key).join(', ');
  return (
    <div>
      {text(`allergyPrompt.${kind}`, { allergen: allergen.said, name, through })}{' '}
      <small>{text('allergyPrompt.sources', { when: dates.plain(allergen.recordedOn), sources: titles && text('allergyPrompt.rule', { titles }) })}</small>
    </div>
  );
}

/** Before a procedure: which substances nobody has asked about by name. */
export function NotAskedByName({ patient, catalogueId }: { patient: AllergyFactsFragment; catalogueId: string }) {
  const text = useText();
  if (patient.allergyStatus === 'NOT_SHOWN') return null;
  const answered = patient.namedSubstances.filter(({ answer }) => answer !== 'NOT_ASKED').map(({ substance }) => substance);
  const missing = notAskedFor(catalogueId, answered);
  if (!missing.length) return null;
  return <Notice tone="calm" role="status" title={text('allergyPrompt.notAskedTitle')}>{text('allergyPrompt.notAsked', { names: missing.map(({ name }) => name).join(', ') })}</Notice>;
}
