import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';
import { FrontDoor } from './access/kept/front-door.ts';
import { Keeping } from './access/kept/keeping.ts';
import { AppModule } from './app.module.ts';
import type { Config } from './platform/config/config.ts';
import { openDataSource } from './platform/database/data-source.ts';
import { checkDatabase } from './platform/database/startup-check.ts';
import { RevisionBus } from './platform/events/revision-bus.ts';
import { GraphqlSockets } from './platform/graphql/graphql-sockets.ts';
import type { World } from './platform/platform.module.ts';
import { TrustedDocuments } from './platform/graphql/trusted-documents.ts';
import { securityHeaders, serveWeb } from './platform/http/web.ts';
import { Log } from './platform/log/log.ts';

const WORDS: Readonly<Record<number, object>> = {
  400: { message: 'This request is not valid.' },
  404: { message: 'Not found.' },
  500: { message: 'Something went wrong here.' },
  503: { status: 'not ready' },
};

/** Faults of resolvers go on to GraphQL, which tells them in its own way; Nest would log each with its stack. */
@Catch()
class PassOn implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw exception;
    const response = host.switchToHttp().getResponse<Response>();
    const status = exception instanceof HttpException ? exception.getStatus() : 500;
    if (response.headersSent) return;
    response.status(status).json(WORDS[status] ?? WORDS[status < 500 ? 400 : 500]);
  }
}

export interface PlexusApp {
  readonly nest: NestExpressApplication;
  readonly dataSource: DataSource;
  readonly documents: TrustedDocuments;
  close(): Promise<void>;
}

/** The whole server, not yet listening. Refuses a database that it must not serve from. */
export async function createApp(config: Config, world?: World): Promise<PlexusApp> {
  const dataSource = await openDataSource(config.databaseUrl);
  try {
    const { refusals, warnings } = await checkDatabase(dataSource, config.embedded);
    if (refusals.length > 0) throw new Error(`Plexus does not start on this database:\n  ${refusals.join('\n  ')}`);
    const documents = new TrustedDocuments(config.documents);
    const log = new Log(config.logLevel);
    for (const warning of warnings) log.trouble(warning);
    const nest = await NestFactory.create<NestExpressApplication>(AppModule.of(config, dataSource, documents, world), { bodyParser: false, logger: log, abortOnError: false });
    nest.set('trust proxy', config.trustedProxies);
    nest.disable('x-powered-by');
    nest.useGlobalFilters(new PassOn());
    nest.use(securityHeaders);
    // Before Nest's own routes: what they do not know they answer with "not found".
    serveWeb(nest, config);
    await nest.init();
    nest.get(Keeping).learn(nest.get(GraphQLSchemaHost, { strict: false }).schema);
    nest.get(FrontDoor).open(nest.getHttpServer());
    nest.get(RevisionBus).whenLost(() => nest.get(GraphqlSockets).restart());
    return {
      nest,
      dataSource,
      documents,
      async close() {
        await nest.close();
        await dataSource.destroy();
      },
    };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
