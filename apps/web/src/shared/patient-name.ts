interface Named {
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
}

/** Marisol “Mari” Okafor-Reyes: the name on the papers with the one the patient wants to be called by. */
export function patientName({ givenName, familyName, preferredName }: Named): string {
  const called = preferredName && preferredName !== givenName ? ` “${preferredName}”` : '';
  return `${givenName}${called} ${familyName}`;
}

/** What to call the patient in a sentence. */
export const calledName = ({ givenName, preferredName }: Pick<Named, 'givenName' | 'preferredName'>): string => preferredName ?? givenName;
