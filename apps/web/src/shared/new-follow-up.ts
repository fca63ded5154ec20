/** What of the plan a new follow-up comes from. */
export interface NewSource {
  readonly kind: 'GOAL' | 'ACTIVITY';
  readonly id: string;
}

/** Where a new follow-up is written: beside the list of the patient's follow-ups. */
export const newFollowUpAddress = (patientId: string, source: NewSource | null): string =>
  `/patients/${patientId}/follow-ups?follow-up=new${source ? `&source=${source.kind.toLowerCase()}:${source.id}` : ''}`;

export const isNewFollowUp = (params: URLSearchParams): boolean => params.get('follow-up') === 'new';

export function readNewSource(params: URLSearchParams): NewSource | null {
  const [kind, id] = params.get('source')?.split(':') ?? [];
  return (kind === 'goal' || kind === 'activity') && id ? { kind: kind.toUpperCase() as NewSource['kind'], id } : null;
}
