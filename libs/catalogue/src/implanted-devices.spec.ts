import { describe, expect, it } from '@jest/globals';
import { implantedDevices } from './implanted-devices.ts';
import { ruleById } from './rules/rules.ts';

/** By hand from the decision table of device and manual-therapy rules: which device each of them speaks of. */
const SPOKEN_OF: Readonly<Record<string, readonly string[]>> = {
  'DEV-01': ['spinal-cord-stimulator'],
  'DEV-02': ['spinal-cord-stimulator'],
  'DEV-03': ['spinal-cord-stimulator', 'cardiac-pacemaker', 'implantable-defibrillator'],
  'DEV-04': ['tens-unit'],
  'DEV-05': ['spinal-cord-stimulator'],
  'DEV-06': ['deep-brain-stimulator', 'cardiac-pacemaker', 'implantable-defibrillator', 'intracardiac-line', 'cochlear-prosthesis', 'metal-in-head'],
  'MAN-01': ['spinal-hardware'],
};

describe('what a device means for other treatments', () => {
  it('is said of the devices that the rules speak of, and of no other', () => {
    const said = Object.keys(SPOKEN_OF).map((rule) => [rule, implantedDevices.filter(({ effects }) => effects.some((effect) => effect.rule === rule)).map(({ id }) => id)]);
    expect(Object.fromEntries(said)).toEqual(SPOKEN_OF);
  });

  it('has its rule’s sources, and without a rule is the clinic’s own default', () => {
    const effects = implantedDevices.flatMap((device) => device.effects);
    expect(effects.filter(({ rule, sources }) => rule !== undefined && `${ruleById(rule)!.sources}` !== `${sources}`)).toEqual([]);
    expect(effects.filter(({ rule, sources }) => rule === undefined && `${sources}` !== 'JUDGE')).toEqual([]);
  });
});
