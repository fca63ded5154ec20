import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { SessionSignal } from './session.ts';

/** The browser's channel between tabs, which jsdom lacks: everybody but the sender hears it. */
class Tabs extends EventTarget {
  static readonly all = new Set<Tabs>();

  constructor() {
    super();
    Tabs.all.add(this);
  }

  postMessage(data: unknown): void {
    for (const tab of Tabs.all) if (tab !== this) tab.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const before = globalThis.BroadcastChannel;
beforeEach(() => { globalThis.BroadcastChannel = Tabs as unknown as typeof BroadcastChannel; });
afterEach(() => {
  Tabs.all.clear();
  globalThis.BroadcastChannel = before;
});

it('locks, unlocks and ends in every tab', () => {
  const [here, there] = [new SessionSignal(), new SessionSignal()];
  here.lock();
  expect(there.current()).toBe('locked');
  there.open();
  expect(here.current()).toBe('open');
  here.end();
  expect(there.current()).toBe('ended');
});

it('does not lock what is over', () => {
  const here = new SessionSignal();
  here.expire();
  here.lock();
  expect(here.current()).toBe('expired');
});

it('knows of a hand at the keyboard in another tab', () => {
  const [here, there] = [new SessionSignal(), new SessionSignal()];
  const later = there.activeAt() + 60_000;
  here.touch(later);
  expect(there.activeAt()).toBe(later);
});

it('leaves when another tab was signed in as somebody else', () => {
  const [here, there] = [new SessionSignal(), new SessionSignal()];
  here.belongsTo('lucia');
  there.belongsTo('lucia');
  expect(here.current()).toBe('open');
  there.belongsTo('noor');
  expect([here.current(), there.current()]).toEqual(['ended', 'open']);
});
