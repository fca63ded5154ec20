import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PERSONAS } from '../testing/index.ts';
import {
  INVITATION_LINK_SECONDS,
  PASSWORD_MAX,
  PASSWORD_MIN,
  RESET_LINK_SECONDS,
  SESSION_ABSOLUTE_SECONDS,
  SESSION_IDLE_SECONDS,
  type SessionTimes,
  checkEmail,
  checkPassword,
  checkPerson,
  emailKey,
  initialsOf,
  sessionState,
} from './person.ts';

describe('initials', () => {
  it.each([
    ['Dr. Ingrid Vasquez-Thorne', 'IV'],
    ['Lucia Ferrante, PT', 'LF'],
    ['Dr. Rufus Lindgren, DC', 'RL'],
    ['prof dr Sunniva Petrakis', 'SP'],
    ['Ana Maria de la Cruz', 'AC'],
    ['  Yara   Quinlan ', 'YQ'],
    ['Prince', 'P'],
    ['noor bellweather', 'NB'],
    ['Élodie Östberg', 'ÉÖ'],
    ['Drew Marsh', 'DM'],
    ['𠮷田 花子', '𠮷花'],
    ['Dr.', '?'],
    [', PT', '?'],
    ['', '?'],
  ])('of %j are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('can be shown for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(initialsOf(name).isWellFormed()).toBe(true);
        expect(initialsOf(name)).not.toBe('');
      }),
    );
  });
});

describe('an e-mail address', () => {
  it.each([
    ['Lucia.Ferrante@Lindenhall.Example', 'lucia.ferrante@lindenhall.example'],
    [' lucia.ferrante@lindenhall.example\n', 'lucia.ferrante@lindenhall.example'],
    ['ｌucia@lindenhall.example', 'lucia@lindenhall.example'],
    ['JOSE\u0301@clinic.example', 'josé@clinic.example'],
    ['lucia+plexus@lindenhall.example', 'lucia+plexus@lindenhall.example'],
  ])('%j is looked up as %s', (email, key) => {
    expect(emailKey(email)).toBe(key);
    expect(emailKey(key)).toBe(key);
  });

  it.each([
    ['lucia.ferrante@lindenhall.example', null],
    ['', 'REQUIRED'],
    ['lucia', 'EMAIL_INVALID'],
    ['lucia@lindenhall', 'EMAIL_INVALID'],
    ['a@b@lindenhall.example', 'EMAIL_INVALID'],
    ['lucia@lindenhall.example, noor@lindenhall.example', 'EMAIL_INVALID'],
    ['lucia@lindenhall.example\r\nBcc: noor@lindenhall.example', 'ONE_LINE'],
    ['lucia\u0000@lindenhall.example', 'TEXT_UNPRINTABLE'],
  ])('%j: %s', (email, code) => {
    expect(checkEmail('email', email)?.code ?? null).toBe(code);
  });
});

it('an e-mail address has 200 characters at most', () => {
  expect(checkEmail('email', `${'x'.repeat(200)}@lindenhall.example`)?.code).toBe('TOO_LONG');
});

describe('a person', () => {
  const known = (id: string) => id === 'physical-therapist';

  it('is accepted, with a discipline of the catalogue or none, and in part', () => {
    for (const given of [PERSONAS.THERAPIST, PERSONAS.ADMINISTRATOR, { name: 'Lucia Ferrante' }, {}]) expect(checkPerson(given, known).ok).toBe(true);
  });

  it('is told all that is wrong at once', () => {
    const result = checkPerson({ name: ' ', email: 'lucia', discipline: 'alchemist' }, known);
    expect(result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'name REQUIRED',
      'email EMAIL_INVALID',
      'discipline DISCIPLINE_UNKNOWN',
    ]);
  });
});

describe('a password', () => {
  const OWN = ['Lucia Ferrante, PT', 'lucia.ferrante@lindenhall.example', 'Lindenhall'];

  it('has 15 to 128 characters', () => {
    expect([PASSWORD_MIN, PASSWORD_MAX]).toEqual([15, 128]);
  });

  it.each([
    ['a sentence', 'the heron waits by the weir', null],
    ['four words, all in small letters', 'copperlanternfoggytrain', null],
    ['what a password manager makes', 'vT9#qLx2!mZr7Kp', null],
    ['signs, and hardly a letter', '#$%&*()!7Kp?/~+', null],
    ['one sign many times', '!!!!!!!!!!!!!!!!', 'PASSWORD_GUESSABLE'],
    ['a sentence in another script', 'цапля ждёт у плотины', null],
    ['a common word in a sentence of one\'s own', 'my dragon wears woollen socks', null],
    ['15 characters', 'heron by a weir', null],
    ['14 characters', 'heron at weirs', 'PASSWORD_SHORT'],
    ['nothing', '', 'PASSWORD_SHORT'],
    ['128 characters', 'the heron waits '.repeat(8).slice(0, 127) + 'z', null],
    ['129 characters', 'the heron waits '.repeat(9).slice(0, 128) + 'z', 'PASSWORD_LONG'],
    ['half a character', 'the heron waits \ud83d', 'TEXT_ILL_FORMED'],
    ['one letter many times', 'aaaaaaaaaaaaaaaa', 'PASSWORD_GUESSABLE'],
    ['four letters in any order', 'abcdabdcacbdadcb', 'PASSWORD_GUESSABLE'],
    ['a short piece again and again', 'abc12!abc12!abc12!', 'PASSWORD_GUESSABLE'],
    ['the alphabet', 'abcdefghijklmnop', 'PASSWORD_GUESSABLE'],
    ['the digits', '0123456789012345', 'PASSWORD_GUESSABLE'],
    ['a common word with a tail', 'PasswordPassword1', 'PASSWORD_GUESSABLE'],
    ['two common words', 'password123456789', 'PASSWORD_GUESSABLE'],
    ['common words with a year', 'Welcome-Admin-2026', 'PASSWORD_GUESSABLE'],
    ['the product', 'plexus plexus 2026', 'PASSWORD_GUESSABLE'],
    ['one\'s name', 'Lucia-Ferrante-1', 'PASSWORD_GUESSABLE'],
    ['one\'s name the other way round', 'ferrante_lucia_26', 'PASSWORD_GUESSABLE'],
    ['one\'s address', 'lucia.ferrante@lindenhall.example', 'PASSWORD_GUESSABLE'],
    ['the clinic with a year', 'lindenhall-2026!', 'PASSWORD_GUESSABLE'],
    ['the clinic and a common word', 'Lindenhall-Welcome!', 'PASSWORD_GUESSABLE'],
  ])('of %s', (_, password, code) => {
    expect(checkPassword(password, OWN)?.code ?? null).toBe(code);
  });

  it('is not refused for a short word of its owner, nor for one without letters', () => {
    expect(checkPassword('the heron waits by the weir', ['the', 'a', '----', ''])).toBeNull();
  });

  it('says how long it should be', () => {
    expect(checkPassword('short', OWN)).toMatchObject({ field: 'password', message: 'At least 15 characters. A sentence is good.' });
  });
});

describe('a session', () => {
  const MINUTE = 60;
  const HOUR = 60 * MINUTE;
  const START = new Date('2026-11-23T08:00:00Z');
  const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);
  const session = (given: Partial<SessionTimes> = {}): SessionTimes => ({ createdAt: START, lastActiveAt: START, lockedAt: null, endedAt: null, ...given });

  it('locks after a quarter of an hour, ends after twelve; links work for an hour and for a week', () => {
    expect([SESSION_IDLE_SECONDS, SESSION_ABSOLUTE_SECONDS, RESET_LINK_SECONDS, INVITATION_LINK_SECONDS]).toEqual([900, 43_200, 3_600, 604_800]);
  });

  it.each([
    ['at sign-in', {}, 0, 'active'],
    ['in the last second before the idle time', {}, 15 * MINUTE - 1, 'active'],
    ['in the last millisecond before it', {}, 15 * MINUTE - 0.001, 'active'],
    ['when the idle time is over', {}, 15 * MINUTE, 'locked'],
    ['when somebody worked in between', { lastActiveAt: after(10 * MINUTE) }, 25 * MINUTE - 1, 'active'],
    ['when somebody worked in between and then left', { lastActiveAt: after(10 * MINUTE) }, 25 * MINUTE, 'locked'],
    ['when it was locked by hand a second ago', { lockedAt: after(4) }, 5, 'locked'],
    ['in the last second of a working day', { lastActiveAt: after(12 * HOUR - 2) }, 12 * HOUR - 1, 'active'],
    ['at the end of twelve hours, however busy', { lastActiveAt: after(12 * HOUR) }, 12 * HOUR, 'expired'],
    ['when twelve hours pass while it is locked', { lockedAt: after(HOUR) }, 12 * HOUR, 'expired'],
    ['in the last second of twelve hours while locked', { lockedAt: after(HOUR) }, 12 * HOUR - 1, 'locked'],
    ['after it was ended', { endedAt: after(5) }, 6, 'ended'],
    ['when it was ended and locked', { endedAt: after(5), lockedAt: after(4) }, 6, 'ended'],
    ['when it was ended and twelve hours pass', { endedAt: after(5) }, 13 * HOUR, 'ended'],
  ] as const)('%s', (_, given, seconds, state) => {
    expect(sessionState(session(given), after(seconds))).toBe(state);
  });
});
