/** Every job has a queue of this name, which a migration made. */
export const JOBS = ['forget-sign-ins', 'forget-commands', 'escalate-follow-ups'] as const;
export type JobName = (typeof JOBS)[number];
