import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { LikelyDuplicatesDocument } from '../../../gql/index.ts';
import type { PatientFormValues } from '../model/patient-form.ts';

/** Asks while the names are typed, after a breath; without names there is nothing to compare. */
export function useLikelyDuplicates({ givenName, familyName, birthDate, mrn }: PatientFormValues) {
  const [typed] = useDebouncedValue(JSON.stringify({ givenName: givenName.trim(), familyName: familyName.trim(), birthDate: birthDate || null, mrn: mrn.trim() || null }), 350);
  const input = JSON.parse(typed) as { givenName: string; familyName: string; birthDate: string | null; mrn: string | null };
  const isEnough = input.givenName.length > 1 && input.familyName.length > 1;
  const { data, previousData } = useQuery(LikelyDuplicatesDocument, { variables: { input }, skip: !isEnough, fetchPolicy: 'network-only' });
  return isEnough ? ((data ?? previousData)?.likelyDuplicates ?? []) : [];
}
