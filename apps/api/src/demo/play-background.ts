import { RED_FLAG_FORM, bodyPlaceById, redFlags } from '@plexus/catalogue';
import { DecideOnRedFlagScreenUseCase, SignRedFlagScreenUseCase } from '../modules/patients/application/red-flag-screens.use-cases.ts';
import { AddRiskFactorUseCase } from '../modules/patients/application/risk-factors.use-cases.ts';
import { EditSymptomUseCase, RecordSymptomUseCase } from '../modules/patients/application/symptoms.use-cases.ts';
import { BACKGROUNDS } from './backgrounds.ts';
import type { Clinic } from './clinic.ts';
import type { Event } from './event.ts';
import type { PatientStory, ScreenStory, SymptomStory } from './story.types.ts';

/** Symptoms, risk factors and red-flag screens as they were asked in a patient's visits. */
export function backgroundEvents(clinic: Clinic, story: PatientStory): Event[] {
  const { symptoms, riskFactors, screens } = BACKGROUNDS[story.key]!;
  return [
    ...symptoms.flatMap((symptom, i) => symptomEvents(clinic, story.key, symptom, `symptom ${i}`)),
    ...riskFactors.map(({ code, words, note, sinceYearsAgo }, i): Event => {
      const name = `risk factor ${i}`;
      const since = sinceYearsAgo === undefined ? null : yearsAgo(clinic, sinceYearsAgo);
      return { deed: story.added, order: 1, play: (actor) => clinic.keep(story.key, name, clinic.app.get(AddRiskFactorUseCase).execute(actor, { ...clinic.command(story.key, name), code, words, note, since })) };
    }),
    ...screens.flatMap((screen, i) => screenEvents(clinic, story.key, screen, `screen ${i}`)),
  ];
}

const yearsAgo = (clinic: Clinic, years: number): string => `${Number(clinic.day(0).slice(0, 4)) - years}-06-01`;

function symptomEvents(clinic: Clinic, key: string, symptom: SymptomStory, name: string): Event[] {
  const { code, places = [], patterns, patternWords, severity, sinceDay, sinceYearsAgo, note, now } = symptom;
  const since = sinceDay === undefined ? (sinceYearsAgo === undefined ? null : yearsAgo(clinic, sinceYearsAgo)) : clinic.day(sinceDay);
  const recorded: Event = {
    deed: symptom,
    order: 4,
    play: (actor) => clinic.keep(key, name, clinic.app.get(RecordSymptomUseCase).execute(actor, {
      ...clinic.command(key, name), code, patterns, patternWords, severity, since, note, places: places.map((id) => bodyPlaceById(id)!),
    })),
  };
  if (!now) return [recorded];
  const change = `${name} now`;
  const edited = now.isOver ? { resolvedOn: clinic.day(now.day) } : { severity: now.severity };
  return [recorded, { deed: now, order: 4, play: (actor) => clinic.keep(key, change, clinic.app.get(EditSymptomUseCase).execute(actor, { ...clinic.command(key, change), symptomId: clinic.id(key, name), ...edited })) }];
}

function screenEvents(clinic: Clinic, key: string, screen: ScreenStory, name: string): Event[] {
  const answers = redFlags.map(({ id: item }) => {
    const detail = screen.yes[item];
    if (detail !== undefined) return { item, answer: 'yes' as const, detail };
    return { item, answer: screen.notAsked?.includes(item) ? ('not-asked' as const) : ('no' as const) };
  });
  const signed: Event = { deed: screen, order: 4, play: (actor) => clinic.keep(key, name, clinic.app.get(SignRedFlagScreenUseCase).execute(actor, { ...clinic.command(key, name), form: RED_FLAG_FORM, answers })) };
  const { decided } = screen;
  if (!decided) return [signed];
  const decision = `${name} decided`;
  return [signed, { deed: decided, order: 4, play: (actor) => clinic.keep(key, decision, clinic.app.get(DecideOnRedFlagScreenUseCase).execute(actor, { ...clinic.command(key, decision), screenId: clinic.id(key, name), decision: decided.decision, reason: decided.reason })) }];
}
