// The declarations of log-sweep.mjs, for TypeScript whose servers' logs are swept.

export function noteTexts(folder: string, value: unknown): void;
export function noteDatabase(folder: string, url: string): Promise<void>;
export function sweep(folder: string): { readonly lines: number; readonly texts: number; readonly findings: readonly string[] };
export function reportSweep(folder: string): void;
