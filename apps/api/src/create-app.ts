import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
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
import { Drain } from './platform/http/drain.ts';
import { Readiness } from './platform/http/readiness.ts';
import { securityHeaders, serveWeb } from './platform/http/web.ts';
import { Log } from './platform/log/log.ts';
import { Metrics } from './platform/metrics/metrics.ts';

const WORDS: Readonly<Record<number, object>> = {
  400: { message: 'This request is not valid.' },
  404: { message: 'Not found.' },
  500: { message: 'Something went wrong here.' },
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
  /** What whoever starts the server should know about its database. */
  readonly warnings: readonly string[];
  close(): Promise<void>;
}

/** The whole server, not yet listening. Refuses a database that it must not serve from. */
export async function createApp(config: Config, world?: World): Promise<PlexusApp> {
  const dataSource = await openDataSource(config.databaseUrl, config.patience);
  try {
    const { refusals, warnings } = await checkDatabase(dataSource, config.embedded);
    if (refusals.length > 0) throw new Error(`Plexus does not start on this database:\n  ${refusals.join('\n  ')}`);
    const documents = new TrustedDocuments(config.documents);
    const nest = await NestFactory.create<NestExpressApplication>(AppModule.of(config, dataSource, documents, world), { bodyParser: false, logger: false, abortOnError: false });
    const end = await open(nest, config).catch(async (error: unknown) => {
      await nest.close();
      throw error;
    });
    return {
      nest,
      dataSource,
      documents,
      warnings,
      async close() {
        await end();
        await nest.close();
        await dataSource.destroy();
      },
    };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** @returns what brings its taking of requests to an end, in good order */
async function open(nest: NestExpressApplication, config: Config): Promise<() => Promise<void>> {
  nest.useLogger(nest.get(Log));
  nest.set('trust proxy', config.trustedProxies);
  nest.disable('x-powered-by');
  nest.useGlobalFilters(new PassOn());
  nest.use(securityHeaders);
  // Before Nest's own routes: what they do not know they answer with "not found".
  serveWeb(nest, config);
  await nest.init();
  const server: Server = nest.getHttpServer();
  nest.get(Keeping).learn(nest.get(GraphQLSchemaHost, { strict: false }).schema);
  nest.get(FrontDoor).open(server);
  const sockets = nest.get(GraphqlSockets);
  nest.get(RevisionBus).whenLost(() => sockets.restart());
  const drain = new Drain(server);
  await nest.get(Metrics).listen();
  return async () => {
    nest.get(Log).event('The server is ending: what was asked is answered, nothing new is taken.');
    nest.get(Readiness).stop();
    drain.leave();
    await pause(config.shutdownNoticeMs);
    await Promise.all([drain.finish(), sockets.close()]);
  };
}
