import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from '../support/access-commands.ts';
import type { Client } from '../support/client.ts';
import { World } from '../support/world.ts';

interface Found {
  readonly patientId: string | null;
  readonly name: string | null;
  readonly mrn: string | null;
  readonly birthDate: string | null;
  readonly kind: string;
}
const QUERY = 'query ($input: LikelyDuplicatesInput!) { likelyDuplicates(input: $input) { patientId name mrn birthDate kind } }';

describe('somebody about to be added', () => {
  let world: World;
  let lead: Client;
  let stranger: Client;
  let patientId: string;
  const marisol = { mrn: 'M-77', givenName: 'Marisol', familyName: 'Okafor-Reyes', birthDate: '1980-04-12' };
  const newcomer = { givenName: 'Zebulon', familyName: 'Quixwater' };

  beforeAll(async () => {
    world = await World.open();
    const clinic = await world.organization();
    lead = await world.as(await world.person(clinic, 'Leila Lead', 'physiatrist'));
    stranger = await world.as(await world.person(clinic, 'Stan Stranger', 'nurse'));
    ({ id: patientId } = await world.patient(lead, marisol));
    const elsewhere = await world.organization('Marrowgate');
    await world.patient(await world.as(await world.person(elsewhere, 'Freya Foreigner', 'physiatrist')), { ...newcomer, mrn: 'F-1', birthDate: '1970-01-01' });
  });
  afterAll(() => world.close());

  const found = async (client: Client, input: object) => (await client.data<{ likelyDuplicates: Found[] }>(QUERY, { input })).likelyDuplicates;
  const named = (kind: string): Found => ({ patientId, name: 'Marisol Okafor-Reyes', mrn: 'M-77', birthDate: '1980-04-12', kind });
  const unnamed = (kind: string): Found => ({ patientId: null, name: null, mrn: null, birthDate: null, kind });

  it.each([
    ['the same MRN', { ...newcomer, mrn: ' M-77 ' }, 'SAME_MRN'],
    ['the same name and birth date', { givenName: 'MARISOL', familyName: 'okafor-reyes', birthDate: '1980-04-12' }, 'SAME_NAME_AND_BIRTH_DATE'],
    ['the same name', { givenName: 'Marisol', familyName: 'Okafor-Reyes' }, 'SIMILAR_NAME'],
    ['the same name and another birth date', { givenName: 'Marisol', familyName: 'Okafor-Reyes', birthDate: '1981-04-12' }, 'SIMILAR_NAME'],
    ['a name with a slip', { givenName: 'Marisól', familyName: 'Okafor Reyes' }, 'SIMILAR_NAME'],
    ['half the family name', { givenName: 'Marisol', familyName: 'Okafor' }, 'SIMILAR_NAME'],
  ])('who has %s is shown to those who treat the patient', async (_, input, kind) => {
    expect(await found(lead, input)).toEqual([named(kind)]);
  });

  it.each([
    ['the same MRN', { ...newcomer, mrn: 'M-77' }, [unnamed('SAME_MRN')]],
    ['the same name and birth date', { givenName: 'Marisol', familyName: 'Okafor-Reyes', birthDate: '1980-04-12' }, [unnamed('SAME_NAME_AND_BIRTH_DATE')]],
    ['a similar name', { givenName: 'Marisol', familyName: 'Okafor' }, []],
    ['the same name and another birth date', { givenName: 'Marisol', familyName: 'Okafor-Reyes', birthDate: '1981-04-12' }, []],
  ])('who has %s: others hear at most that there is one, not who', async (_, input, expected) => {
    expect(await found(stranger, input)).toEqual(expected);
  });

  it('is nobody whom another organization treats, and nobody who is unlike', async () => {
    expect(await found(lead, { ...newcomer, mrn: 'F-1', birthDate: '1970-01-01' })).toEqual([]);
  });

  it.each([['givenName', 'x'.repeat(101), 'TOO_LONG'], ['familyName', 'a\0b', 'TEXT_UNPRINTABLE'], ['mrn', 'a\ud800', 'TEXT_ILL_FORMED']])('cannot be looked for with a %s that is wrong', async (field, text, rule) => {
    const { error } = await ask(lead, QUERY, { input: { ...newcomer, [field]: text } });
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field, rule });
  });
});
