import { clinic } from '../fixtures/clinic.ts';
import { expect, test } from '../fixtures/test.ts';
import { Wire } from '../fixtures/wire.ts';

/** Of one account, from one address, in a quarter of an hour. */
const TRIES = 8;
const EMAIL = 'nobody.at.all@lindenhall.example';

test('Who guesses passwords is counted by their own address, whatever they say of it and whichever server they reach', async () => {
  const guesser = new Wire(clinic.address(), '127.0.0.2');
  const guess = (n: number) => guesser.signIn(EMAIL, `a wrong password, number ${n}`, { 'x-forwarded-for': `203.0.113.${n}` });
  for (let n = 1; n <= TRIES; n += 1) expect(await guess(n), `try ${n}`).toMatchObject({ __typename: 'SignInRefused', retryAfterSeconds: null });
  expect(await guess(TRIES + 1)).toMatchObject({ __typename: 'SignInRefused', retryAfterSeconds: expect.any(Number) as unknown });

  const neighbour = new Wire(clinic.address(), '127.0.0.3');
  expect(await neighbour.signIn(EMAIL, 'a wrong password of somebody else')).toMatchObject({ __typename: 'SignInRefused', retryAfterSeconds: null });
});
