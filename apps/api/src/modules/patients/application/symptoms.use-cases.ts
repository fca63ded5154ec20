import { Injectable } from '@nestjs/common';
import { bodySiteById, isSymptomPattern, placeId, symptomById } from '@plexus/catalogue';
import { type PlaceGiven, type Result, type RuleViolation, type SymptomGiven, checkPlaces, checkReason, checkSymptom, checkSymptomPeriod, ok, refuse, tidyOptional, unless, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { SYMPTOM, type SymptomEntity } from '../persistence/background.entities.ts';
import { PATIENT } from '../persistence/patient.entities.ts';

export interface RecordSymptom extends Command, SymptomGiven {
  readonly places?: readonly PlaceGiven[] | null;
}

/** Absent: leave. Null: clear. */
export interface EditSymptom extends RecordSymptom {
  readonly symptomId: string;
}

export interface RemoveSymptom extends Command {
  readonly symptomId: string;
  readonly reason: string;
}

const KNOWN = { code: (id: string) => symptomById(id) !== undefined, pattern: isSymptomPattern };
const REMOVED = violation('SYMPTOM_REMOVED', 'This symptom was entered in error and is not on the list any more. Record it anew.', 'symptomId');

const inOrder = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

async function check(record: OpenRecord, command: RecordSymptom): Promise<Result<void, RuleViolation>> {
  const { birthDate } = await record.load(PATIENT, record.patientId);
  const symptom = checkSymptom(command, KNOWN, birthDate, record.actor.today);
  return symptom.ok ? checkPlaces(command.places ?? [], (site) => bodySiteById(site)?.sided) : symptom;
}

/** The given fields as they are stored. A new name takes the place of the old one, whichever kind each is. */
const fieldsOf = ({ code, words, places, patterns, patternWords, severity, since, resolvedOn, note }: RecordSymptom): Partial<SymptomEntity> => ({
  ...(code === undefined && words === undefined ? {} : { code: code ?? null, words: tidyOptional(words) }),
  ...(places === undefined ? {} : { places: inOrder((places ?? []).map(({ site, side }) => placeId(site, side ?? null))) }),
  ...(patterns === undefined ? {} : { patterns: inOrder(patterns ?? []) }),
  ...(patternWords === undefined ? {} : { patternWords: tidyOptional(patternWords) }),
  ...(severity === undefined ? {} : { severity }),
  ...(since === undefined ? {} : { since }),
  ...(resolvedOn === undefined ? {} : { resolvedOn }),
  ...(note === undefined ? {} : { note: tidyOptional(note) }),
});

/** The same symptom at the same places, not over: two lines of it would be two severities. */
async function isListed(record: OpenRecord, { id, code, words, places }: SymptomEntity): Promise<boolean> {
  return (await record.all(SYMPTOM)).some((other) =>
    other.id !== id && other.status === 'active' && other.resolvedOn === null && other.code === code && other.words?.toLowerCase() === words?.toLowerCase() && other.places.join() === places.join());
}
const listed = (field: 'code' | 'words') => refuse(violation('SYMPTOM_LISTED', 'This symptom is on the list already, at the same place. Change that one.', field));

@Injectable()
export class RecordSymptomUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: RecordSymptom): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'symptom.record', action: 'patient:edit', command }, async (record) => {
      const checked = await check(record, { ...command, code: command.code ?? null });
      if (!checked.ok) return checked;
      const none = { code: null, words: null, places: [], patterns: [], patternWords: null, severity: null, since: null, resolvedOn: null, note: null };
      const symptom = { id: newId(), patientId: record.patientId, status: 'active' as const, ...none, ...fieldsOf(command) } as SymptomEntity;
      const period = unless([checkSymptomPeriod(symptom)]);
      if (!period.ok) return period;
      if (await isListed(record, symptom)) return listed(symptom.code === null ? 'words' : 'code');
      await record.add(SYMPTOM, symptom);
      return ok({ entityId: symptom.id });
    });
  }
}

/** What a symptom is like now; with `resolvedOn` it is over, without it again not. */
@Injectable()
export class EditSymptomUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: EditSymptom): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'symptom.edit', action: 'patient:edit', command }, async (record) => {
      const symptom = await record.load(SYMPTOM, command.symptomId);
      const checked = await check(record, command);
      if (!checked.ok) return checked;
      const patch = fieldsOf(command);
      await record.checkConflicts(SYMPTOM, symptom, patch);
      const after = { ...symptom, ...patch };
      const stands = unless([symptom.status === 'active' ? null : REMOVED, checkSymptomPeriod(after)]);
      if (!stands.ok) return stands;
      if (after.resolvedOn === null && (await isListed(record, after))) return listed(after.code === null ? 'words' : 'code');
      await record.edit(SYMPTOM, symptom, patch);
      return ok({ entityId: symptom.id });
    });
  }
}

@Injectable()
export class RemoveSymptomUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: RemoveSymptom): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'symptom.remove', action: 'patient:edit', command, reason: command.reason }, async (record) => {
      const symptom = await record.load(SYMPTOM, command.symptomId);
      const checked = unless([checkReason(command.reason), symptom.status === 'active' ? null : REMOVED]);
      if (!checked.ok) return checked;
      await record.checkConflicts(SYMPTOM, symptom, { status: 'entered-in-error' });
      await record.edit(SYMPTOM, symptom, { status: 'entered-in-error' });
      return ok({ entityId: symptom.id });
    });
  }
}
