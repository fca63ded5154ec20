import type { SourceKey } from './sources.ts';

/** Whom anybody may turn to at once, whatever the plan says. */
export interface CrisisLine {
  readonly country: string;
  /** As they stand on a patient's sheet, in plain words. */
  readonly lines: readonly string[];
  readonly sources: readonly SourceKey[];
}

/** The default, which is the United States'. A clinic elsewhere writes its own numbers here. */
export const crisisLine: CrisisLine = {
  country: 'United States',
  lines: ['In a crisis, or thinking of suicide: call or text 988, day or night.', 'In an emergency: call 911.'],
  sources: ['LIFELINE988'],
};
