import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { PatientDetailsPageDocument, type PatientDetailsFragment } from '../../../gql/index.ts';
import { faultOf, type Fault } from '../../../shared/faults.ts';

/** A form's text and its revision come from one answer, so that the record can tell exactly what its author saw. */
export function useFreshDetails(patientId: string) {
  const client = useApolloClient();
  const [isOpening, setIsOpening] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  /** Undefined when it could not be had; `fault` says why. */
  async function fetchDetails(): Promise<PatientDetailsFragment | undefined> {
    setIsOpening(true);
    setFault(null);
    try {
      return (await client.query({ query: PatientDetailsPageDocument, variables: { patientId }, fetchPolicy: 'network-only' })).data?.patient;
    } catch (error) {
      setFault(faultOf(error));
      return undefined;
    } finally {
      setIsOpening(false);
    }
  }

  return { fetchDetails, isOpening, fault };
}
