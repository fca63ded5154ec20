import { expect, it } from '@jest/globals';
import { readPanel, writePanel, type PanelAddress } from './panel-address.ts';

it.each<[string, PanelAddress]>([
  ['edit=new-goal', { kind: 'new-goal' }],
  ['edit=new-goal&domain=mood_and_fear', { kind: 'new-goal', domain: 'MOOD_AND_FEAR' }],
  ['edit=plan', { kind: 'plan' }],
  ['edit=template', { kind: 'template' }],
  ['edit=plan&do=activate', { kind: 'plan', verb: 'ACTIVATE' }],
  ['edit=goal%3Ag1', { kind: 'goal', id: 'g1' }],
  ['edit=goal%3Ag1&do=complete', { kind: 'goal', id: 'g1', verb: 'COMPLETE' }],
  ['edit=goal%3Ag1&at=ownerId', { kind: 'goal', id: 'g1', at: 'ownerId' }],
  ['edit=new-activity&goal=g1&column=psychology', { kind: 'new-activity', goalId: 'g1', column: 'psychology' }],
  ['edit=attainment%3Ag1', { kind: 'attainment', id: 'g1' }],
  ['edit=scale%3Ag1', { kind: 'scale', id: 'g1' }],
  ['edit=rating%3Ar1', { kind: 'rating', id: 'r1' }],
  ['edit=as-of', { kind: 'as-of' }],
  ['edit=history%3Agoal%3Ag1', { kind: 'history', entity: 'goal', id: 'g1' }],
  ['edit=activity%3Aa1&do=stop', { kind: 'activity', id: 'a1', verb: 'STOP' }],
])('keeps %s, beside what else the address says', (address, panel) => {
  expect(readPanel(new URLSearchParams(address))).toEqual(panel);
  expect(writePanel(new URLSearchParams('past=1&edit=plan'), panel).toString()).toBe(`past=1&${address}`);
});

it.each(['', 'edit=goal', 'edit=nothing', 'do=complete', 'edit=history%3Agoal', 'edit=history%3Ahoroscope%3Ag1'])('opens nothing for %s', (address) => {
  expect(readPanel(new URLSearchParams(address))).toBeNull();
});

it('leaves a verb that does not exist', () => {
  expect(readPanel(new URLSearchParams('edit=goal:g1&do=delete'))).toEqual({ kind: 'goal', id: 'g1' });
});

it('closes without touching the rest', () => {
  expect(writePanel(new URLSearchParams('past=1&edit=goal:g1&do=pause&at=reason'), null).toString()).toBe('past=1');
});
