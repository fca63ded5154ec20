/** How a goal or a part of the plan ends, as far as what comes from it must hear of it. */
const ENDINGS = {
  goal: ['completed', 'cancelled', 'entered-in-error'],
  activity: ['completed', 'stopped', 'declined', 'entered-in-error'],
} as const;

export type RemarkedSource = keyof typeof ENDINGS;

/** Of a source that has not ended, or not any more. */
const GOES_ON = 'goes-on';

/** The text of a remark that nobody typed: a code, which the pages put into words. `source.goal.cancelled` */
export const sourceRemark = (source: RemarkedSource, status: string): string => `source.${source}.${hasEnded(source, status) ? status : GOES_ON}`;

export const hasEnded = (source: RemarkedSource, status: string): boolean => (ENDINGS[source] as readonly string[]).includes(status);

export const SOURCE_REMARKS: readonly string[] = (Object.keys(ENDINGS) as RemarkedSource[]).flatMap((source) => [...ENDINGS[source], GOES_ON].map((status) => sourceRemark(source, status)));
