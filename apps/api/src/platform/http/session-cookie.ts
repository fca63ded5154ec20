import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import type { CookieJar } from '../graphql/request-context.ts';

/** Browsers accept the prefix over TLS only; plain HTTP on this machine gets a plain name, and plain HTTP elsewhere no cookie at all. */
const SECURE_NAME = '__Host-plexus';
const LOOPBACK_NAME = 'plexus-development';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const isLoopbackName = (host: string | undefined): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');

export function readCookie(req: Pick<IncomingMessage, 'headers'>): string | null {
  const pairs = new Map((req.headers.cookie ?? '').split(';').map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()]));
  // The plain name counts on this machine only: elsewhere a page of a neighbouring host could have set it.
  const token = pairs.get(SECURE_NAME) ?? (isLoopbackName(req.headers.host) ? pairs.get(LOOPBACK_NAME) : undefined);
  return token !== undefined && TOKEN.test(token) ? token : null;
}

export function cookieJar(req: Request, res: Response): CookieJar {
  const plain = !req.secure && isLoopbackName(req.headers.host);
  const name = plain ? LOOPBACK_NAME : SECURE_NAME;
  const options = { httpOnly: true, secure: !plain, sameSite: 'strict', path: '/' } as const;
  return {
    set: (token) => void res.cookie(name, token, options),
    clear: () => void res.clearCookie(name, options),
  };
}
