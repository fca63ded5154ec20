import type { Rule } from './rule.ts';

export const manualTherapyRules: readonly Rule[] = [
  {
    id: 'MAN-01',
    severity: 'hard-stop',
    title: 'Thrust manipulation - absolute contraindication',
    trigger:
      'manual manipulation planned AND (fracture, dislocation, spinal tumour or cancer, infection, cord compression or myelopathy, ' +
      'cauda equina, haematoma, instability or odontoid anomaly, progressive neurological deficit with disc herniation, internal ' +
      'fixation in the region, congenital generalised hypermobility, syringomyelia, positive Lhermitte or Kernig sign)',
    message: 'WHO absolute contraindication in the region: {item}.',
    task: 'chiropractor and physiatrist: now',
    sources: ['WHO-CHIRO'],
    status: 'read-in-source',
  },
  {
    id: 'MAN-02',
    severity: 'warn',
    title: 'Thrust manipulation - relative contraindication',
    trigger:
      'manual manipulation planned AND (osteoporosis or severe bone loss, bleeding disorder or anticoagulant, hypermobility, ' +
      'benign bone tumour, radiculopathy with progressive signs)',
    message: 'WHO relative contraindication: {item}. Consider low-force technique.',
    task: 'chiropractor: technique note before treatment',
    drugClasses: ['antithrombotic'],
    sources: ['WHO-CHIRO'],
    status: 'read-in-source',
  },
  {
    id: 'MAN-03',
    severity: 'hard-stop',
    title: 'Neck manipulation with vascular warning signs',
    trigger:
      'cervical thrust planned AND (new severe neck pain or headache, dizziness, double vision, slurred speech, swallowing ' +
      'trouble, drop attack, facial numbness)',
    message: 'Possible arterial problem: do not manipulate; urgent medical review.',
    task: 'physiatrist: same day',
    sources: ['EXPERT-H'],
    status: 'not-verified',
  },
  {
    id: 'MAN-04',
    severity: 'warn',
    title: 'Needling over the chest wall',
    trigger: 'acupuncture, dry needling or trigger point injection in upper trapezius, rhomboid, thoracic paraspinal',
    message: 'Lung can be 10-20 mm deep in slim people. One side per session; tell the patient about breathlessness or chest pain.',
    task: 'acupuncturist or proceduralist: side and depth note; nurse line number to patient',
    sources: ['NEEDLE'],
    status: 'read-in-source',
  },
  {
    id: 'MAN-05',
    severity: 'warn',
    title: 'Needling or deep massage with bleeding risk',
    trigger: 'acupuncture, dry needling or deep massage AND (antithrombotic OR bleeding disorder)',
    message: 'Superficial technique and pressure after needle removal; no deep strokes.',
    task: 'therapist: acknowledge',
    drugClasses: ['antithrombotic'],
    sources: ['NEEDLE', 'EXPERT-H'],
    status: 'read-elsewhere',
  },
  {
    id: 'MAN-06',
    severity: 'warn',
    title: 'Hands-on care too soon after a procedure',
    trigger:
      'manipulation, massage, needling or heat at the same body region < 72 h after injection (clinic default); < 12 weeks after ' +
      'spine surgery',
    message: 'Wait or clear with the proceduralist.',
    task: 'coordinator: move appointment',
    sources: ['POSTINJ', 'JUDGE'],
    status: 'read-elsewhere',
  },
  {
    id: 'MAN-07',
    severity: 'info',
    title: 'Overlapping hands-on care',
    trigger: '>= 2 manual or needling sessions on the same region within 48 h by different disciplines',
    message: 'Two teams treat the same area: response cannot be told apart and flare risk rises.',
    task: 'coordinator: spread sessions',
    sources: ['JUDGE'],
    status: 'not-verified',
  },
];
