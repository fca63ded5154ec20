import { Module } from '@nestjs/common';
import { AccessLogQueries } from './application/access-log.queries.ts';
import { Attempts } from './application/attempts.ts';
import { OrganizationQueries } from './application/organization.queries.ts';
import { PasswordLinks } from './application/password-links.ts';
import { Passwords } from './application/passwords.ts';
import { PeopleBatch, PeopleQueries } from './application/people.queries.ts';
import { PeopleUseCases } from './application/people.use-cases.ts';
import { Sessions } from './application/sessions.ts';
import { AccessLogResolver, ConflictGroupResolver, PeopleResolver, ViewerResolver } from './graphql/identity.resolver.ts';

@Module({
  providers: [
    AccessLogQueries, Attempts, OrganizationQueries, PasswordLinks, Passwords, PeopleBatch, PeopleQueries, PeopleUseCases, Sessions,
    AccessLogResolver, ConflictGroupResolver, PeopleResolver, ViewerResolver,
  ],
  exports: [PeopleQueries, PeopleUseCases, PasswordLinks, Passwords],
})
export class IdentityModule {}
