import type { SourceKey } from './sources.ts';
import type { Code } from './vocabulary.ts';

/** A diagnosis, comorbidity or symptom for the problem list. */
export interface Problem {
  readonly id: string;
  readonly name: string;
  readonly codes: readonly Code[];
  readonly codeSources: readonly SourceKey[];
}

const problemRows = [
  {
    id: 'fibromyalgia',
    name: 'Fibromyalgia',
    codes: [{ system: 'icd-10-cm', code: 'M79.7', display: 'Fibromyalgia', verified: true }],
    codeSources: ['ICD'],
  },
  {
    id: 'thoracic-back-pain',
    name: 'Thoracic back pain',
    codes: [
      { system: 'icd-10-cm', code: 'M54.6', display: 'Pain in thoracic spine', verified: true },
      { system: 'snomed-ct-ips', code: '279038004', display: 'Thoracic back pain', verified: true },
    ],
    codeSources: ['ICD', 'SNOMED-IPS'],
  },
  {
    id: 'neck-pain',
    name: 'Neck pain',
    codes: [
      { system: 'icd-10-cm', code: 'M54.2', display: 'Cervicalgia', verified: true },
      { system: 'snomed-ct-ips', code: '81680005', display: 'Neck pain', verified: true },
    ],
    codeSources: ['ICD', 'SNOMED-IPS'],
  },
  {
    id: 'myofascial-pain',
    name: 'Myofascial (muscle) pain, other site',
    codes: [{ system: 'icd-10-cm', code: 'M79.18', display: 'Myalgia, other site', verified: true }],
    codeSources: ['ICD'],
  },
  {
    id: 'chronic-pain',
    name: 'Chronic pain',
    codes: [{ system: 'snomed-ct-ips', code: '82423001', display: 'Chronic pain', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'chronic-pain-syndrome',
    name: 'Chronic pain syndrome',
    codes: [
      { system: 'icd-10-cm', code: 'G89.4', display: 'Chronic pain syndrome', verified: true },
      { system: 'snomed-ct-ips', code: '373621006', display: 'Chronic pain syndrome', verified: true },
    ],
    codeSources: ['ICD', 'SNOMED-IPS'],
  },
  {
    id: 'chronic-fatigue-syndrome',
    name: 'Chronic fatigue syndrome',
    codes: [{ system: 'snomed-ct-ips', code: '52702003', display: 'Chronic fatigue syndrome', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'irritable-bowel-syndrome',
    name: 'Irritable bowel syndrome',
    codes: [{ system: 'snomed-ct-ips', code: '10743008', display: 'Irritable bowel syndrome', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'restless-legs',
    name: 'Restless legs',
    codes: [{ system: 'snomed-ct-ips', code: '32914008', display: 'Restless legs', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'tension-type-headache',
    name: 'Tension-type headache',
    codes: [{ system: 'snomed-ct-ips', code: '398057008', display: 'Tension-type headache', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'migraine',
    name: 'Migraine',
    codes: [{ system: 'snomed-ct-ips', code: '37796009', display: 'Migraine', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'occipital-headache',
    name: 'Occipital headache',
    codes: [{ system: 'snomed-ct-ips', code: '330007', display: 'Occipital headache', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'temporomandibular-disorder',
    name: 'Temporomandibular joint disorder',
    codes: [{ system: 'snomed-ct-ips', code: '41888000', display: 'Temporomandibular joint disorder', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'depressive-disorder',
    name: 'Depressive disorder',
    codes: [{ system: 'snomed-ct-ips', code: '35489007', display: 'Depressive disorder', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'anxiety-disorder',
    name: 'Anxiety disorder',
    codes: [{ system: 'snomed-ct-ips', code: '197480006', display: 'Anxiety disorder', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'ptsd',
    name: 'Post-traumatic stress disorder',
    codes: [{ system: 'snomed-ct-ips', code: '47505003', display: 'Post-traumatic stress disorder', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'suicidal-thoughts',
    name: 'Suicidal thoughts',
    codes: [{ system: 'snomed-ct-ips', code: '6471006', display: 'Suicidal thoughts', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'insomnia',
    name: 'Insomnia',
    codes: [{ system: 'snomed-ct-ips', code: '193462001', display: 'Insomnia', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'obstructive-sleep-apnea',
    name: 'Obstructive sleep apnoea',
    codes: [{ system: 'snomed-ct-ips', code: '78275009', display: 'Obstructive sleep apnoea', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'fatigue',
    name: 'Fatigue',
    codes: [{ system: 'snomed-ct-ips', code: '84229001', display: 'Fatigue', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'memory-impairment',
    name: 'Memory impairment',
    codes: [{ system: 'snomed-ct-ips', code: '386807006', display: 'Memory impairment', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'numbness',
    name: 'Numbness',
    codes: [{ system: 'snomed-ct-ips', code: '44077006', display: 'Numbness', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'paresthesia',
    name: 'Paraesthesia',
    codes: [{ system: 'snomed-ct-ips', code: '91019004', display: 'Paraesthesia', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'headache',
    name: 'Headache',
    codes: [{ system: 'snomed-ct-ips', code: '25064002', display: 'Headache', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'back-muscle-spasm',
    name: 'Spasm of back muscles',
    codes: [{ system: 'snomed-ct-ips', code: '203095000', display: 'Spasm of back muscles', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'disc-prolapse',
    name: 'Intervertebral disc prolapse',
    codes: [{ system: 'snomed-ct-ips', code: '73589001', display: 'Intervertebral disc prolapse', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'thoracic-radiculopathy',
    name: 'Thoracic radiculopathy',
    codes: [{ system: 'snomed-ct-ips', code: '42452002', display: 'Thoracic radiculopathy', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'cervical-radiculopathy',
    name: 'Cervical radiculopathy',
    codes: [{ system: 'snomed-ct-ips', code: '54404000', display: 'Cervical radiculopathy', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'cervical-myelopathy',
    name: 'Cervical myelopathy',
    codes: [{ system: 'snomed-ct-ips', code: '202664003', display: 'Cervical myelopathy', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'osteoarthritis',
    name: 'Osteoarthritis',
    codes: [{ system: 'snomed-ct-ips', code: '396275006', display: 'Osteoarthritis', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'osteoporosis',
    name: 'Osteoporosis',
    codes: [{ system: 'snomed-ct-ips', code: '64859006', display: 'Osteoporosis', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'fracture-thoracic-spine',
    name: 'Fracture of thoracic spine',
    codes: [{ system: 'snomed-ct-ips', code: '125607007', display: 'Fracture of thoracic spine', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'vertebral-compression-fracture',
    name: 'Compression fracture of vertebral column',
    codes: [{ system: 'snomed-ct-ips', code: '42942008', display: 'Compression fracture of vertebral column', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'kyphosis',
    name: 'Kyphosis deformity of spine',
    codes: [{ system: 'snomed-ct-ips', code: '414564002', display: 'Kyphosis deformity of spine', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'scoliosis',
    name: 'Scoliosis deformity of spine',
    codes: [{ system: 'snomed-ct-ips', code: '298382003', display: 'Scoliosis deformity of spine', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'vertebral-osteomyelitis',
    name: 'Osteomyelitis of vertebra',
    codes: [{ system: 'snomed-ct-ips', code: '203241002', display: 'Osteomyelitis of vertebra', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'unexplained-weight-loss',
    name: 'Unexplained weight loss',
    codes: [{ system: 'snomed-ct-ips', code: '422868009', display: 'Unexplained weight loss', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'type-2-diabetes',
    name: 'Type 2 diabetes mellitus',
    codes: [{ system: 'snomed-ct-ips', code: '44054006', display: 'Type 2 diabetes mellitus', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'overweight',
    name: 'Overweight',
    codes: [{ system: 'snomed-ct-ips', code: '238131007', display: 'Overweight', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'obesity',
    name: 'Obesity',
    codes: [{ system: 'snomed-ct-ips', code: '414916001', display: 'Obesity', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  {
    id: 'seizure-disorder',
    name: 'Seizure disorder',
    codes: [{ system: 'snomed-ct-ips', code: '128613002', display: 'Seizure disorder', verified: true }],
    codeSources: ['SNOMED-IPS'],
  },
  // Rules of this catalogue look at these three; no code of theirs was verified, so none is given.
  { id: 'atrial-fibrillation', name: 'Atrial fibrillation', codes: [], codeSources: [] },
  { id: 'joint-hypermobility', name: 'Generalised joint hypermobility', codes: [], codeSources: [] },
  { id: 'prediabetes', name: 'Prediabetes', codes: [], codeSources: [] },
] as const satisfies readonly Problem[];

export type ProblemId = (typeof problemRows)[number]['id'];

/** Fibromyalgia has no SNOMED CT code here: it is outside the free set, so ICD-10-CM carries it. */
export const problems: readonly (Problem & { readonly id: ProblemId })[] = problemRows;

const problemsById = new Map<string, Problem>(problems.map((problem) => [problem.id, problem]));

/** Undefined for an id that is not in the catalogue. */
export const problemById = (id: string): Problem | undefined => problemsById.get(id);
