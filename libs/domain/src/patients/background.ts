import { type Result, type RuleViolation, type Violation, unless, violation } from '../result.ts';
import { type Day, checkPastDay } from '../text/day.ts';
import { checkText, checkTexts } from '../text/text.ts';

export const WORST_SEVERITY = 10;

/** What is known of the catalogue, asked by id. */
interface Known {
  readonly code: (id: string) => boolean;
  readonly pattern: (id: string) => boolean;
}

export interface SymptomGiven {
  /** Of the catalogue; null when it is said in words. */
  readonly code?: string | null;
  readonly words?: string | null;
  readonly patterns?: readonly string[] | null;
  readonly patternWords?: string | null;
  readonly severity?: number | null;
  readonly since?: Day | null;
  readonly resolvedOn?: Day | null;
  readonly note?: string | null;
}

/** A thing is named by the catalogue or in words, and by one of them only: two names would have to agree. */
function checkName({ code, words }: { readonly code?: string | null; readonly words?: string | null }, known: (id: string) => boolean): Violation | null {
  if (code != null) {
    if (!known(code)) return violation('CODE_UNKNOWN', 'The catalogue has no such entry. Choose one of the list, or say it in words.', 'code');
    return words == null ? null : violation('NAMED_TWICE', 'Choose one of the list or say it in words, not both.', 'words');
  }
  return checkText('words', words ?? '', 'line', { required: true });
}

/** How it is, apart from its name and places. Absent fields are not looked at. */
export const checkSymptom = (given: SymptomGiven, known: Known, birthDate: Day, today: Day): Result<void, RuleViolation> =>
  unless([
    given.code === undefined && given.words === undefined ? null : checkName(given, known.code),
    given.patterns?.every((pattern) => known.pattern(pattern)) ?? true ? null : violation('PATTERN_UNKNOWN', 'The catalogue has no such pattern. Choose from the list, or say it in words.', 'patterns'),
    given.severity != null && (given.severity < 0 || given.severity > WORST_SEVERITY)
      ? violation('SEVERITY_RANGE', 'Severity is a whole number from 0 to {worst}.', 'severity', { worst: String(WORST_SEVERITY) })
      : null,
    checkPastDay('since', given.since, today, birthDate),
    checkPastDay('resolvedOn', given.resolvedOn, today, birthDate),
    ...checkTexts(false, ['patternWords', given.patternWords, 'line'], ['note', given.note, 'paragraph']),
  ]);

/** With the days as they will stand: what ends cannot have begun later. */
export const checkSymptomPeriod = ({ since, resolvedOn }: { readonly since: Day | null; readonly resolvedOn: Day | null }): Violation | null =>
  since !== null && resolvedOn !== null && resolvedOn < since ? violation('END_BEFORE_START', 'This is before the symptom began.', 'resolvedOn') : null;

export interface PlaceGiven {
  readonly site: string;
  readonly side?: 'left' | 'right' | null;
}

/** A side is given exactly where the site has two. `sided` is undefined for a site that the catalogue does not have. */
export const checkPlaces = (places: readonly PlaceGiven[], sided: (site: string) => boolean | undefined): Result<void, RuleViolation> =>
  unless(
    places.map(({ site, side }) => {
      const hasSides = sided(site);
      if (hasSides === undefined) return violation('SITE_UNKNOWN', 'The catalogue has no such body site. Choose one of the body map.', 'places');
      if (hasSides && side == null) return violation('SIDE_MISSING', 'Say which side.', 'places');
      return !hasSides && side != null ? violation('SIDE_NONE', 'This site has no left and right. Leave the side out.', 'places') : null;
    }),
  );

export interface RiskFactorGiven {
  readonly code?: string | null;
  readonly words?: string | null;
  readonly since?: Day | null;
  readonly note?: string | null;
}

export const checkRiskFactor = (given: RiskFactorGiven, known: (id: string) => boolean, birthDate: Day, today: Day): Result<void, RuleViolation> =>
  unless([
    given.code === undefined && given.words === undefined ? null : checkName(given, known),
    checkPastDay('since', given.since, today, birthDate),
    ...checkTexts(false, ['note', given.note, 'paragraph']),
  ]);
