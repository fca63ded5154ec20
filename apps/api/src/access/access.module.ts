import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../platform/graphql/authenticator.ts';
import { AccessLog } from './access-log.ts';
import { AccessService, ReachBatch } from './access.service.ts';
import { SessionAuthenticator } from './session-authenticator.ts';

@Global()
@Module({
  providers: [AccessLog, AccessService, ReachBatch, SessionAuthenticator, { provide: Authenticator, useExisting: SessionAuthenticator }],
  exports: [AccessLog, AccessService, SessionAuthenticator, Authenticator],
})
export class AccessModule {}
