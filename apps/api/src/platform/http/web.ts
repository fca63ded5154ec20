import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config/config.ts';

/** Scripts, styles, fonts and connections from here only; nothing may frame us, and no address with a token or a search leaves by Referer. */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // Mantine sets measured positions as style attributes.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginEmbedderPolicy: false,
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
});

/** The built web: files named by their content for ever, its one page fresh each time, and that page for every address that is a page. */
export function serveWeb(app: NestExpressApplication, config: Config): void {
  const root = config.webRoot;
  if (root === null || !existsSync(join(root, 'index.html'))) return;
  app.use('/assets', express.static(join(root, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }));
  app.use(express.static(root, { index: false, maxAge: 0, cacheControl: true }));
  app.use((req: Request, res: Response, next: NextFunction) => {
    const isPage = req.method === 'GET' && !/^\/(graphql|health|assets|attachments)(\/|$)/.test(req.path) && req.accepts(['html', 'json']) === 'html';
    if (!isPage) return next();
    res.setHeader('cache-control', 'no-store');
    res.sendFile('index.html', { root });
  });
}
