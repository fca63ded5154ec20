import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { MedicinesPageDocument, type MedicinesPageQuery } from '../../../gql/index.ts';
import { faultOf, type Fault } from '../../../shared/faults.ts';

export type MedicinesPatient = MedicinesPageQuery['patient'];

/** The list and its revision from one answer, so that the record can tell exactly what its author saw. */
export function useFreshList(patientId: string) {
  const client = useApolloClient();
  const [isLoading, setIsLoading] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  async function load(): Promise<MedicinesPatient | null> {
    setIsLoading(true);
    setFault(null);
    try {
      return (await client.query({ query: MedicinesPageDocument, variables: { patientId }, fetchPolicy: 'network-only' })).data?.patient ?? null;
    } catch (error) {
      setFault(faultOf(error));
      return null;
    } finally {
      setIsLoading(false);
    }
  }

  return { load, isLoading, fault };
}
