import { expect, it } from '@jest/globals';
import type { NewsRevisionFragment } from '../gql/index.ts';
import { aPerson, noor } from '../testing/builders.ts';
import { aChange } from '../testing/changes.ts';
import { PatientNews, type Crossing } from './patient-news.ts';

const me = aPerson();
const aRevision = (number: number, over: Partial<NewsRevisionFragment> = {}): NewsRevisionFragment => ({
  __typename: 'Revision', number, at: '2026-11-23T15:12:00Z', verb: 'goal.edit', base: number - 1, person: noor,
  changes: [aChange()],
  ...over,
});
const opened = (revision = 41) => {
  const news = new PatientNews(me.id);
  news.knows(revision);
  return news;
};
const numbers = (news: PatientNews) => news.current().revisions.map(({ number }) => number);

it('asks from the last revision it knows, and takes each one once and in order', async () => {
  const news = opened();
  const asked: number[] = [];
  await news.catchUp(async (after) => { asked.push(after); return [aRevision(43), aRevision(42)]; });
  await news.catchUp(async (after) => { asked.push(after); return [aRevision(43), aRevision(44)]; });
  expect({ asked, numbers: numbers(news) }).toEqual({ asked: [41, 43], numbers: [42, 43, 44] });
});

it('asks once more for what came while it was asking', async () => {
  const news = opened();
  let answer: (revisions: NewsRevisionFragment[]) => void = () => undefined;
  const asked: number[] = [];
  const first = news.catchUp((after) => { asked.push(after); return after === 41 ? new Promise((resolve) => { answer = resolve; }) : Promise.resolve([aRevision(43)]); });
  await news.catchUp(async () => []);
  answer([aRevision(42)]);
  await first;
  expect({ asked, numbers: numbers(news) }).toEqual({ asked: [41, 42], numbers: [42, 43] });
});

it('loses nothing to an answer that did not come', async () => {
  const news = opened();
  await news.catchUp(() => Promise.reject(new Error('no network')));
  await news.catchUp(async (after) => [aRevision(after + 1)]);
  expect(numbers(news)).toEqual([42]);
});

it('asks on while an answer is full', async () => {
  const news = opened(0);
  await news.catchUp(async (after) => (after === 0 ? Array.from({ length: 100 }, (_, at) => aRevision(at + 1)) : [aRevision(101)]));
  expect(numbers(news)).toHaveLength(101);
});

it('marks what others changed until it was looked at, and never what I changed', async () => {
  const news = opened();
  await news.catchUp(async () => [aRevision(42, { person: me }), aRevision(43), aRevision(44, { changes: [{ ...aRevision(44).changes[0]!, entityId: 'goal-sleep' }] })]);
  expect([...news.current().unseen]).toEqual(['goal-stairs', 'goal-sleep']);
  news.look('goal-stairs');
  expect([...news.current().unseen]).toEqual(['goal-sleep']);
  news.look();
  expect(news.current().unseen.size).toBe(0);
  expect(numbers(news)).toEqual([43, 44]);
});

it.each([[41, 1], [42, 0]])('tells of a colleague who had seen revision %i when I made 42: %i times', async (base, times) => {
  const news = opened();
  const crossings: Crossing[] = [];
  news.onCrossing((crossing) => crossings.push(crossing));
  news.made({ entityId: 'goal-stairs', number: 42, fields: ['targetDate'] });
  await news.catchUp(async () => [aRevision(43, { base })]);
  expect(crossings).toHaveLength(times);
});
