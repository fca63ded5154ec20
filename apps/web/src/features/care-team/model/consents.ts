import { consentKindById, PEER_MENTOR_CONSENT } from '@plexus/catalogue/labels';
import type { ConsentForm, ConsentRowFragment, ConsentVoice, EditConsentInput, RecordConsentInput, TeamMemberRowFragment } from '../../../gql/index.ts';
import { allOf, changedOf } from '../../../shared/form-changes.ts';

export const PEER_MENTOR = 'peer-mentor';

type Given = Omit<RecordConsentInput, 'commandId' | 'patientId' | 'baseRevision' | 'contactId'>;

export interface ConsentFormValues extends Record<string, unknown> {
  kind: string;
  partyName: string;
  partyRelation: string;
  scope: string;
  givenOn: string;
  givenBy: ConsentVoice;
  representative: string;
  how: ConsentForm | '';
  validFrom: string;
  validTo: string;
  note: string;
}

export const newConsent = (today: string): ConsentFormValues => ({
  kind: '', partyName: '', partyRelation: '', scope: '', givenOn: today, givenBy: 'PATIENT', representative: '', how: '', validFrom: today, validTo: '', note: '',
});

export function formOf(consent: ConsentRowFragment): ConsentFormValues {
  const { kind, givenOn, givenBy, how, validFrom } = consent;
  const text = (value: string | null) => value ?? '';
  return {
    kind, givenOn, givenBy, how, validFrom, partyName: text(consent.partyName), partyRelation: text(consent.partyRelation), representative: text(consent.representative),
    validTo: text(consent.validTo), note: text(consent.note), scope: consentKindById(kind)?.scope ? '' : text(consent.scope),
  };
}

/** What was typed for another kind or another voice does not stay behind unseen. */
function fitting(values: ConsentFormValues): ConsentFormValues {
  const kind = consentKindById(values.kind);
  return {
    ...values,
    partyName: kind?.party ? values.partyName : '',
    partyRelation: kind?.party === 'relative' ? values.partyRelation : '',
    scope: kind?.scope ? '' : values.scope,
    representative: values.givenBy === 'REPRESENTATIVE' ? values.representative : '',
  };
}

export const consentOf = (values: ConsentFormValues): Given => allOf(fitting(values)) as unknown as Given;

export const changesOf = (before: ConsentFormValues, after: ConsentFormValues) =>
  changedOf(before, fitting(after)) as Omit<EditConsentInput, 'commandId' | 'patientId' | 'baseRevision' | 'contactId' | 'consentId'>;

export const mentorConsent = (consents: readonly ConsentRowFragment[]): ConsentRowFragment | null =>
  consents.find(({ kind, state }) => kind === PEER_MENTOR_CONSENT && state === 'IN_FORCE') ?? null;

/** Since when a peer mentor on the team sees the plan: both must hold. Null: they see nothing. */
export function seesSince(member: Pick<TeamMemberRowFragment, 'validFrom'>, consents: readonly ConsentRowFragment[]): string | null {
  const consent = mentorConsent(consents);
  return consent && (consent.validFrom > member.validFrom ? consent.validFrom : member.validFrom);
}
