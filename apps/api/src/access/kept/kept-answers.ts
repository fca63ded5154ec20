import { Injectable } from '@nestjs/common';
import type { Day, OrganizationRole, ReachRow } from '@plexus/domain';
import { LRUCache } from 'lru-cache';

/** What an answer depends on besides the document and the patient: everything that two people, or the same person later, may differ in. */
export interface Standing {
  readonly organizationId: string;
  readonly organizationVersion: number;
  readonly today: Day;
  readonly discipline: string | null;
  readonly organizationRoles: readonly OrganizationRole[];
  readonly reach: readonly ReachRow[];
  readonly revision: number;
}

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_BYTES_OF_ONE = 1024 * 1024;

/**
 * Answers that many ask for and few change, named by all that they depend on: what is asked, by which rights, at which revision. A name is never
 * reused for something else, so nothing has to be called back when a record changes: the next reader has another name. They live in this process and
 * die with it, so a new build or policy never meets an old answer.
 */
@Injectable()
export class KeptAnswers {
  /** How often somebody asked for what is kept, since the start. */
  readonly asked = { hit: 0, miss: 0 };
  private readonly about = new Map<string, number>();
  private readonly answers = new LRUCache<string, { readonly body: Buffer; readonly about: string }>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ body }, name) => body.length + name.length,
    dispose: ({ about }) => this.count(about, -1),
  });

  get bytes(): number {
    return this.answers.calculatedSize;
  }

  /** Whether there is any, so that a first reader is not asked for their rights twice. */
  hasAbout(documentId: string, patientId: string): boolean {
    const has = this.about.has(aboutOf(documentId, patientId));
    if (!has) this.asked.miss += 1;
    return has;
  }

  find(documentId: string, patientId: string, standing: Standing): Buffer | null {
    const kept = this.answers.get(nameOf(documentId, patientId, standing));
    this.asked[kept ? 'hit' : 'miss'] += 1;
    return kept?.body ?? null;
  }

  keep(documentId: string, patientId: string, standing: Standing, body: Buffer): void {
    if (body.length > MOST_BYTES_OF_ONE) return;
    const about = aboutOf(documentId, patientId);
    const name = nameOf(documentId, patientId, standing);
    if (this.answers.has(name)) return;
    this.count(about, 1);
    this.answers.set(name, { body, about });
  }

  private count(about: string, by: 1 | -1): void {
    const left = (this.about.get(about) ?? 0) + by;
    if (left > 0) this.about.set(about, left);
    else this.about.delete(about);
  }
}

const aboutOf = (documentId: string, patientId: string): string => `${documentId} ${patientId}`;

function nameOf(documentId: string, patientId: string, standing: Standing): string {
  const { organizationId, organizationVersion, today, discipline, organizationRoles, reach, revision } = standing;
  const rights = reach.map((row) => [row.through, row.role, row.discipline].join(' ')).sort();
  return JSON.stringify([documentId, organizationId, patientId, revision, organizationVersion, today, discipline, [...organizationRoles].sort(), rights]);
}
