import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import './platform/database/preparing-client.ts';
import { type SealedHeads, verifyRecords } from './platform/records/audit-verify.ts';

// `npm run audit:verify`: walks every patient's record. Exit code 0: all whole; 1: not; 2: could not look.

const { DATABASE_ADMIN_URL: adminUrl, PLEXUS_RECORD_KEY: recordKey, PLEXUS_SEAL_FILE: sealFile } = process.env;
if (!adminUrl || !recordKey) {
  process.stderr.write('DATABASE_ADMIN_URL and PLEXUS_RECORD_KEY are needed. "npm run audit:verify" sets them for the embedded database.\n');
  process.exit(2);
}

const owner = new pg.Client({ connectionString: adminUrl });
try {
  await owner.connect();
  const sealed = sealFile && existsSync(sealFile) ? (JSON.parse(readFileSync(sealFile, 'utf8')) as SealedHeads) : {};
  const { records, revisions, withheld, faults, heads } = await verifyRecords(owner, Buffer.from(recordKey, 'hex'), sealed);
  for (const fault of faults) process.stdout.write(`BROKEN  organization ${fault.organizationId}  patient ${fault.patientId}  revision ${fault.number}: ${fault.what}\n`);
  process.stdout.write(`${records} records with ${revisions} revisions walked; ${withheld} values withheld; ${faults.length} records not whole.\n`);
  // A broken record keeps its former seal: what was known to be right is not forgotten.
  if (sealFile) {
    writeFileSync(`${sealFile}.new`, `${JSON.stringify({ ...sealed, ...heads })}\n`, { mode: 0o600 });
    renameSync(`${sealFile}.new`, sealFile);
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`The records could not be verified: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
} finally {
  await owner.end().catch(() => undefined);
}
