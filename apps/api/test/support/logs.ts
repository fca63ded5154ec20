import { join } from 'node:path';

/** Where servers under test append their log, which is searched for patients' texts when all tests are done (libs/tooling/log-sweep.mjs). */
export const testLogFile = (): string => join(process.env.PLEXUS_TEST_LOGS!, `${process.pid}.log`);
