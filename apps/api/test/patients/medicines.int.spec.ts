import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Outcome, command, done } from '../support/access-commands.ts';
import { type Clinician, clinician, sharedPatient } from '../support/record-clinic.ts';
import { World } from '../support/world.ts';

const MEDICINES = `query ($patientId: ID!) { patient(patientId: $patientId) { revision
  medicines { id revision drug classes isOpioid doseAmount doseUnit timesPerDay status until morphineEquivalent }
  namedSubstances { substance answer answeredOn answeredBy { name } } reconciliation { state on by { name } } } }`;

interface Shown {
  readonly revision: number;
  readonly medicines: readonly { readonly id: string; readonly revision: number; readonly drug: string; readonly classes: readonly string[]; readonly isOpioid: boolean; readonly status: string }[];
  readonly namedSubstances: readonly unknown[];
  readonly reconciliation: { readonly state: string; readonly on: string | null; readonly by: { readonly name: string } | null } | null;
}

describe('medicines', () => {
  let world: World;
  let lead: Clinician;
  let nurse: Clinician;
  let patientId: string;

  beforeAll(async () => {
    world = await World.open();
    const clinic = await world.organization();
    lead = await clinician(world, clinic, 'Ingrid Lead', 'physiatrist');
    nurse = await clinician(world, clinic, 'Bridget Nurse', 'nurse');
  });
  afterAll(() => world.close());

  const given = { kind: 'PRESCRIPTION', source: 'OTHER_CLINICIAN' };
  const freshPatient = async () => { patientId = await sharedPatient(world, lead, nurse); };
  const write = async (by: Clinician, name: string, input: Record<string, unknown>, baseRevision?: number): Promise<Outcome> =>
    command(by.client, name, { patientId, baseRevision: baseRevision ?? (await world.revisionOf(patientId)), ...input });
  const doIt = async (by: Clinician, name: string, input: Record<string, unknown>) => done(by.client, name, { patientId, baseRevision: await world.revisionOf(patientId), ...input });
  const shown = async (): Promise<Shown> => (await lead.client.data<{ patient: Shown }>(MEDICINES, { patientId })).patient;
  const add = async (drug: string, fields: Record<string, unknown> = {}) => {
    await doIt(lead, 'addMedicine', { drug, ...given, ...fields });
    return (await shown()).medicines.find((medicine) => medicine.drug === drug)!;
  };
  const seenOf = ({ medicines }: Shown) => medicines.filter(({ status }) => status === 'ACTIVE').map(({ id, revision }) => ({ medicineId: id, revision }));
  const groupsOf = (outcome: Outcome) => (Object.values(outcome.data!)[0] as { groups: { group: string; by: { name: string }; fields: { field: string; base: string; theirs: string; mine: string }[] }[] }).groups;

  it('knows a catalogue drug under its generic name, whatever was typed, and an opioid inside a longer name', async () => {
    await freshPatient();
    await doIt(lead, 'addMedicine', { drug: ' St Johns Wort ', kind: 'SUPPLEMENT', source: 'PATIENT' });
    await doIt(lead, 'addMedicine', { drug: 'Oxycodone ER', ...given });
    await doIt(lead, 'addMedicine', { drug: 'Grandmother’s tea', kind: 'SUPPLEMENT', source: 'PATIENT' });
    expect((await shown()).medicines.map(({ drug, classes, isOpioid }) => [drug, classes.length > 0, isOpioid])).toEqual([
      ['Grandmother’s tea', false, false], ['Oxycodone ER', true, true], ['st-johns-wort', true, false],
    ]);
  });

  it('never merges a dose and how often: 30 → 60 mg against once → twice a day', async () => {
    await freshPatient();
    const { id: medicineId } = await add('duloxetine', { doseAmount: 30, doseUnit: 'MG', timesPerDay: 1 });
    const base = await world.revisionOf(patientId);
    await doIt(lead, 'editMedicine', { medicineId, doseAmount: 60 });
    const met = await write(nurse, 'editMedicine', { medicineId, timesPerDay: 2 }, base);
    expect(met.outcome).toBe('EditConflict');
    expect(groupsOf(met)).toEqual([{
      entity: 'medicine', group: 'order', by: { name: 'Ingrid Lead' },
      fields: [{ field: 'doseAmount', base: '30', theirs: '60', mine: '30' }, { field: 'timesPerDay', base: '1', theirs: '1', mine: '2' }],
    }]);
    // A note is another thing, a stop is not.
    expect((await write(nurse, 'editMedicine', { medicineId, note: 'In the morning' }, base)).outcome).toBe('Patient');
    expect((await write(nurse, 'stopMedicine', { medicineId, until: world.today, reason: 'Nausea' }, base)).outcome).toBe('EditConflict');
  });

  it('says that interactions are not checked: never, after 90 days, and once the list or the plan changed', async () => {
    await freshPatient();
    const { id: medicineId } = await add('sertraline');
    const state = async () => (await shown()).reconciliation!.state;
    expect(await state()).toBe('NEVER');
    await doIt(nurse, 'reconcileMedicines', { seen: seenOf(await shown()) });
    const monday = world.today;
    expect((await shown()).reconciliation).toEqual({ state: 'CURRENT', on: monday, by: { name: 'Bridget Nurse' } });

    await doIt(lead, 'editMedicine', { medicineId, doseAmount: 50, doseUnit: 'MG' });
    expect(await state()).toBe('CHANGED_SINCE');
    await doIt(nurse, 'reconcileMedicines', { seen: seenOf(await shown()) });
    await doIt(lead, 'planActivity', { catalogueId: 'life.sleep-hygiene', discipline: 'nurse' });
    expect(await state()).toBe('CURRENT');
    await doIt(lead, 'planActivity', { catalogueId: 'med.duloxetine', discipline: 'physiatrist' });
    expect(await state()).toBe('CHANGED_SINCE');

    // What the plan changed after the reconciler had looked was not seen, though it came before the stamp.
    const looked = await shown();
    await doIt(lead, 'planActivity', { catalogueId: 'med.gabapentin', discipline: 'physiatrist' });
    await write(nurse, 'reconcileMedicines', { seen: seenOf(looked) }, looked.revision);
    expect(await state()).toBe('CHANGED_SINCE');

    await doIt(nurse, 'reconcileMedicines', { seen: seenOf(await shown()) });
    const start = world.clock.now().getTime();
    const after = (days: number) => world.clock.moveTo(new Date(start + days * 86_400_000));
    after(90);
    lead = { ...lead, client: await world.as(lead.person) };
    expect(await state()).toBe('CURRENT');
    after(91);
    lead = { ...lead, client: await world.as(lead.person) };
    expect(await state()).toBe('OUT_OF_DATE');
    world.clock.moveTo(new Date(start));
    lead = { ...lead, client: await world.as(lead.person) };
  });

  it('stamps only what was seen: a row that changed, came or went is a conflict, and nothing is stamped', async () => {
    await freshPatient();
    const { id: medicineId } = await add('sertraline', { doseAmount: 50, doseUnit: 'MG' });
    const looked = await shown();
    await doIt(lead, 'editMedicine', { medicineId, doseAmount: 100 });
    const stale = await write(nurse, 'reconcileMedicines', { seen: seenOf(looked) }, looked.revision);
    expect(groupsOf(stale)).toEqual([{ entity: 'medicine', group: 'list', by: { name: 'Ingrid Lead' }, fields: [{ field: 'doseAmount', base: '50', theirs: '100', mine: '50' }] }]);

    const again = await shown();
    await add('ibuprofen');
    expect(groupsOf(await write(nurse, 'reconcileMedicines', { seen: seenOf(again) }, again.revision))[0]!.fields).toContainEqual({ field: 'drug', base: null, theirs: 'ibuprofen', mine: null });

    const both = await shown();
    await doIt(lead, 'stopMedicine', { medicineId, until: world.today, reason: 'Tired all day' });
    expect((await write(nurse, 'reconcileMedicines', { seen: seenOf(both) }, both.revision)).outcome).toBe('EditConflict');
    expect((await shown()).reconciliation!.state).toBe('NEVER');
  });

  it('keeps what was stopped and why, and takes it up again only as a new medicine', async () => {
    await freshPatient();
    const { id: medicineId } = await add('tizanidine', { since: world.day(-30) });
    await doIt(nurse, 'stopMedicine', { medicineId, until: world.day(-1), reason: 'Ciprofloxacin elsewhere' });
    expect((await shown()).medicines).toEqual([expect.objectContaining({ status: 'STOPPED', until: world.day(-1) })]);
    expect((await write(lead, 'editMedicine', { medicineId, note: 'Again' })).refusal).toBe('MEDICINE_NOT_ACTIVE medicineId');
    const [revision] = await world.rows<{ reason: string }>(`SELECT reason FROM plexus.revision WHERE patient_id = $1 AND verb = 'medicine.stop'`, [patientId]);
    expect(revision).toEqual({ reason: 'Ciprofloxacin elsewhere' });
  });

  it('keeps who asked about a substance by its name, and two different answers conflict', async () => {
    await freshPatient();
    const base = await world.revisionOf(patientId);
    await doIt(nurse, 'answerNamedSubstance', { substance: 'latex', answer: 'ALLERGIC' });
    expect((await write(lead, 'answerNamedSubstance', { substance: 'latex', answer: 'NOT_ALLERGIC' }, base)).outcome).toBe('EditConflict');
    expect((await write(lead, 'answerNamedSubstance', { substance: 'latex', answer: 'ALLERGIC' }, base)).outcome).toBe('Patient');
    expect((await shown()).namedSubstances).toEqual([{ substance: 'latex', answer: 'ALLERGIC', answeredOn: world.today, answeredBy: { name: 'Ingrid Lead' } }]);
  });

  describe('refuses', () => {
    let medicineId: string;
    beforeAll(async () => {
      await freshPatient();
      ({ id: medicineId } = await add('sertraline', { since: world.day(-5) }));
    });
    const adding = (fields: Record<string, unknown>) => ['addMedicine', () => ({ drug: 'ibuprofen', ...given, ...fields })] as const;
    const editing = (fields: Record<string, unknown>) => ['editMedicine', () => ({ medicineId, ...fields })] as const;

    it.each([
      ['a negative dose', ...adding({ doseAmount: -1, doseUnit: 'MG' }), 'NUMBER_OUT_OF_RANGE doseAmount'],
      ['no dose at all', ...adding({ doseAmount: 0, doseUnit: 'MG' }), 'NUMBER_OUT_OF_RANGE doseAmount'],
      ['a unit without a dose', ...adding({ doseUnit: 'MG' }), 'UNIT_WITHOUT_DOSE doseAmount'],
      ['a dose without a unit', ...adding({ doseAmount: 5 }), 'DOSE_WITHOUT_UNIT doseUnit'],
      ['a unit that is taken from under its dose', ...editing({ doseAmount: 5 }), 'DOSE_WITHOUT_UNIT doseUnit'],
      ['a hundred times a day', ...adding({ timesPerDay: 100 }), 'TIMES_OUT_OF_RANGE timesPerDay'],
      ['a beginning tomorrow', ...adding({ since: '2027-01-01' }), 'DATE_IN_FUTURE since'],
      ['a beginning before birth', ...adding({ since: '1950-01-01' }), 'DATE_TOO_EARLY since'],
      ['an end before the beginning', ...editing({ until: '2026-01-01' }), 'END_BEFORE_START until'],
      ['100 kB of drug', ...adding({ drug: 'x'.repeat(100_000) }), 'TOO_LONG drug'],
      ['a drug of blanks', ...adding({ drug: '  ' }), 'REQUIRED drug'],
      ['NUL', ...adding({ note: 'a\0b' }), 'TEXT_UNPRINTABLE note'],
      ['half a character', ...adding({ prescriber: 'a\ud800b' }), 'TEXT_ILL_FORMED prescriber'],
      ['a drug that is cleared', ...editing({ drug: null }), 'REQUIRED drug'],
      ['a source that is none', ...adding({ source: 'NEIGHBOUR' }), 'BAD_USER_INPUT source'],
      ['a morphine equivalent of what is no opioid', ...adding({ morphineEquivalent: 40, morphineEquivalentSource: 'Pharmacy' }), 'OPIOID_ONLY morphineEquivalent, OPIOID_ONLY morphineEquivalentSource'],
      ['a morphine equivalent from nowhere', ...adding({ drug: 'oxycodone', morphineEquivalent: 40 }), 'SOURCE_REQUIRED morphineEquivalentSource'],
      ['a monitoring check tomorrow', ...adding({ drug: 'oxycodone', monitoringCheckedOn: '2027-01-01' }), 'DATE_IN_FUTURE monitoringCheckedOn'],
      ['a stop without a reason', 'stopMedicine', () => ({ medicineId, until: world.today, reason: ' ' }), 'REQUIRED reason'],
      ['a stop next week', 'stopMedicine', () => ({ medicineId, until: world.day(7), reason: 'Over' }), 'DATE_IN_FUTURE until'],
      ['a stop before it began', 'stopMedicine', () => ({ medicineId, until: world.day(-6), reason: 'Over' }), 'END_BEFORE_START until'],
      ['an error without a reason', 'markMedicineInError', () => ({ medicineId, reason: '' }), 'REQUIRED reason'],
      ['an id that is none', 'stopMedicine', () => ({ medicineId: 'x', until: world.today, reason: 'Over' }), 'NOT_FOUND -'],
      ['a list with a medicine of nowhere', 'reconcileMedicines', async () => ({ seen: [...seenOf(await shown()), { medicineId: '01890a5d-ac96-774b-bcce-b302099a8057', revision: 1 }] }), 'MEDICINE_UNKNOWN seen'],
      ['a substance that is not asked by name', 'answerNamedSubstance', () => ({ substance: 'peanut', answer: 'ALLERGIC' }), 'SUBSTANCE_UNKNOWN substance'],
    ] as const)('%s', async (_, name, input, refusal) => {
      const before = await world.revisionOf(patientId);
      expect((await write(lead, name, await input())).refusal).toBe(refusal);
      expect(await world.revisionOf(patientId)).toBe(before);
    });
  });
});
