import { describe, expect, it } from '@jest/globals';
import { refuse, unless, violation } from './result.ts';

const short = violation('TOO_SHORT', 'At least {min} characters.', 'name', { min: '3' });
const late = violation('TOO_LATE', 'Too late.');

describe('a refusal', () => {
  it('says its sentence with the figures in it, and keeps them for other languages', () => {
    expect(short).toEqual({ code: 'TOO_SHORT', field: 'name', params: { min: '3' }, message: 'At least 3 characters.' });
  });

  it('leaves a placeholder that nobody fills', () => {
    expect(violation('X', 'Until {day}.').message).toBe('Until {day}.');
  });

  it('holds everything that is wrong, in order', () => {
    expect(unless([null, short, null, late])).toEqual(refuse(short, late));
  });

  it('is none when nothing is wrong', () => {
    expect(unless([null, null])).toEqual({ ok: true, value: undefined });
    expect(unless([])).toEqual({ ok: true, value: undefined });
  });
});
