import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule, type GqlModuleOptions } from '@nestjs/graphql';
import type { DataSource } from 'typeorm';
import { AccessModule } from './access/access.module.ts';
import { AccessService } from './access/access.service.ts';
import { CareTeamModule } from './modules/care-team/care-team.module.ts';
import { FollowUpsModule } from './modules/follow-ups/follow-ups.module.ts';
import { IdentityModule } from './modules/identity/identity.module.ts';
import { PatientsModule } from './modules/patients/patients.module.ts';
import { PlanModule } from './modules/plan/plan.module.ts';
import type { Config } from './platform/config/config.ts';
import { applyOperationPolicy, dropTrivialResolvers } from './platform/graphql/operation-policy.ts';
import { GRAPHQL_PATH } from './platform/graphql/graphql-path.ts';
import { PlexusDriver } from './platform/graphql/plexus-driver.ts';
import type { TrustedDocuments } from './platform/graphql/trusted-documents.ts';
import { PlatformModule, type World } from './platform/platform.module.ts';

/** The capabilities, upstream to downstream: each may import those before it. */
export const MODULES = [IdentityModule, PatientsModule, CareTeamModule, PlanModule, FollowUpsModule];

export const graphqlOptions = (access: AccessService): GqlModuleOptions => ({
  path: GRAPHQL_PATH,
  autoSchemaFile: true,
  sortSchema: true,
  // Guards and interceptors run once a field, not once a delivery: rights are asked for in the policy and in the use-cases.
  fieldResolverEnhancers: [],
  transformSchema: (schema) => {
    const guarded = applyOperationPolicy(schema, (request, action, patientId) => access.require(request, action, patientId));
    if (dropTrivialResolvers(guarded) === 0) throw new Error('Nest no longer names its trivial resolvers "rootFieldResolver": compiled queries would be slow.');
    return guarded;
  },
});

@Module({})
export class AppModule {
  static of(config: Config, dataSource: DataSource, documents: TrustedDocuments, world?: World): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.of(config, dataSource, documents, world),
        AccessModule,
        ...MODULES,
        GraphQLModule.forRootAsync({ driver: PlexusDriver, inject: [AccessService], useFactory: graphqlOptions }),
      ],
    };
  }
}
