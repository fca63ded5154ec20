import { expect, it } from '@jest/globals';
import { returnTo, signInPath } from './return-to.ts';

it('comes back to where the person was', () => {
  const path = signInPath({ pathname: '/patients/p1/plan', search: '?past=1' }, 'expired');
  expect(returnTo(path.slice(path.indexOf('?')))).toBe('/patients/p1/plan?past=1');
});

it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])('never leaves the app: %s', (wish) => {
  expect(returnTo(`?returnTo=${encodeURIComponent(wish)}`)).toBe('/');
});
