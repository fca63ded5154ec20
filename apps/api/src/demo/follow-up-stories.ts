import type { CallResult, FollowUpKind, FollowUpPriority, FollowUpShape, FollowUpVerb } from '@plexus/domain';
import type { DayOffset, Deed, StaffKey } from './story.types.ts';
import type { ReportStory } from './write-report.ts';

export type FollowUpStep = Deed &
  (
    | { readonly do: Exclude<FollowUpVerb, 'schedule'>; readonly outcome?: string; readonly reason?: string }
    | { readonly do: 'schedule'; readonly appointmentDay: DayOffset; readonly appointmentTime: string }
    | { readonly do: 'call'; readonly result: CallResult; readonly text?: string; readonly nextTryDay?: DayOffset }
    | { readonly do: 'comment'; readonly text: string }
    | { readonly do: 'remind' }
    | { readonly do: 'attach'; readonly report: ReportStory }
  );

export interface FollowUpStory {
  readonly key: string;
  readonly opened: Deed;
  readonly shape: FollowUpShape;
  readonly kind: FollowUpKind;
  readonly priority: FollowUpPriority;
  readonly what: string;
  readonly why?: string;
  /** The goal or the part that it comes from, by its key. */
  readonly from?: { readonly goal: string } | { readonly activity: string };
  /** A person or a role. */
  readonly to: { readonly person: StaffKey } | { readonly pool: string };
  readonly outsideParty?: string;
  readonly documentsSent?: string;
  readonly dueDay: DayOffset;
  readonly dueTime?: string;
  readonly everyWeeks?: number;
  readonly untilDay?: DayOffset;
  readonly watchers?: readonly StaffKey[];
  readonly checklist?: readonly string[];
  readonly steps: readonly FollowUpStep[];
}

/** Somebody is away, and said so. */
export interface LeaveStory {
  readonly person: StaffKey;
  readonly fromDay: DayOffset;
  readonly toDay: DayOffset;
  readonly set: Deed;
}

/**
 * Lucia Ferrante is stood in for with each of her patients; nobody stands in for Delphine Aguilar, so what she holds lies in her role's pool. Jonas
 * Whitfeather will be away, and has several things to hand over before.
 */
export const LEAVES: readonly LeaveStory[] = [
  { person: 'u-pt-1', fromDay: 176, toDay: 190, set: { day: 173, hour: 16, by: 'u-pt-1' } },
  { person: 'u-ot-1', fromDay: 180, toDay: 187, set: { day: 179, hour: 12, by: 'u-cc-1' } },
  { person: 'u-cc-1', fromDay: 192, toDay: 206, set: { day: 181, hour: 9, by: 'u-cc-1' } },
];

const on = (day: DayOffset, by: StaffKey, hour = 14): Deed => ({ day, hour, by });

const SLEEP_REPORT: ReportStory = {
  name: 'Sleep laboratory, report.pdf',
  from: 'Sleep laboratory, Quillford General',
  title: 'Restless legs: ferritin and opinion',
  paragraphs: [
    'Thank you for asking us to see this patient.',
    'Ferritin 28 micrograms per litre. The legs are restless on most evenings, from about eight o’clock, and better when she walks about. No breathing pauses were seen overnight.',
    'We advise iron by mouth every second day, and ferritin again in three months. Please look once more at what she takes in the evening.',
  ],
};

/** By the patient's key: what is open, late, waited for, owned by nobody; and referrals that came back, or did not. */
export const FOLLOW_UPS: Readonly<Record<string, readonly FollowUpStory[]>> = {
  P01: [
    {
      key: 'migraine-clinic', opened: on(60, 'u-physiatrist-1'), shape: 'request', kind: 'referral', priority: 'routine', what: 'Second opinion on her migraine medicine', why: 'Triptan and duloxetine together.',
      to: { person: 'u-rn-1' }, outsideParty: 'Headache clinic, Quillford General', documentsSent: 'Letter and medicine list of that day', dueDay: 84,
      steps: [
        { ...on(61, 'u-rn-1'), do: 'accept' }, { ...on(66, 'u-rn-1'), do: 'schedule', appointmentDay: 80, appointmentTime: '10:30' }, { ...on(81, 'u-rn-1'), do: 'confirm' },
        { ...on(83, 'u-rn-1'), do: 'report', outcome: 'Both may go on; watch for restlessness. Letter is in the chart.' }, { ...on(84, 'u-physiatrist-1', 15), do: 'acknowledge' },
      ],
    },
    {
      key: 'pacing', opened: on(170, 'u-psy-1'), shape: 'request', kind: 'review', priority: 'soon', what: 'Look at her garden days together: where does she overdo it?', from: { goal: 'garden' }, to: { person: 'u-pt-1' }, dueDay: 186,
      steps: [{ ...on(171, 'u-pt-1'), do: 'accept' }],
    },
  ],
  P02: [
    {
      key: 'inr', opened: on(172, 'u-physiatrist-2'), shape: 'request', kind: 'measure', priority: 'soon', what: 'INR a week after the new pain reliever', why: 'He takes warfarin.', to: { person: 'u-rn-1' }, dueDay: 179,
      steps: [{ ...on(172, 'u-rn-1', 15), do: 'accept' }, { ...on(178, 'u-rn-1'), do: 'report', outcome: 'INR 2.4: no change of dose needed' }],
    },
    { key: 'go-on', opened: on(178, 'u-rn-1', 15), shape: 'request', kind: 'response', priority: 'routine', what: 'Say whether the pain reliever may go on at this dose', to: { person: 'u-physiatrist-2' }, dueDay: 185, steps: [] },
  ],
  P03: [
    { key: 'desk', opened: on(165, 'u-physiatrist-1'), shape: 'request', kind: 'review', priority: 'routine', what: 'Look at her desk at work on one of her two days', to: { person: 'u-ot-1' }, dueDay: 179, steps: [{ ...on(166, 'u-ot-1'), do: 'accept' }] },
  ],
  P04: [
    {
      key: 'bone-density', opened: on(160, 'u-physiatrist-2'), shape: 'request', kind: 'referral', priority: 'routine', what: 'Bone density scan', to: { person: 'u-cc-1' }, outsideParty: 'Imaging, Quillford General', documentsSent: 'Request form', dueDay: 192,
      steps: [{ ...on(160, 'u-cc-1', 16), do: 'accept' }, { ...on(165, 'u-cc-1'), do: 'schedule', appointmentDay: 189, appointmentTime: '09:15' }],
    },
  ],
  P05: [
    {
      key: 'safety-plan', opened: on(168, 'u-physiatrist-1'), shape: 'task', kind: 'safety', priority: 'urgent', what: 'Read the safety plan with her again and ask about thoughts of self-harm', from: { goal: 'safe' },
      to: { person: 'u-psy-1' }, dueDay: 184, watchers: ['u-rn-1', 'u-cc-1'], checklist: ['Safety plan read together', 'Crisis line still in her phone', 'Next visit named'], steps: [],
    },
    { key: 'class', opened: on(175, 'u-pt-1'), shape: 'task', kind: 'call', priority: 'routine', what: 'Ask how the group class went after her night shift', to: { person: 'u-pt-1' }, dueDay: 183, steps: [] },
  ],
  P06: [
    { key: 'wound', opened: on(180, 'u-surg-1'), shape: 'task', kind: 'call', priority: 'soon', what: 'Telephone: scar, glucose readings', to: { pool: 'nurse' }, dueDay: 183, dueTime: '15:00', steps: [] },
    {
      key: 'loading', opened: on(170, 'u-physiatrist-2'), shape: 'request', kind: 'review', priority: 'routine', what: 'Begin loaded stairs', to: { person: 'u-pt-2' }, dueDay: 184,
      steps: [{ ...on(171, 'u-pt-2'), do: 'decline', reason: 'Dr. Okonjo asks to wait until her review in two weeks' }],
    },
  ],
  P07: [
    {
      key: 'legs', opened: on(140, 'u-rheum-1'), shape: 'request', kind: 'referral', priority: 'routine', what: 'Ferritin and a sleep opinion for restless legs', to: { person: 'u-cc-1' }, outsideParty: 'Sleep laboratory, Quillford General', dueDay: 175,
      steps: [{ ...on(141, 'u-cc-1'), do: 'accept' }, { ...on(150, 'u-cc-1'), do: 'schedule', appointmentDay: 168, appointmentTime: '13:00' }, { ...on(174, 'u-cc-1', 13), do: 'attach', report: SLEEP_REPORT }, { ...on(174, 'u-cc-1'), do: 'report', outcome: 'Ferritin 28: iron advised. Report received.' }],
    },
  ],
  P08: [
    {
      key: 'prescriber', opened: on(164, 'u-pain-1'), shape: 'request', kind: 'response', priority: 'urgent', what: 'Agree who prescribes gabapentin from now on', why: 'Two prescribers wrote it in the last month.', to: { person: 'u-physiatrist-1' }, dueDay: 178,
      steps: [{ ...on(180, 'u-pain-1'), do: 'remind' }],
    },
    { key: 'taper-call', opened: on(160, 'u-rn-1'), shape: 'task', kind: 'call', priority: 'soon', what: 'Weekly call: sleep, withdrawal, mood', to: { person: 'u-rn-1' }, dueDay: 174, dueTime: '10:00', everyWeeks: 1, untilDay: 230, steps: [{ ...on(174, 'u-rn-1', 10), do: 'complete', outcome: 'Slept six hours, no withdrawal' }] },
  ],
  P10: [
    {
      key: 'device-check', opened: on(168, 'u-pain-1'), shape: 'request', kind: 'referral', priority: 'routine', what: 'Yearly read-out of the stimulator', to: { person: 'u-rn-1' }, outsideParty: 'The maker’s clinic line', dueDay: 188,
      steps: [
        { ...on(169, 'u-rn-1'), do: 'accept' }, { ...on(174, 'u-rn-1'), do: 'call', result: 'no-answer', nextTryDay: 177 }, { ...on(177, 'u-rn-1'), do: 'call', result: 'no-answer', nextTryDay: 184 },
        { ...on(177, 'u-rn-1', 15), do: 'comment', text: 'After the third try: letter.' },
      ],
    },
  ],
  P11: [
    {
      key: 'needle-days', opened: on(150, 'u-cc-1'), shape: 'request', kind: 'administrative', priority: 'routine', what: 'Move acupuncture away from her massage day', to: { person: 'u-acu-1' }, dueDay: 164,
      steps: [{ ...on(151, 'u-acu-1'), do: 'accept' }, { ...on(155, 'u-cc-1'), do: 'cancel', reason: 'She moved her massage herself' }],
    },
  ],
  // The coordinator's late work.
  P12: [
    {
      key: 'sleep-clinic', opened: on(124, 'u-psy-1', 16), shape: 'request', kind: 'referral', priority: 'routine', what: 'Sleep clinic: is it apnoea?', why: 'Seven hours of sleep, still sleepy by day.', from: { activity: 'sleep-clinic' },
      to: { person: 'u-cc-1' }, outsideParty: 'Sleep clinic, Quillford General', documentsSent: 'Letter and sleep log', dueDay: 138,
      steps: [{ ...on(125, 'u-cc-1'), do: 'accept' }, { ...on(140, 'u-cc-1'), do: 'call', result: 'message-left', text: 'Open for 16 days.', nextTryDay: 147 }, { ...on(168, 'u-psy-1'), do: 'remind' }],
    },
    { key: 'review', opened: on(150, 'u-physiatrist-2'), shape: 'request', kind: 'review', priority: 'soon', what: 'Book the plan review, with an interpreter', to: { person: 'u-cc-1' }, dueDay: 174, steps: [{ ...on(152, 'u-cc-1'), do: 'accept' }] },
    { key: 'family', opened: on(153, 'u-cc-2'), shape: 'request', kind: 'support', priority: 'routine', what: 'Who takes the goal about her family?', why: 'Nobody has owned it since it was written down.', from: { goal: 'sister' }, to: { pool: 'psychotherapist' }, dueDay: 167, steps: [] },
    {
      key: 'weight', opened: on(124, 'u-rd-1', 15), shape: 'task', kind: 'measure', priority: 'routine', what: 'Weigh her, and ask about the week', from: { goal: 'weight' }, to: { person: 'u-rd-1' }, dueDay: 152, everyWeeks: 4, untilDay: 270,
      steps: [{ ...on(152, 'u-rd-1', 15), do: 'complete', outcome: '90.6 kg' }],
    },
  ],
};
