import express, { type Request, type Response } from 'express';
import { Fault, badInput } from '../faults.ts';

/** Each may hold its whole file: more at once, and a rush would be felt by those who read charts. */
const MOST_AT_ONCE = 4;
/** Whoever sends more slowly keeps a place from others. */
const WITHIN_MS = 120_000;

let underWay = 0;

/**
 * The body as it came, counted while it comes. What is done with it belongs to its place, because it holds the file as long.
 *
 * @param within what is done with the file; null: it is larger than the limit, and was not kept
 */
export async function withFileBody<T>(req: Request, res: Response, limit: number, within: (content: Buffer | null) => Promise<T>): Promise<T> {
  if (!/^application\/octet-stream\s*$/i.test(req.headers['content-type'] ?? '')) throw badInput('file', 'Send the file as application/octet-stream.', 'CONTENT_TYPE');
  if (underWay >= MOST_AT_ONCE) throw new Fault('RATE_LIMITED', 'Several files are arriving just now. Try again in a moment.');
  underWay += 1;
  const late = setTimeout(() => req.destroy(), WITHIN_MS);
  try {
    const content = await read(req, res, limit);
    clearTimeout(late);
    return await within(content);
  } finally {
    clearTimeout(late);
    underWay -= 1;
  }
}

function read(req: Request, res: Response, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    express.raw({ limit, inflate: false, type: () => true })(req, res, (error?: unknown) => {
      const { type } = (error ?? {}) as { type?: string };
      if (type === 'entity.too.large') resolve(null);
      else if (error) reject(badInput('file', 'The file did not arrive whole. Send it again.', 'INCOMPLETE'));
      // Without a body there is no buffer either.
      else resolve((req.body as Buffer | undefined) ?? Buffer.alloc(0));
    });
  });
}
