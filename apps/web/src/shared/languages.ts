/** What the form offers; a record may hold any other language code, which then stands beside these. */
const OFFERED = [
  'am', 'ar', 'ase', 'bn', 'de', 'en', 'es', 'fa', 'fr', 'gu', 'hi', 'hmn', 'ht', 'hy', 'it', 'ja', 'km', 'ko', 'lo', 'nv', 'pa', 'pl', 'ps',
  'pt', 'ru', 'so', 'sw', 'tl', 'tr', 'uk', 'ur', 'vi', 'yi', 'yo', 'zh',
] as const;

/** The language's name in the reader's language; an unknown code shows as it is. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

export function languageChoices(current: string, locale: string): { value: string; label: string }[] {
  const codes: string[] = [...OFFERED];
  if (current && !codes.includes(current)) codes.push(current);
  return codes
    .map((value) => ({ value, label: languageName(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
