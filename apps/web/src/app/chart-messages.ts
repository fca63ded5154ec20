import { backgroundMessages } from '../features/background/messages.ts';
import { careTeamMessages } from '../features/care-team/messages.ts';
import { followUpsMessages } from '../features/follow-ups/messages.ts';
import { handOverMessages } from '../features/follow-ups/messages-hand-over.ts';
import { worklistMessages } from '../features/follow-ups/messages-worklist.ts';
import { followUpRecordMessages } from '../features/follow-ups/record-messages.ts';
import { medicinesMessages } from '../features/medicines/messages.ts';
import { agreementMessages } from '../features/plan/agreement-messages.ts';
import { attainmentMessages } from '../features/plan/attainment-messages.ts';
import { copyMessages } from '../features/plan/copy-messages.ts';
import { planMessages } from '../features/plan/messages.ts';
import { pastMessages } from '../features/plan/past-messages.ts';
import { sinceMessages } from '../features/plan/since-messages.ts';
import { structureMessages } from '../features/plan/structure-messages.ts';
import { changeMessages } from '../shared/changes/change-messages.ts';

/** The words of a patient's record: half of the catalogue, and no word of the first page. */
export const chartMessages = { ...medicinesMessages, ...careTeamMessages, ...planMessages, ...agreementMessages, ...attainmentMessages, ...structureMessages, ...pastMessages, ...copyMessages, ...backgroundMessages, ...followUpsMessages, ...worklistMessages, ...handOverMessages, ...followUpRecordMessages, ...changeMessages, ...sinceMessages };
