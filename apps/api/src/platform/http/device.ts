const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

const first = (agent: string, names: readonly (readonly [RegExp, string])[]): string | undefined => names.find(([pattern]) => pattern.test(agent))?.[1];

/** A browser's identification in words that its owner recognizes in a list of sessions; the full text is not kept. */
export function describeDevice(agent: string | undefined): string {
  const browser = first(agent ?? '', BROWSERS) ?? 'Unknown browser';
  const system = first(agent ?? '', SYSTEMS);
  return system ? `${browser} on ${system}` : browser;
}
