import type { Rule } from './rule.ts';

export const safetyRules: readonly Rule[] = [
  {
    id: 'SAF-01',
    severity: 'hard-stop',
    title: 'PHQ-9 item 9 above zero',
    trigger: 'PHQ-9 saved with item9 > 0',
    message:
      'Patient reports thoughts of death or self-harm ({answer}). A structured risk assessment is needed before the contact ends, ' +
      'or same day if answered remotely.',
    task:
      'psychotherapist AND plan lead: same-day suicide-risk assessment (due today); care-coordinator: confirm contact made; show ' +
      'crisis line text to patient',
    sources: ['ITEM9'],
    status: 'read-in-source',
    note:
      'The form can always be saved; the hard stop applies to closing the encounter / acknowledging the alert without an ' +
      'assessment record. A zero does not exclude risk (PMC8258235).',
  },
  {
    id: 'SAF-02',
    severity: 'warn',
    title: 'Severe or worsening depression score',
    trigger: 'PHQ-9 >= 20 OR rise >= 5 from the last score',
    message: 'Depression score {now} (was {before}). Review mood treatment.',
    task: 'psychotherapist: contact within 3 working days; plan lead: informed',
    sources: ['PHQ-CUT', 'PHQ-MCID', 'JUDGE'],
    status: 'read-elsewhere',
  },
  {
    id: 'SAF-03',
    severity: 'info',
    title: 'Positive brief mood screen',
    trigger: 'PHQ-2 >= 3 OR GAD-2 >= 3, no full scale within 14 days',
    message: 'Screen positive. Offer PHQ-9 / GAD-7.',
    task: 'nurse: send full questionnaire within 7 days',
    sources: ['PHQ2', 'EXPERT-H'],
    status: 'read-in-source',
  },
  {
    id: 'SAF-04',
    severity: 'hard-stop',
    title: 'Red-flag screen missing',
    trigger: 'plan status -> active AND no completed red-flag screen in the last 90 days',
    message: 'No red-flag and visceral-cause screen on file.',
    task: 'physiatrist or first-contact clinician: complete screen before activation',
    sources: ['SEED002', 'REDFLAG', 'JUDGE'],
    status: 'read-in-source',
  },
  {
    id: 'SAF-05',
    severity: 'hard-stop',
    title: 'Positive emergency red flag',
    trigger:
      'screen item = yes in {cord or cauda equina signs, saddle numbness, new bladder or bowel change, progressive limb weakness, ' +
      'major trauma, fever with spine pain, chest pain, breathlessness, tearing pain}',
    message: 'Possible emergency: {items}. Follow the local emergency pathway now.',
    task:
      "plan lead: immediate (due now); all manual, exercise and procedure activities set to 'held pending review' by the clinician " +
      'who confirms',
    sources: ['SEED002', 'REDFLAG'],
    status: 'read-in-source',
  },
  {
    id: 'SAF-06',
    severity: 'warn',
    title: 'Non-emergency red flag',
    trigger:
      'screen item = yes in {cancer history, unexplained weight loss, night or rest pain, age <20 or >55 with new onset, long ' +
      'steroid use, osteoporosis, immunosuppression, HIV or TB, IV drug use, structural deformity, persistent thoracic pain, ' +
      'kidney, gallbladder or pancreas symptoms}',
    message: 'Red flags present: {items}. One flag alone is weak evidence; combine with the examination.',
    task: 'physiatrist: record decision (watch / test / refer) within 7 days',
    sources: ['SEED002', 'REDFLAG'],
    status: 'read-in-source',
  },
  {
    id: 'SAF-07',
    severity: 'warn',
    title: 'New neurological symptom in a note or log',
    trigger: 'coded symptom new: numbness, tingling, weakness, gait change, dropping objects',
    message: 'New neurological symptom. Tingling in hands and feet is common in fibromyalgia and also a compression sign: do not assume.',
    task: 'physiatrist: neuro check within 3 working days; hold thrust manipulation until recorded',
    sources: ['SEED003', 'SEED004', 'REDFLAG', 'JUDGE'],
    status: 'read-in-source',
  },
  {
    id: 'SAF-08',
    severity: 'info',
    title: 'Red-flag screen is old',
    trigger: 'last screen > 180 days AND plan active',
    message: 'Repeat the red-flag screen at the next visit.',
    task: 'care-coordinator: add to next visit',
    sources: ['JUDGE'],
    status: 'not-verified',
  },
  {
    id: 'SAF-09',
    severity: 'warn',
    title: 'Sudden mid-back pain with fracture risk',
    trigger: 'new acute thoracic pain AND (osteoporosis OR age >= 65 OR long steroid use OR fall)',
    message: 'Consider vertebral fracture; no manipulation or loaded flexion until imaging is reviewed.',
    task: 'physiatrist: imaging decision within 2 working days',
    sources: ['SEED001', 'SEED002', 'REDFLAG'],
    status: 'read-in-source',
  },
];
