import { Schemas1700000001000 } from './1700000001000-schemas.ts';
import { Identity1700000002000 } from './1700000002000-identity.ts';
import { Record1700000003000 } from './1700000003000-record.ts';
import { Patients1700000004000 } from './1700000004000-patients.ts';
import { Plan1700000005000 } from './1700000005000-plan.ts';
import { Walls1700000006000 } from './1700000006000-walls.ts';
import { DefinerFunctions1700000007000 } from './1700000007000-definer-functions.ts';
import { Editing1700000008000 } from './1700000008000-editing.ts';
import { Openings1700000009000 } from './1700000009000-openings.ts';
import { Readiness1700000011000 } from './1700000011000-readiness.ts';
import { ActivityDetails1700000012000 } from './1700000012000-activity-details.ts';
import { Attainment1700000013000 } from './1700000013000-attainment.ts';
import { Medicines1700000014000 } from './1700000014000-medicines.ts';
import { Background1700000015000 } from './1700000015000-background.ts';
import { Dissent1700000016000 } from './1700000016000-dissent.ts';
import { DevicesAndConsents1700000017000 } from './1700000017000-devices-and-consents.ts';
import { SeenMarks1700000018000 } from './1700000018000-seen-marks.ts';
import { Agreements1700000020000 } from './1700000020000-agreements.ts';
import { CopiesInAccessLog1700000021000 } from './1700000021000-copies-in-access-log.ts';
import { ReachAskedByAFunction1700000022000 } from './1700000022000-reach-asked-by-a-function.ts';
import { FollowUps1700000023000 } from './1700000023000-follow-ups.ts';
import { Worklist1700000024000 } from './1700000024000-worklist.ts';
import { SavedViews1700000025000 } from './1700000025000-saved-views.ts';
import { FollowUpAttachments1700000026000 } from './1700000026000-follow-up-attachments.ts';
import { JobsAndEscalations1700000027000 } from './1700000027000-jobs-and-escalations.ts';
import { UnreadInOnePass1700000027100 } from './1700000027100-unread-in-one-pass.ts';

/** In order. Each is readable SQL, up and down; a test goes up, down and up again on an empty database. */
export const migrations = [
  Schemas1700000001000,
  Identity1700000002000,
  Record1700000003000,
  Patients1700000004000,
  Plan1700000005000,
  Walls1700000006000,
  DefinerFunctions1700000007000,
  Editing1700000008000,
  Openings1700000009000,
  Readiness1700000011000,
  ActivityDetails1700000012000,
  Attainment1700000013000,
  Medicines1700000014000,
  Background1700000015000,
  Dissent1700000016000,
  DevicesAndConsents1700000017000,
  SeenMarks1700000018000,
  Agreements1700000020000,
  CopiesInAccessLog1700000021000,
  ReachAskedByAFunction1700000022000,
  FollowUps1700000023000,
  Worklist1700000024000,
  SavedViews1700000025000,
  FollowUpAttachments1700000026000,
  JobsAndEscalations1700000027000,
  UnreadInOnePass1700000027100,
];
