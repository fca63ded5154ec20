import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { ATTACHMENT_LIMITS } from '@plexus/domain';
import pg from 'pg';
import { setContext } from '../../src/platform/database/context.ts';
import { poolOf } from '../../src/platform/database/pool.ts';
import { ask, said } from '../support/access-commands.ts';
import { FILES, type Offer, attach, attachHeaders, download } from '../support/attachments.ts';
import type { Client } from '../support/client.ts';
import { type TestOrganization, type TestPerson, World } from '../support/world.ts';

const OPEN = 'mutation ($input: OpenFollowUpInput!) { openFollowUp(input: $input) { ... on FollowUpChange { followUp { id } } ... on RuleViolation { violations { code field } } } }';
const MARK = 'mutation ($input: MarkAttachmentInErrorInput!) { markAttachmentInError(input: $input) { ... on FollowUpChange { followUp { id attachments { id } } } ... on RuleViolation { violations { code field } } } }';
const LIST = 'query ($id: ID!) { followUp(id: $id) { attachments { id name mediaType size at by { name } } } }';
const HISTORY = 'query ($patientId: ID!) { patient(patientId: $patientId) { history(first: 5) { edges { node { verb reason person { name } changes { entity entityName field before { text } after { text } } } } } } }';

interface Shown { readonly id: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly at: string; readonly by: { readonly name: string } }

describe('a report of a follow-up', () => {
  let world: World;
  let clinic: TestOrganization;
  let lead: Client;
  let patientId: string;
  let followUpId: string;

  const today = () => world.today;
  async function open(): Promise<string> {
    const input = { commandId: randomUUID(), patientId, baseRevision: await world.revisionOf(patientId), shape: 'REQUEST', kind: 'REFERRAL', priority: 'ROUTINE', what: 'MRI of the thoracic spine', pool: 'physiatrist', dueOn: world.day(14) };
    const { openFollowUp } = await lead.data<{ openFollowUp: { followUp?: { id: string } } }>(OPEN, { input });
    if (!openFollowUp.followUp) throw new Error(JSON.stringify(openFollowUp));
    return openFollowUp.followUp.id;
  }

  beforeAll(async () => {
    world = await World.open();
    clinic = await world.organization();
    lead = await world.as(await world.person(clinic, 'Leila Lead', 'physiatrist'));
    ({ id: patientId } = await world.patient(lead));
    followUpId = await open();
  });
  afterAll(() => world.close());

  const offer = async (fields: Partial<Offer> = {}): Promise<Offer> => ({ patientId, followUpId, baseRevision: await world.revisionOf(patientId), ...fields });
  const listed = async (id = followUpId, client = lead) => (await client.data<{ followUp: { attachments: Shown[] } }>(LIST, { id })).followUp.attachments;
  /** A file that nobody attached before. */
  const aPdf = (bytes = 0) => Buffer.concat([FILES.pdf, Buffer.from(`% ${randomUUID()}`), randomBytes(bytes)]);
  const stored = () => world.rows(`SELECT (SELECT count(*) FROM plexus.follow_up_attachment) AS files, (SELECT count(*) FROM plexus.follow_up_attachment_part) AS parts, (SELECT revision FROM plexus.patient_record WHERE patient_id = $1)`, [patientId]);
  const newest = async () => (await listed()).at(-1)!;

  it.each([
    ['Befund Dr. Müller.pdf', 'pdf', 'Befund Dr. Müller.pdf', 'application/pdf'],
    ['scan.png', 'png', 'scan.png', 'image/png'],
    ['photo', 'jpeg', 'photo.jpg', 'image/jpeg'],
    ['photo.webp', 'webp', 'photo.webp', 'image/webp'],
  ] as const)('%s is stored as the %s that it is, and comes back byte by byte', async (name, kind, storedAs, mediaType) => {
    expect((await attach(lead, await offer({ name }), FILES[kind])).status).toBe(200);
    const shown = await newest();
    expect(shown).toEqual({ id: shown.id, name: storedAs, mediaType, size: FILES[kind].length, at: world.clock.now().toISOString(), by: { name: 'Leila Lead' } });
    const answer = await download(lead, patientId, shown.id);
    expect(answer.headers.get('content-type')).toBe(mediaType);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(FILES[kind]);
  });

  it('is named by what it is, not by what its name claims', async () => {
    await attach(lead, await offer({ name: 'x-ray.png' }), aPdf());
    expect(await newest()).toMatchObject({ name: 'x-ray.png.pdf', mediaType: 'application/pdf' });
  });

  it('is handed out as a file for the disk that no browser runs here', async () => {
    await attach(lead, await offer({ name: 'Müller "MRT" 50%.pdf' }), Buffer.concat([aPdf(), Buffer.from('<script>alert(1)</script>')]));
    const { headers } = await download(lead, patientId, (await newest()).id, { accept: 'text/html' });
    expect(Object.fromEntries(['content-type', 'content-disposition', 'content-security-policy', 'x-content-type-options', 'cache-control', 'cross-origin-resource-policy'].map((name) => [name, headers.get(name)]))).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="M?ller \\"MRT\\" 50%.pdf"; filename*=UTF-8''M%C3%BCller%20%22MRT%22%2050%25.pdf`,
      'content-security-policy': `sandbox; default-src 'none'`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it.each<[string, string, Buffer, string]>([
    ['a page named like a PDF', 'report.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), 'FILE_TYPE file'],
    ['a page with a PDF in it', 'report.pdf', Buffer.concat([Buffer.from('<html><!--\n'), FILES.pdf]), 'FILE_TYPE file'],
    ['an SVG', 'scan.svg', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'FILE_TYPE file'],
    ['an archive', 'report.pdf', Buffer.from('504b0304140000000800', 'hex'), 'FILE_TYPE file'],
    ['plain text', 'report.pdf', Buffer.from('Nothing abnormal.'), 'FILE_TYPE file'],
    ['nothing', 'report.pdf', Buffer.alloc(0), 'FILE_EMPTY file'],
    ['a name that is none', ' ', Buffer.concat([FILES.pdf, Buffer.from('%%')]), 'REQUIRED name'],
    ['a name with a hidden turn', 'report\u202Egnp.pdf', Buffer.concat([FILES.pdf, Buffer.from('%')]), 'TEXT_UNPRINTABLE name'],
  ])('is refused at its field, and leaves nothing: %s', async (_, name, content, refusal) => {
    const before = await stored();
    const answer = await attach(lead, await offer({ name }), content);
    expect([answer.status, answer.refusal]).toEqual([422, refusal]);
    expect(await stored()).toEqual(before);
  });

  it('is as large as 20 MB, and not a byte more, whether or not its size is told beforehand', async () => {
    const largest = Buffer.concat([aPdf(), Buffer.alloc(ATTACHMENT_LIMITS.bytes)]).subarray(0, ATTACHMENT_LIMITS.bytes);
    expect((await attach(lead, await offer(), largest)).status).toBe(200);
    const { id, size } = await newest();
    expect(size).toBe(20_000_000);
    expect(await world.rows('SELECT count(*)::int AS parts, sum(octet_length(content))::int AS bytes FROM plexus.follow_up_attachment_part WHERE attachment_id = $1', [id])).toEqual([{ parts: 20, bytes: 20_000_000 }]);
    const back = Buffer.from(await (await download(lead, patientId, id)).arrayBuffer());
    expect(createHash('sha256').update(back).digest('hex')).toBe(createHash('sha256').update(largest).digest('hex'));

    const before = await stored();
    const tooLarge = Buffer.concat([largest, Buffer.from('x')]);
    const untold = new Blob([tooLarge]).stream();
    for (const content of [tooLarge, untold]) expect(await attach(lead, await offer(), content)).toMatchObject({ status: 422, refusal: 'FILE_TOO_LARGE file' });
    expect(await stored()).toEqual(before);
  });

  it('takes no connection from others while somebody reads it slowly', async () => {
    const { id } = (await listed()).find(({ size }) => size === ATTACHMENT_LIMITS.bytes)!;
    const answer = await download(lead, patientId, id);
    const pool = poolOf(world.app.dataSource);
    while (pool.idleCount < pool.totalCount) await new Promise((resolve) => setImmediate(resolve));
    // Most of it is still here to be read.
    expect((await answer.arrayBuffer()).byteLength).toBe(ATTACHMENT_LIMITS.bytes);
  });

  /** Somebody who says that more is coming, and sends no more. */
  async function stall() {
    const sent = request(`${world.url}/attachments`, { method: 'POST', headers: { ...attachHeaders(lead, await offer()), 'content-length': '5000' } });
    const answered = new Promise<number | undefined>((resolve) => sent.on('response', (response) => (response.resume(), resolve(response.statusCode))));
    const gone = new Promise<void>((resolve) => sent.on('close', () => resolve()).on('error', () => resolve()));
    sent.write(FILES.pdf);
    return { answered, hangUp: () => (sent.destroy(), gone) };
  }

  it('that breaks off on its way leaves nothing, and its place to the next; of more than a few at once one is asked to come again', async () => {
    const before = await stored();
    const stalled = await Promise.all([stall(), stall(), stall(), stall(), stall()]);
    expect(await Promise.race(stalled.map(({ answered }) => answered))).toBe(429);
    await Promise.all(stalled.map(({ hangUp }) => hangUp()));
    expect(await stored()).toEqual(before);
    let taken = await attach(lead, await offer(), aPdf());
    while (taken.verdict === 'RATE_LIMITED') taken = await attach(lead, await offer(), aPdf());
    expect(taken.status).toBe(200);
  });

  it('is stored once, however often it is sent; the same command with another file is another command', async () => {
    const [again, content] = [await offer({ commandId: randomUUID() }), aPdf()];
    const before = (await listed()).length;
    const answers = await Promise.all([attach(lead, again, content), attach(lead, again, content), attach(lead, again, content)]);
    answers.push(await attach(lead, again, content));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(200);
    expect(await listed()).toHaveLength(before + 1);
    expect((await attach(lead, again, aPdf())).error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', rule: 'COMMAND_REUSED', field: 'commandId' });
    expect((await attach(lead, await offer(), content)).refusal).toBe('FILE_ATTACHED file');
  });

  it.each<[string, Record<string, string>, number, Record<string, unknown>]>([
    ['without a word what it is for', { 'x-plexus-command': '' }, 400, { field: 'commandId' }],
    ['with ids that are lists', { 'x-plexus-command': encodeURIComponent(JSON.stringify({ commandId: [randomUUID()] })) }, 400, { field: 'commandId' }],
    ['as a form', { 'content-type': 'multipart/form-data; boundary=x' }, 400, { field: 'file', rule: 'CONTENT_TYPE' }],
    ['packed', { 'content-encoding': 'gzip' }, 400, { field: 'file', rule: 'INCOMPLETE' }],
    ['from a page of another site', { origin: 'https://elsewhere.example' }, 403, { code: 'FORBIDDEN', rule: 'ORIGIN' }],
    ['in the name of somebody else', { 'x-plexus-person': randomUUID() }, 401, { code: 'UNAUTHENTICATED' }],
  ])('is not taken %s', async (_, headers, status, extensions) => {
    const before = await stored();
    const answer = await attach(lead, await offer(), aPdf(), headers);
    expect([answer.status, answer.error?.extensions]).toEqual([status, expect.objectContaining(extensions)]);
    expect(await stored()).toEqual(before);
  });

  it('is not taken to a follow-up of another patient', async () => {
    const { id: other } = await world.patient(lead);
    expect((await attach(lead, await offer({ patientId: other, baseRevision: await world.revisionOf(other) }), aPdf())).status).toBe(404);
    expect((await download(lead, other, (await newest()).id)).status).toBe(404);
  });

  it('stands in the history, and says why when it was entered in error: then it is handed out no more, and kept', async () => {
    const [id, content] = [await open(), aPdf()];
    await attach(lead, await offer({ followUpId: id, name: 'wrong.pdf' }), content);
    const [shown] = await listed(id);
    const mark = async (reason: string) => (await ask(lead, MARK, { input: { commandId: randomUUID(), patientId, baseRevision: await world.revisionOf(patientId), followUpId: id, attachmentId: shown!.id, reason } })).data;
    expect(await mark(' ')).toEqual({ markAttachmentInError: { violations: [{ code: 'REQUIRED', field: 'reason' }] } });
    expect(await mark('Another patient’s')).toEqual({ markAttachmentInError: { followUp: { id, attachments: [] } } });
    expect(await mark('Again')).toEqual({ markAttachmentInError: { violations: [{ code: 'IN_ERROR_ALREADY', field: 'attachmentId' }] } });
    expect((await download(lead, patientId, shown!.id)).status).toBe(404);
    expect(await world.rows('SELECT octet_length(content) AS bytes FROM plexus.follow_up_attachment_part WHERE attachment_id = $1', [shown!.id])).toEqual([{ bytes: content.length }]);

    const { patient } = await lead.data<{ patient: { history: { edges: { node: { verb: string; changes: { field: string }[] } }[] } } }>(HISTORY, { patientId });
    const [marked, attached] = patient.history.edges.map(({ node }) => node);
    expect(marked).toEqual({
      verb: 'follow-up.attachment-in-error', reason: 'Another patient’s', person: { name: 'Leila Lead' },
      changes: [{ entity: 'follow-up-attachment', entityName: 'wrong.pdf', field: 'status', before: { text: 'active' }, after: { text: 'entered-in-error' } }],
    });
    expect(attached).toMatchObject({ verb: 'follow-up.attach', person: { name: 'Leila Lead' } });
    expect(attached!.changes).toContainEqual({ entity: 'follow-up-attachment', entityName: 'wrong.pdf', field: 'sha256', before: null, after: { text: createHash('sha256').update(content).digest('hex') } });
    expect((await attach(lead, await offer({ followUpId: id }), content)).status).toBe(200);
  });

  describe('and who may', () => {
    const verdicts = async (client: Client, content = aPdf()) => {
      const { id } = await newest();
      return [(await attach(client, await offer(), content)).status, (await download(client, patientId, id)).status];
    };
    const person = (name: string, discipline: string | null, ...roles: ('coordinator' | 'administrator' | 'privacy-officer')[]) => world.person(clinic, name, discipline, roles);
    const onTeam = async (who: TestPerson, fields: Parameters<World['member']>[3] = {}) => (await world.member(lead, patientId, who, fields), world.as(who));

    it('attach and download: who treats; download only: who observes; neither: a peer mentor; for a stranger it is not there', async () => {
      expect(await verdicts(await onTeam(await person('Mina Member', 'nurse')))).toEqual([200, 200]);
      expect(await verdicts(await world.as(await person('Cora Coordinator', 'care-coordinator', 'coordinator')))).toEqual([200, 200]);
      expect(await verdicts(await onTeam(await person('Oren Observer', 'nurse'), { role: 'OBSERVER' }))).toEqual([403, 200]);
      await world.consent(lead, patientId);
      expect(await verdicts(await onTeam(await person('Pema Peer', 'peer-mentor'), { role: 'OBSERVER' }))).toEqual([403, 403]);
      expect(await verdicts(await world.as(await person('Sven Stranger', 'nurse')))).toEqual([404, 404]);
      expect(await verdicts(await world.as(await person('Ada Administrator', null, 'administrator', 'privacy-officer')))).toEqual([404, 404]);
      const foreigner = await world.person(await world.organization('Marrowgate'), 'Freya Foreigner', 'physiatrist', ['coordinator']);
      expect(await verdicts(await world.as(foreigner))).toEqual([404, 404]);
      expect(await verdicts(world.anonymous())).toEqual([401, 401]);
      const locked = await world.as(await person('Lorna Locked', 'nurse', 'coordinator'));
      await locked.data('mutation { lockSession }');
      expect(await verdicts(locked)).toEqual([401, 401]);
      expect((await said(await download(locked, patientId, (await newest()).id))).error?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'LOCKED' });
    });

    it('is asked at every download: whoever leaves the team finds nothing there', async () => {
      const leaver = await person('Lev Leaver', 'nurse');
      const client = await onTeam(leaver, { validFrom: world.day(-9) });
      const { id } = await newest();
      expect((await download(client, patientId, id)).status).toBe(200);
      await world.rows('UPDATE plexus.team_member SET valid_to = $1 WHERE patient_id = $2 AND person_id = $3', [world.day(-1), patientId, leaver.personId]);
      expect((await download(client, patientId, id)).status).toBe(404);
      for (const nothing of [randomUUID(), 'nonsense', `${id}'`]) expect((await download(lead, patientId, nothing)).status).toBe(404);
    });

    it('leaves a row in the access log, without which nothing is handed out', async () => {
      const reader = await person('Rhea Reader', 'nurse');
      const client = await onTeam(reader);
      const { id } = await newest();
      await download(client, patientId, id);
      const actions = await world.rows<{ action: string }>('SELECT action FROM plexus.access_log WHERE person_id = $1 AND patient_id = $2 ORDER BY action', [reader.personId, patientId]);
      expect(actions.map(({ action }) => action)).toEqual(['attachment-downloaded', 'chart-opened']);
      const other = await onTeam(await person('Rolf Reader', 'nurse'));
      await world.database.admin('SET ROLE plexus_definer; ALTER FUNCTION plexus.log_access(jsonb) SECURITY INVOKER');
      expect((await download(other, patientId, id)).status).toBe(500);
      await world.database.admin('SET ROLE plexus_definer; ALTER FUNCTION plexus.log_access(jsonb) SECURITY DEFINER');
    });

    it('is also what the database alone says: files and their parts are there for clinicians of the patient, and stay as they came', async () => {
      const app = new pg.Client({ connectionString: world.database.appUrl });
      await app.connect();
      const as = async (who: TestPerson, sql: string) => {
        try {
          const results = (await app.query(`BEGIN; ${setContext({ organizationId: who.organizationId, personId: who.personId, purpose: 'care', today: today(), patientId })}; ${sql}`)) as unknown as pg.QueryResult<{ n?: number }>[];
          return results.at(-1)!.rows[0]?.n ?? results.at(-1)!.rowCount;
        } catch (error) {
          return (error as { code: string }).code;
        } finally {
          await app.query('ROLLBACK');
        }
      };
      const [member, mentor, stranger] = [await person('Milo Member', 'nurse'), await person('Petra Peer', 'peer-mentor'), await person('Sina Stranger', 'nurse')];
      await onTeam(member);
      await onTeam(mentor, { role: 'OBSERVER' });
      for (const table of ['follow_up_attachment', 'follow_up_attachment_part']) {
        expect(await as(member, `SELECT count(*)::int AS n FROM plexus.${table}`)).toBeGreaterThan(5);
        for (const other of [mentor, stranger]) {
          expect(await as(other, `SELECT count(*)::int AS n FROM plexus.${table}`)).toBe(0);
          const [row] = await world.rows<{ row: object }>(`SELECT to_jsonb(t) AS row FROM plexus.${table} t LIMIT 1`);
          const copy = { ...row!.row, id: randomUUID(), ordinal: 19 };
          expect(await as(other, `INSERT INTO plexus.${table} SELECT * FROM jsonb_populate_record(NULL::plexus.${table}, ${pg.escapeLiteral(JSON.stringify(copy))})`)).toBe('42501');
        }
      }
      for (const sql of ['UPDATE plexus.follow_up_attachment_part SET ordinal = 19', 'DELETE FROM plexus.follow_up_attachment_part', 'DELETE FROM plexus.follow_up_attachment', `UPDATE plexus.follow_up_attachment SET name = 'other.pdf'`]) {
        expect([sql, await as(member, sql)]).toEqual([sql, '42501']);
      }
      await app.end();
    });
  });
});
