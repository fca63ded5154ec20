import { Injectable } from '@nestjs/common';
import { type RedFlagResult, type Side, SYMPTOM_PATTERNS, bodyPlaceById, isSymptomPattern, redFlagById, redFlagResult, riskFactorById, symptomById } from '@plexus/catalogue';
import { type Day, type RedFlagDecision, isScreenRepeatDue } from '@plexus/domain';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import type { OpenRecord } from '../../../platform/records/open-record.ts';
import { RecordNames } from '../../../platform/records/record-names.ts';
import { RED_FLAG_SCREEN } from '../persistence/background.entities.ts';

export interface PlaceView {
  readonly id: string;
  readonly name: string;
  readonly site: string;
  readonly side: Side | null;
}

export interface PatternView {
  readonly id: string;
  readonly name: string;
}

export interface SymptomView {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly places: PlaceView[];
  readonly patterns: PatternView[];
  readonly patternWords: string | null;
  readonly severity: number | null;
  readonly since: Day | null;
  readonly resolvedOn: Day | null;
  readonly note: string | null;
}

export interface RiskFactorView {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly since: Day | null;
  readonly note: string | null;
}

export interface RedFlagAnswerView {
  readonly item: string;
  readonly name: string;
  readonly detail: string | null;
  /** What a yes to it alone comes to. */
  readonly result: RedFlagResult;
}

export interface RedFlagScreenView {
  readonly id: string;
  readonly signedById: string;
  readonly signedAt: Date;
  readonly signedOn: Day;
  readonly result: RedFlagResult;
  readonly repeatDue: boolean;
  readonly yes: RedFlagAnswerView[];
  readonly no: RedFlagAnswerView[];
  readonly notAsked: RedFlagAnswerView[];
  readonly decision: RedFlagDecision | null;
  readonly decisionReason: string | null;
  readonly decidedById: string | null;
}

/** Screens shown with a chart; older ones are in the history. */
const MOST_SCREENS = 20;

type SymptomRow = Omit<SymptomView, 'name' | 'places' | 'patterns'> & { readonly words: string | null; readonly places: string[]; readonly patterns: string[] };
type RiskFactorRow = Omit<RiskFactorView, 'name'> & { readonly words: string | null };
type ScreenRow = Omit<RedFlagScreenView, 'result' | 'repeatDue' | 'yes' | 'no' | 'notAsked'> & Record<'yes' | 'details' | 'no' | 'notAsked', string[]>;

const placeOf = (id: string): PlaceView => bodyPlaceById(id) ?? { id, name: id, site: id, side: null };
const patternOf = (id: string): PatternView => ({ id, name: isSymptomPattern(id) ? SYMPTOM_PATTERNS[id] : id });
const answerOf = (item: string, detail: string | null = null): RedFlagAnswerView => ({ item, name: redFlagById(item)?.name ?? item, detail, result: redFlagResult([item]) });
const nameOf = ({ code, words }: { code: string | null; words: string | null }, known: (id: string) => { name: string } | undefined): string =>
  words ?? (code === null ? '' : (known(code)?.name ?? code));

/** When the last screen that stands was signed. */
export async function lastScreenedOn(record: OpenRecord): Promise<Day | null> {
  const signed = (await record.all(RED_FLAG_SCREEN)).filter(({ status }) => status === 'signed').map(({ signedOn }) => signedOn);
  return signed.sort().at(-1) ?? null;
}

@Injectable()
export class BackgroundQueries {
  constructor(names: RecordNames) {
    names.register('symptom', (request, patientId, ids) => this.names(request, patientId, 'symptom', symptomById, ids));
    names.register('risk-factor', (request, patientId, ids) => this.names(request, patientId, 'risk_factor', riskFactorById, ids));
    names.register('red-flag-screen', async (request, patientId, ids) => {
      const rows = await request.reading.about<{ id: string; signedOn: Day }>(
        patientId,
        'SELECT s.id, s.signed_on AS "signedOn" FROM plexus.red_flag_screen s WHERE s.organization_id = $1 AND s.patient_id = $2 AND s.id = ANY ($3)',
        [request.actor.organizationId, patientId, ids],
      );
      return new Map(rows.map(({ id, signedOn }) => [id, signedOn]));
    });
  }

  /** The worst first; what is over comes last. */
  async symptoms(request: RequestContext, patientId: string): Promise<SymptomView[]> {
    const rows = await request.reading.about<SymptomRow>(
      patientId,
      `SELECT s.id, s.code, s.words, s.places, s.patterns, s.pattern_words AS "patternWords", s.severity, s.since, s.resolved_on AS "resolvedOn", s.note FROM plexus.symptom s
        WHERE s.organization_id = $1 AND s.patient_id = $2 AND s.status = 'active' ORDER BY s.resolved_on DESC NULLS FIRST, s.severity DESC NULLS LAST, s.id`,
      [request.actor.organizationId, patientId],
    );
    return rows.map(({ words, ...row }) => ({ ...row, name: nameOf({ code: row.code, words }, symptomById), places: row.places.map(placeOf), patterns: row.patterns.map(patternOf) }));
  }

  async riskFactors(request: RequestContext, patientId: string): Promise<RiskFactorView[]> {
    const rows = await request.reading.about<RiskFactorRow>(
      patientId,
      `SELECT f.id, f.code, f.words, f.since, f.note FROM plexus.risk_factor f
        WHERE f.organization_id = $1 AND f.patient_id = $2 AND f.status = 'active' ORDER BY f.id`,
      [request.actor.organizationId, patientId],
    );
    return rows.map(({ words, ...row }) => ({ ...row, name: nameOf({ code: row.code, words }, riskFactorById) }));
  }

  /** Newest first. */
  screens(request: RequestContext, patientId: string): Promise<RedFlagScreenView[]> {
    return request.once(`screens ${patientId}`, () => this.readScreens(request, patientId));
  }

  private async readScreens(request: RequestContext, patientId: string): Promise<RedFlagScreenView[]> {
    const rows = await request.reading.about<ScreenRow>(
      patientId,
      `SELECT s.id, s.signed_by_id AS "signedById", s.signed_at AS "signedAt", s.signed_on AS "signedOn", s.yes, s.details, s.no, s.not_asked AS "notAsked",
              s.decision, s.decision_reason AS "decisionReason", s.decided_by_id AS "decidedById" FROM plexus.red_flag_screen s
        WHERE s.organization_id = $1 AND s.patient_id = $2 AND s.status = 'signed' ORDER BY s.signed_at DESC, s.id DESC LIMIT ${MOST_SCREENS}`,
      [request.actor.organizationId, patientId],
    );
    return rows.map(({ details, ...row }) => ({
      ...row,
      result: redFlagResult(row.yes),
      repeatDue: isScreenRepeatDue(row.signedOn, request.actor.today),
      yes: row.yes.map((item, i) => answerOf(item, details[i])),
      no: row.no.map((item) => answerOf(item)),
      notAsked: row.notAsked.map((item) => answerOf(item)),
    }));
  }

  private async names(request: RequestContext, patientId: string, table: 'symptom' | 'risk_factor', known: (id: string) => { name: string } | undefined, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await request.reading.about<{ id: string; code: string | null; words: string | null }>(
      patientId,
      `SELECT t.id, t.code, t.words FROM plexus.${table} t WHERE t.organization_id = $1 AND t.patient_id = $2 AND t.id = ANY ($3)`,
      [request.actor.organizationId, patientId, ids],
    );
    return new Map(rows.map((row) => [row.id, nameOf(row, known)]));
  }
}
