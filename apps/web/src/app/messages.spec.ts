import { expect, it } from '@jest/globals';
import { backgroundMessages } from '../features/background/messages.ts';
import { careTeamMessages } from '../features/care-team/messages.ts';
import { followUpsMessages } from '../features/follow-ups/messages.ts';
import { forMeMessages } from '../features/follow-ups/messages-for-me.ts';
import { handOverMessages } from '../features/follow-ups/messages-hand-over.ts';
import { worklistMessages } from '../features/follow-ups/messages-worklist.ts';
import { followUpRecordMessages } from '../features/follow-ups/record-messages.ts';
import { identityMessages } from '../features/identity/messages.ts';
import { medicinesMessages } from '../features/medicines/messages.ts';
import { patientsMessages } from '../features/patients/messages.ts';
import { agreementMessages } from '../features/plan/agreement-messages.ts';
import { attainmentMessages } from '../features/plan/attainment-messages.ts';
import { copyMessages } from '../features/plan/copy-messages.ts';
import { planMessages } from '../features/plan/messages.ts';
import { pastMessages } from '../features/plan/past-messages.ts';
import { sinceMessages } from '../features/plan/since-messages.ts';
import { structureMessages } from '../features/plan/structure-messages.ts';
import { changeMessages } from '../shared/changes/change-messages.ts';
import { sharedMessages } from '../shared/messages.ts';
import { chartMessages } from './chart-messages.ts';
import { messages } from './messages.ts';

const PARTS: readonly object[] = [
  sharedMessages, identityMessages, patientsMessages, medicinesMessages, careTeamMessages, planMessages, agreementMessages, attainmentMessages, structureMessages, pastMessages, copyMessages, backgroundMessages, followUpsMessages, forMeMessages, worklistMessages, handOverMessages, followUpRecordMessages, changeMessages, sinceMessages,
];

it('is one catalogue: no feature says again, in other words, what another says', () => {
  const ids = PARTS.flatMap((part) => Object.keys(part));
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  expect(new Set(ids)).toEqual(new Set([...Object.keys(messages), ...Object.keys(chartMessages)]));
});
