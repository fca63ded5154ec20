import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { waitToReconnect } from './reconnect.ts';

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

async function isOver(waiting: Promise<void>): Promise<boolean> {
  let over = false;
  void waiting.then(() => { over = true; });
  await Promise.resolve();
  await Promise.resolve();
  return over;
}

it('is tried again within five seconds, after however many tries', async () => {
  for (const retries of [0, 5, 60, 5_000]) {
    const waiting = waitToReconnect(retries);
    expect(await isOver(waiting)).toBe(false);
    jest.advanceTimersByTime(5_000);
    expect(await isOver(waiting)).toBe(true);
  }
});

it('is tried at once when the browser is online again', async () => {
  const waiting = waitToReconnect(10);
  window.dispatchEvent(new Event('online'));
  expect(await isOver(waiting)).toBe(true);
  expect(jest.getTimerCount()).toBe(0);
});
