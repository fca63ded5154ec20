import { Global, Module } from '@nestjs/common';
import { AnswerKeeper } from '../platform/graphql/answer-keeper.ts';
import { Authenticator } from '../platform/graphql/authenticator.ts';
import { AccessLog } from './access-log.ts';
import { AccessService, ReachBatch } from './access.service.ts';
import { AccessMetrics } from './access-metrics.ts';
import { FrontDoor } from './kept/front-door.ts';
import { Keeping } from './kept/keeping.ts';
import { KeptAnswers } from './kept/kept-answers.ts';
import { SessionAuthenticator } from './session-authenticator.ts';

@Global()
@Module({
  providers: [AccessLog, AccessService, ReachBatch, SessionAuthenticator, { provide: Authenticator, useExisting: SessionAuthenticator }, KeptAnswers, Keeping, FrontDoor, AccessMetrics, { provide: AnswerKeeper, useExisting: Keeping }],
  exports: [AccessLog, AccessService, SessionAuthenticator, Authenticator, AnswerKeeper],
})
export class AccessModule {}
