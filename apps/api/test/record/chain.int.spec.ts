import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { type SealedHeads, verifyRecords } from '../../src/platform/records/audit-verify.ts';
import { GENESIS, digestOf, linkOf } from '../../src/platform/records/chain.ts';
import { type Clinician, clinician, edit, lineOf, sharedPatient } from '../support/record-clinic.ts';
import { Intruder } from '../support/record-tampering.ts';
import { World, configFor } from '../support/world.ts';

/** On somebody else's server that lends no superuser there is nobody who could tamper. */
const whereOneCanTamper = process.env.PLEXUS_TEST_SUPERUSER_URL ? describe : describe.skip;

describe('the chain of a record', () => {
  let world: World;
  let owner: pg.Client;
  let physiatrist: Clinician;
  let therapist: Clinician;
  let key: Buffer;

  beforeAll(async () => {
    world = await World.open();
    key = configFor(world.database).recordKey;
    owner = new pg.Client({ connectionString: world.database.adminUrl });
    await owner.connect();
    const clinic = await world.organization();
    physiatrist = await clinician(world, clinic, 'Ingrid Vasquez-Thorne', 'physiatrist');
    therapist = await clinician(world, clinic, 'Lucia Ferrante', 'physical-therapist');
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  /** Five revisions: added, a member, and three edits, the third of two fields. */
  async function record(): Promise<string> {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    await edit(physiatrist, { patientId, baseRevision: 2, phone: '(312) 555-0101' });
    await edit(therapist, { patientId, baseRevision: 3, pronouns: 'she/her', language: 'es' });
    await edit(physiatrist, { patientId, baseRevision: 4, phone: '(312) 555-0102' });
    return patientId;
  }
  const faultOf = async (patientId: string, sealed?: SealedHeads) => {
    const { faults } = await verifyRecords(owner, key, sealed);
    return faults.filter((fault) => fault.patientId === patientId).map(({ number, what }) => `${number}: ${what}`);
  };

  it('of an untouched record is whole, from its first revision to its head', async () => {
    const patientId = await record();
    const { records, revisions, withheld, faults, heads } = await verifyRecords(owner, key);
    expect(faults).toEqual([]);
    expect(withheld).toBe(0);
    const [counted] = await world.rows('SELECT (SELECT count(*) FROM plexus.patient_record) AS records, (SELECT count(*) FROM plexus.revision) AS revisions');
    expect({ records, revisions }).toEqual(counted);
    const line = await lineOf(world, patientId);
    expect(line.revisions[0]!.previousHash).toBe(GENESIS.toString('hex'));
    expect(heads[`${physiatrist.person.organizationId}/${patientId}`]).toEqual({ number: 5, hash: line.record.headHash });
  });

  it('says nothing to whoever has another key', async () => {
    const patientId = await record();
    const { faults } = await verifyRecords(owner, randomBytes(32));
    expect(faults.find((fault) => fault.patientId === patientId)).toMatchObject({ number: 1 });
  });

  whereOneCanTamper('in the hands of somebody with the whole database', () => {
    let intruder: Intruder;
    beforeAll(async () => {
      intruder = await Intruder.in(world.database);
    });
    afterAll(() => intruder.leave());

    const THE_PHONE = `patient_id = $1 AND number = 3 AND field = 'phone'`;
    it.each<[what: string, sql: string | string[], found: string]>([
      ['an altered value', `UPDATE plexus.change SET after = '"(312) 555-9999"' WHERE ${THE_PHONE}`, '3: change 0 (patient.phone) has another value'],
      ['a value before it', `UPDATE plexus.change SET before = '"(312) 555-9999"' WHERE ${THE_PHONE}`, '3: change 0 (patient.phone) has another value'],
      ['a value with a digest from elsewhere', `UPDATE plexus.change SET (after, after_digest) = (SELECT c.after, c.after_digest FROM plexus.change c WHERE c.patient_id = $1 AND c.number = 5) WHERE ${THE_PHONE}`, '3: change 0 (patient.phone) has another value'],
      ['who did it', `UPDATE plexus.revision SET person_id = gen_random_uuid() WHERE patient_id = $1 AND number = 3`, '3: revision 3 or the list of its changes is not as it was written'],
      ['when it was done', `UPDATE plexus.revision SET at = at - interval '1 day' WHERE patient_id = $1 AND number = 3`, '3: revision 3 or the list of its changes is not as it was written'],
      ['why it was done', `UPDATE plexus.revision SET reason = 'Because' WHERE patient_id = $1 AND number = 3`, '3: revision 3 or the list of its changes is not as it was written'],
      ['what was done', `UPDATE plexus.revision SET verb = 'patient.add' WHERE patient_id = $1 AND number = 3`, '3: revision 3 or the list of its changes is not as it was written'],
      ['what its author had seen', `UPDATE plexus.revision SET base = 1 WHERE patient_id = $1 AND number = 3`, '3: revision 3 or the list of its changes is not as it was written'],
      ['for whom it was done', `UPDATE plexus.revision SET on_behalf_of = person_id WHERE patient_id = $1 AND number = 3`, '3: revision 3 or the list of its changes is not as it was written'],
      ['the field of a change', `UPDATE plexus.change SET field = 'email' WHERE ${THE_PHONE}`, '3: revision 3 or the list of its changes is not as it was written'],
      ['who may see a change', `UPDATE plexus.change SET audience = NULL WHERE ${THE_PHONE}`, '3: revision 3 or the list of its changes is not as it was written'],
      ['a removed change', `DELETE FROM plexus.change WHERE ${THE_PHONE}`, '3: revision 3 or the list of its changes is not as it was written'],
      ['an inserted change', `INSERT INTO plexus.change SELECT organization_id, patient_id, number, 1, entity, entity_id, 'email', NULL, '"x@y.example"', before_digest, after_digest, added, audience, author_id, shape FROM plexus.change WHERE ${THE_PHONE}`, '3: change 1 (patient.email) has another value'],
      ['an inserted change without values', `INSERT INTO plexus.change SELECT organization_id, patient_id, number, 1, entity, entity_id, 'email', NULL, NULL, before_digest, after_digest, added, audience, author_id, shape FROM plexus.change WHERE ${THE_PHONE}`, '3: revision 3 or the list of its changes is not as it was written'],
      ['a change of a revision that never was', `INSERT INTO plexus.change SELECT organization_id, patient_id, 6, 0, entity, entity_id, field, NULL, NULL, before_digest, after_digest, added, audience, author_id, shape FROM plexus.change WHERE ${THE_PHONE}`, '6: change 0 (patient.phone) belongs to no revision'],
      ['changes in another order', [`UPDATE plexus.change SET ordinal = 9 WHERE patient_id = $1 AND number = 4 AND ordinal = 0`, `UPDATE plexus.change SET ordinal = 0 WHERE patient_id = $1 AND number = 4 AND ordinal = 1`, `UPDATE plexus.change SET ordinal = 1 WHERE patient_id = $1 AND number = 4 AND ordinal = 9`], '4: change 0 (patient.language) has another value'],
      ['a removed revision', [`DELETE FROM plexus.change WHERE patient_id = $1 AND number = 3`, `DELETE FROM plexus.revision WHERE patient_id = $1 AND number = 3`], '3: revision 3 is missing'],
      ['a removed revision and the rest moved up', [`DELETE FROM plexus.change WHERE patient_id = $1 AND number = 3`, `DELETE FROM plexus.revision WHERE patient_id = $1 AND number = 3`,
        `UPDATE plexus.change SET number = number - 1 WHERE patient_id = $1 AND number > 3`, `UPDATE plexus.revision SET number = number - 1, base = base - 1 WHERE patient_id = $1 AND number > 3`,
        `UPDATE plexus.patient_record SET revision = 4 WHERE patient_id = $1`], '3: change 0 (patient.pronouns) has another value'],
      ['revisions in another order', [`UPDATE plexus.revision SET base = 2 WHERE patient_id = $1 AND number = 4`, `UPDATE plexus.revision SET number = 9 WHERE patient_id = $1 AND number = 3`, `UPDATE plexus.revision SET number = 3 WHERE patient_id = $1 AND number = 4`, `UPDATE plexus.revision SET number = 4 WHERE patient_id = $1 AND number = 9`,
        `UPDATE plexus.change SET number = 9 WHERE patient_id = $1 AND number = 3`, `UPDATE plexus.change SET number = 3 WHERE patient_id = $1 AND number = 4`, `UPDATE plexus.change SET number = 4 WHERE patient_id = $1 AND number = 9`], '3: change 0 (patient.pronouns) has another value'],
      ['a removed tail', [`DELETE FROM plexus.change WHERE patient_id = $1 AND number = 5`, `DELETE FROM plexus.revision WHERE patient_id = $1 AND number = 5`], '5: the record is at revision 5, its history ends at 4'],
      ['a rewound head', `UPDATE plexus.patient_record p SET head_hash = r.hash FROM plexus.revision r WHERE p.patient_id = $1 AND r.patient_id = $1 AND r.number = 4`, '5: the head of the record is not its newest revision'],
      ['a removed tail and a rewound record', [`DELETE FROM plexus.change WHERE patient_id = $1 AND number = 5`, `DELETE FROM plexus.revision WHERE patient_id = $1 AND number = 5`,
        `UPDATE plexus.patient_record p SET revision = 4, head_hash = r.hash FROM plexus.revision r WHERE p.patient_id = $1 AND r.patient_id = $1 AND r.number = 4`], '5: revision 5 was acknowledged, the history ends at 4'],
    ])('%s is found and named', async (_what, sql, found) => {
      const patientId = await record();
      for (const statement of [sql].flat()) await intruder.does(statement, [patientId]);
      expect(await faultOf(patientId)).toEqual([found]);
    });

    it('a tail that was cut together with everything that speaks of it is missed by whoever kept the head elsewhere', async () => {
      const patientId = await record();
      const { heads } = await verifyRecords(owner, key);
      for (const statement of [
        `DELETE FROM plexus.command WHERE patient_id = $1 AND revision = 5`,
        `DELETE FROM plexus.change WHERE patient_id = $1 AND number = 5`,
        `DELETE FROM plexus.revision WHERE patient_id = $1 AND number = 5`,
        `UPDATE plexus.patient_record p SET revision = 4, head_hash = r.hash FROM plexus.revision r WHERE p.patient_id = $1 AND r.patient_id = $1 AND r.number = 4`,
      ]) await intruder.does(statement, [patientId]);
      // This is why heads are kept elsewhere: the database alone cannot know.
      expect(await faultOf(patientId)).toEqual([]);
      expect(await faultOf(patientId, heads)).toEqual(['5: revision 5 was there when last verified, the history ends at 4']);
    });

    it('a record that is wholly gone is missed too', async () => {
      const patientId = await record();
      const { heads } = await verifyRecords(owner, key);
      for (const table of ['command', 'change', 'revision', 'patient_record']) await intruder.does(`DELETE FROM plexus.${table} WHERE patient_id = $1`, [patientId]);
      expect(await faultOf(patientId, heads)).toEqual(['5: the whole record is gone']);
    });

    it('a revision that was forged without the key is named', async () => {
      const patientId = await record();
      const wrong = randomBytes(32);
      const [head] = await intruder.does<{ organization_id: string; head_hash: Buffer }>('SELECT organization_id, head_hash FROM plexus.patient_record WHERE patient_id = $1', [patientId]);
      const header = {
        organizationId: head!.organization_id, patientId, number: 6, at: world.clock.now(), personId: therapist.person.personId, onBehalfOf: null, commandId: randomUUID(),
        contactId: null, verb: 'patient.edit', reason: null, planVersion: null, base: null,
      };
      const change = {
        ordinal: 0, entity: 'patient', entityId: patientId, field: 'pronouns', added: false, audience: null, authorId: null, shape: 1,
        beforeDigest: digestOf(wrong, header, 0, 'before', 'she/her'), afterDigest: digestOf(wrong, header, 0, 'after', 'he/him'),
      };
      const hash = linkOf(wrong, head!.head_hash, header, [change]);
      await intruder.does(
        `INSERT INTO plexus.revision (organization_id, patient_id, number, at, person_id, command_id, verb, previous_hash, hash) VALUES ($1, $2, 6, $3, $4, $5, $6, $7, $8)`,
        [header.organizationId, patientId, header.at, header.personId, header.commandId, header.verb, head!.head_hash, hash],
      );
      await intruder.does(
        `INSERT INTO plexus.change (organization_id, patient_id, number, ordinal, entity, entity_id, field, before, after, before_digest, after_digest, added, shape)
         VALUES ($1, $2, 6, 0, 'patient', $2, 'pronouns', '"she/her"', '"he/him"', $3, $4, false, 1)`,
        [header.organizationId, patientId, change.beforeDigest, change.afterDigest],
      );
      await intruder.does('UPDATE plexus.patient_record SET revision = 6, head_hash = $2 WHERE patient_id = $1', [patientId, hash]);
      expect(await faultOf(patientId)).toEqual(['6: change 0 (patient.pronouns) has another value']);
    });

    it('values that the law had erased are counted, and the chain still verifies', async () => {
      const patientId = await record();
      const { withheld: before } = await verifyRecords(owner, key);
      await intruder.does(`UPDATE plexus.change SET before = NULL, after = NULL WHERE patient_id = $1 AND field = 'phone'`, [patientId]);
      const { withheld } = await verifyRecords(owner, key);
      expect(await faultOf(patientId)).toEqual([]);
      // Two changes of the phone, each with at least one value that was there.
      expect(withheld - before).toBe(2);
    });

    it('and no record is accused of what was done to another', async () => {
      const patientId = await record();
      const { faults, records } = await verifyRecords(owner, key);
      expect(faults.length).toBeGreaterThan(10);
      expect(faults.length).toBeLessThan(records);
      expect(faults.map((fault) => fault.patientId)).not.toContain(patientId);
      expect(new Set(faults.map((fault) => fault.patientId)).size).toBe(faults.length);
    });
  });
});
