import { SOURCE_STATUSES, type SourceStatus } from './vocabulary.ts';

/** Where a fact of the catalogue comes from. */
export interface Source {
  readonly key: string;
  /** How the source is called on a screen. */
  readonly title: string;
  readonly status: SourceStatus;
  /** Enough to find it again, and what was read there. */
  readonly reference: string;
}

const sourceRows = [
  {
    key: 'SEED000',
    title: 'Clinic article: fibromyalgia and upper back pain',
    status: 'read-in-source',
    reference: 'Clinic web article on fibromyalgia and upper back pain',
  },
  {
    key: 'SEED001',
    title: 'Clinic article: treatments for upper back pain',
    status: 'read-in-source',
    reference: 'Clinic web article on treatments for upper back pain',
  },
  {
    key: 'SEED002',
    title: 'Clinic article: specialist care for severe upper back pain',
    status: 'read-in-source',
    reference: 'Clinic web article on specialist management of severe upper back pain',
  },
  {
    key: 'SEED003',
    title: 'Clinic article: options for upper back muscle pain',
    status: 'read-in-source',
    reference: 'Clinic web article on options for upper back muscle pain',
  },
  {
    key: 'SEED004',
    title: 'Clinic article: fibromyalgia overview and interventional options',
    status: 'read-in-source',
    reference: 'Clinic web article: fibromyalgia overview and interventional options',
  },
  {
    key: 'ACR2016',
    title: 'ACR fibromyalgia criteria, 2016 revision',
    status: 'read-in-source',
    reference: 'Wolfe 2016 Semin Arthritis Rheum 46:319-329; criteria table read at jrd.or.kr uid=1486 tbl 4',
  },
  {
    key: 'PSD2015',
    title: 'Polysymptomatic distress categories, Wolfe 2015',
    status: 'read-in-source',
    reference: 'Wolfe 2015 J Rheumatol 42:1494-1501, abstract at research.utwente.nl / jrheum.org',
  },
  {
    key: 'FIQR-SCORE',
    title: 'FIQR scoring guidelines (authors’ site)',
    status: 'read-in-source',
    reference: "FIQR scoring guidelines, myalgia.com/FIQR/Scoring.htm (authors' site)",
  },
  {
    key: 'FIQR-LIC',
    title: 'FIQR article and its licence, Bennett 2009',
    status: 'read-in-source',
    reference:
      "Bennett 2009 Arthritis Res Ther 11:R120, article licence CC BY 2.0 (text seen); authors' site also lists a page 'License to " +
      "use FIQR' that could not be read",
  },
  {
    key: 'FIQ-MCID',
    title: 'Important change on the original FIQ, Bennett 2009',
    status: 'read-in-source',
    reference: 'Bennett 2009 J Rheumatol 36:1304-1311 summary, rheumatologynetwork.com (original FIQ, not FIQR)',
  },
  {
    key: 'FIQR-SEV',
    title: 'FIQR severity bands, Salaffi 2021',
    status: 'read-in-source',
    reference: 'Salaffi 2021 Rheumatology (n=2339), abstract at onmedica.com / physiciansweekly.com',
  },
  {
    key: 'PEG',
    title: 'PEG scale, Krebs 2009',
    status: 'read-in-source',
    reference:
      'Krebs et al., J Gen Intern Med, June 2009, doi 10.1007/s11606-009-0981-1 (publisher page labelled Open Access); scoring at ' +
      'medicalalgorithms.com/peg-pain-screen',
  },
  {
    key: 'PEG-30',
    title: 'PEG: 30 % reduction as a meaningful change',
    status: 'read-in-source',
    reference: 'iatrox.com/calculators/peg-pain (>=30 % reduction); droracle.ai 496462 (MID 1-2 points, 30 %) - secondary pages',
  },
  {
    key: 'CDS4CPM',
    title: 'AHRQ chronic pain decision support (cds4cpm)',
    status: 'read-in-source',
    reference: 'github cqframework/cds4cpm @e73c2d2 (AHRQ chronic pain CDS): CQL code list, VSAC value sets',
  },
  {
    key: 'PHQ-LOINC',
    title: 'LOINC codes for PHQ and GAD',
    status: 'read-in-source',
    reference:
      'cds4cpm CQL (44261-6, 55758-7, 70274-6); an FSH questionnaire (44260-8); chronic-care/mcc-sample-data (55757-9); ' +
      'paciowg/sample-data-fsh (44249-1)',
  },
  {
    key: 'PHQ-LIC',
    title: 'PHQ and GAD terms of use',
    status: 'read-in-source',
    reference:
      "LOINC 69737-5 Questionnaire copyright text: 'No permission required to reproduce, translate, display or distribute'; " +
      'Patient_Health_Questionnaire encyclopedia page: public domain',
  },
  {
    key: 'PHQ-CUT',
    title: 'PHQ-9 severity bands',
    status: 'read-in-source',
    reference: 'mdedge rating-scale guide (5/10/15/20); PHQ/GAD manual located (arietiform mirror), excerpt only',
  },
  {
    key: 'PHQ2',
    title: 'PHQ-2 screening accuracy',
    status: 'read-in-source',
    reference: 'PMC2906530 (PHQ-2 >=2 86/78, >=3 61/92; PHQ-9 >=10 74/91)',
  },
  {
    key: 'PHQ-MCID',
    title: 'Important change on PHQ-9 and GAD-7',
    status: 'read-in-source',
    reference: 'PMC9340848 (about 20 % of baseline) and PMC8485844 (mean 3.7 PHQ-9, 3.3 GAD-7, grows with baseline)',
  },
  {
    key: 'GAD-CUT',
    title: 'GAD-7 severity bands',
    status: 'read-in-source',
    reference: 'GAD-7 bands 0-4/5-9/10-14/15-21 and the cut at 10, seen in published scoring code',
  },
  {
    key: 'ITEM9',
    title: 'PHQ-9 item 9 and suicide risk',
    status: 'read-in-source',
    reference:
      'iatrox.com C-SSRS blog (structured assessment before the consultation ends); psychiatryonline 201200587 (item 9 predicts ' +
      'attempts); PMC8258235 (62.9 % of at-risk inpatients did not endorse item 9)',
  },
  {
    key: 'NRS',
    title: 'Important change on the 0-10 pain scale, Farrar 2001',
    status: 'read-in-source',
    reference: 'Farrar 2001 Pain 94:149-158 abstract; PMC9299931 restates 2-point change = moderate improvement',
  },
  {
    key: 'NRS-LOINC',
    title: 'LOINC code for the 0-10 pain rating',
    status: 'read-in-source',
    reference: 'LOINC 72514-3 in synthetichealth/synthea fibromyalgia.json and two further repositories',
  },
  {
    key: 'PSFS',
    title: 'Patient-specific functional scale: form, MDC and version 2.0',
    status: 'read-in-source',
    reference:
      'PSFS form text (precisionphysio.com.au, documentine.com): score = sum / number, MDC90 2 points on the mean, 3 on one ' +
      "activity, 'reproduced with the permission of the authors' (Stratford 1995 Physiother Can 47:258); Thoomes 2023 pzad113 " +
      'abstract (PSFS 2.0: ICC 0.95, SDC 1.10; MIC truncated)',
  },
  {
    key: 'GAS',
    title: 'Goal attainment scaling, Turner-Stokes 2009',
    status: 'read-elsewhere',
    reference:
      'Turner-Stokes 2009 Clin Rehabil 23:362 abstract + published erratum on formulas; rho = 0.3 default seen in two code ' +
      'implementations',
  },
  {
    key: 'NDI',
    title: 'Neck Disability Index: scoring and MDC',
    status: 'read-in-source',
    reference:
      'support.noterro.com scoring guide (0-50, /45 if one missing, MDC90 5 points); medicaljournals.se 16501977-0060 (driving ' +
      'item often omitted)',
  },
  {
    key: 'NDI-LOINC',
    title: 'LOINC codes and bands for the Neck Disability Index',
    status: 'read-in-source',
    reference: 'CMS ACCESS / PACIO FSH questionnaire: 82226-2 panel, 82237-9 total, % bands 8/28/48/64',
  },
  {
    key: 'PCS',
    title: 'Pain Catastrophizing Scale: MDC and MIC, Monticone 2022',
    status: 'read-in-source',
    reference: 'Monticone 2022 Eur J Phys Rehabil Med (MDC 7.73, MIC 8; cut 30); PMC3407790 (0-52)',
  },
  {
    key: 'PROMIS',
    title: 'PROMIS-29 and its terms of use',
    status: 'read-in-source',
    reference:
      'NINDS CDE PROMIS-29 page (free for clinical practice in English/Spanish; permission for commercial use or integration into ' +
      'proprietary technology); APA form: electronic use needs PHO permission; LOINC 62337-1 in HL7/fhir-us-mcc and ' +
      'chronic-care/mycareplanner copyright text',
  },
  {
    key: 'PROMIS-MID',
    title: 'Important change on PROMIS depression',
    status: 'read-in-source',
    reference: 'PMC7103541: PROMIS depression MID 3-4 T points, cut points 55/60/65/70 (veterans with chronic pain or stroke)',
  },
  {
    key: 'PROMIS-T',
    title: 'PROMIS T-score bands and LOINC codes',
    status: 'read-in-source',
    reference:
      'TeamWereOnFHIR physio LOINC form: 91721-1 physical function v2.0 T, 77865-4 pain interference T; PMC9477708 T>55 sleep; ' +
      'fowh.com bands 55/60/70',
  },
  {
    key: 'ISI',
    title: 'Insomnia Severity Index and its terms of use',
    status: 'read-in-source',
    reference: "eprovide.mapi-trust.org ISI (copyright Morin, distributed by Mapi); thoracic.org 'Use with permission'",
  },
  {
    key: 'STEADI',
    title: 'CDC STEADI norms for the 30-second chair stand',
    status: 'read-elsewhere',
    reference: 'CDC STEADI 30 s chair stand norms read on secondary pages (wis.it.com)',
  },
  {
    key: 'CST-MDC',
    title: 'Measurement error of the 30-second chair stand',
    status: 'read-in-source',
    reference: 'Gill, 30CST in early knee OA: MDC individual about 2.5 stands, practice effect (dro.deakin.edu.au 20597538)',
  },
  {
    key: 'SIXMWT',
    title: 'Important change on the six-minute walk in fibromyalgia, Kaleth 2016',
    status: 'read-in-source',
    reference: 'Kaleth 2016 PMC5831244 (MCID 156-167 m in fibromyalgia; mean change 34.4 m)',
  },
  {
    key: 'SIXMWT-LOINC',
    title: 'LOINC code for the six-minute walk',
    status: 'read-in-source',
    reference: "LOINC 64098-7 found in five independent repositories (one profile text: 'Walking distance 6 minutes')",
  },
  {
    key: 'CROM',
    title: 'Measurement error of neck range of motion',
    status: 'read-in-source',
    reference: 'JOSPT 2008;38:640-645 abstract: MDC 5.4 to 9.6 degrees; apicareonline 1957: 3.5 to 6.8 degrees',
  },
  {
    key: 'EVS',
    title: 'Exercise vital sign codes (HL7 Physical Activity guide)',
    status: 'read-in-source',
    reference:
      'HL7/physical-activity IG: 89555-7 d/wk, 68516-4 min/d, 82290-8 min/wk, 82291-6 strength d/wk, 73985-4, 55411-3, 41950-7, ' +
      '40443-4',
  },
  {
    key: 'VITALS',
    title: 'LOINC codes for vital signs (US Core, IPS)',
    status: 'read-in-source',
    reference: 'HL7/US-Core, HL7/fhir-ips: 29463-7 body weight, 39156-5 BMI, 85354-9 BP panel, 8867-4 heart rate',
  },
  {
    key: 'ASRA2018',
    title: 'ASRA 2018 guideline on antithrombotics and pain procedures',
    status: 'read-elsewhere',
    reference:
      'Narouze 2018 Reg Anesth Pain Med 43:225-262 (guideline page located); stop intervals and bleeding-class table read in ' +
      'secondary summary tables (medilib.ir 108918, 144053); risk re-classification at asra.com 2019-08-27',
  },
  {
    key: 'ESI-LCD',
    title: 'Medicare coverage rule for epidural steroid injections (LCD L33906)',
    status: 'read-in-source',
    reference:
      'Medicare LCD L33906 summary (verity.backworkai.com): max 4 sessions per spinal region per rolling 12 months, >=4 weeks of ' +
      'pain, image guidance, >=50 % sustained benefit for repeat. One insurer allows 6 (MP-303)',
  },
  {
    key: 'ESI-GLU',
    title: 'Glucose and cortisol after epidural steroids',
    status: 'read-in-source',
    reference:
      'Even 2012 Spine 37:E46 (mean +126 mg/dL, back within 2 days); Spine Intervention Society FactFinder (2 days to 2 weeks); ' +
      'PubMed 24508924 (cortisol low, 21 days not recovered in diabetics after epidural)',
  },
  {
    key: 'FDA-ESI',
    title: 'FDA 2014 warning on epidural corticosteroids',
    status: 'read-elsewhere',
    reference: 'FDA 2014 epidural corticosteroid warning, quoted at synergyspinecenter.com',
  },
  {
    key: 'POSTINJ',
    title: 'Clinic discharge sheets after injections',
    status: 'read-in-source',
    reference:
      'clinic discharge sheets: upstatepainclinic.com (rest today, avoid strenuous a few days), bluemountainhospital.org ' +
      '(low-intensity rehab at 48 h, no vigorous exercise 1 week), biologyinsights (no immersion 24 h) - local practice varies',
  },
  {
    key: 'KETAMINE',
    title: 'Ketamine infusion consensus guideline 2018 (ASRA, AAPM, ASA)',
    status: 'read-in-source',
    reference:
      'ASRA/AAPM/ASA 2018 consensus (Cohen) via asra.com and a Medscape summary: weak or no evidence in fibromyalgia; CV disease, ' +
      'psychosis, hepatic, ICP/IOP, substance use',
  },
  {
    key: 'LIDOCAINE',
    title: 'Intravenous lidocaine: hospital protocol and review in fibromyalgia',
    status: 'read-in-source',
    reference:
      'RCH Melbourne IV lignocaine protocol (contraindications, monitoring); World J Psychiatry 2022;12:615 systematic review in ' +
      'fibromyalgia (10 studies, n=461, short term)',
  },
  {
    key: 'SGB',
    title: 'Stellate ganglion block: contraindications and trials',
    status: 'read-in-source',
    reference:
      'aneskey.com SGB chapters (contraindications; recurrent laryngeal and phrenic block common); PubMed 3380557 (1988 RCT); ' +
      'NCT07343128 (2025 RCT, results pending)',
  },
  {
    key: 'TMS',
    title: 'TMS safety checklist (after IFCN 2021)',
    status: 'read-in-source',
    reference:
      'VERIFY TMS safety checklist (Univ. Auckland, from IFCN 2021: pacemaker, cochlear implant, DBS ...); depression.wustl.edu ' +
      '(metal in head, seizure history, pregnancy); Rossi 2021 Clin Neurophysiol 132:269 located',
  },
  {
    key: 'RTMS-FM',
    title: 'rTMS in fibromyalgia: meta-analyses',
    status: 'read-in-source',
    reference:
      'Su 2021 J Clin Med (18 RCTs, FIQ SMD -0.70); Psychosom Med 2022;84:400 (pain SMD -0.35); IJRR meta-analysis: effect below ' +
      'MCID',
  },
  {
    key: 'SCS',
    title: 'Spinal cord stimulation: practice parameters and device manual',
    status: 'read-in-source',
    reference:
      'neuromodfound.org practice parameters (diathermy any site contraindicated; MRI; ultrasound over device); Boston Scientific ' +
      'manual; bostonscientific.com procedures page',
  },
  {
    key: 'SCS-TRIAL',
    title: 'FDA letter 2020 on trial stimulation',
    status: 'read-in-source',
    reference:
      "FDA letter 3 Sep 2020 'Conduct a Trial Stimulation Period' (copied at saludequitativa.blogspot.com); ASRA 2023 " +
      'patient-selection consensus located (rapm.bmj.com)',
  },
  {
    key: 'TENS',
    title: 'TENS contraindications',
    status: 'read-in-source',
    reference: 'neurorehab.wiki TENS contraindications; megawise.com quoting UK Chartered Society of Physiotherapy',
  },
  {
    key: 'WHO-CHIRO',
    title: 'WHO 2005 guideline on safety in chiropractic',
    status: 'read-in-source',
    reference:
      'WHO 2005 guidelines on basic training and safety in chiropractic (scribd 372188027, wikichiro.org); list read in ' +
      'translation at buscaquiropraxia.com.br',
  },
  {
    key: 'NEEDLE',
    title: 'Pneumothorax after needling: case series and guidance',
    status: 'read-in-source',
    reference:
      'West J Emerg Med case series (lung at 10-20 mm; low BMI); McCutcheon 2011 Phys Ther Rev; acts.co.za dry-needling board ' +
      'notice (avoid both sides)',
  },
  {
    key: 'TIZ',
    title: 'Tizanidine label',
    status: 'read-in-source',
    reference:
      'tizanidine label text (getleadinsights.com; medlibrary.org tizanidine-38): fluvoxamine and ciprofloxacin contraindicated; ' +
      'hypotension; liver',
  },
  {
    key: 'CYCLO',
    title: 'Cyclobenzaprine label and FDA labelling change 2013',
    status: 'read-in-source',
    reference: 'FDA MedWatch Apr 2013 labelling change (serotonin syndrome list); empr.com cyclobenzaprine (2-3 weeks, contraindications)',
  },
  {
    key: 'TONMYA',
    title: 'Sublingual cyclobenzaprine (Tonmya): approval 2025',
    status: 'read-in-source',
    reference: 'drugs.com/history/tonmya.html: cyclobenzaprine SL 2.8 mg approved 15 Aug 2025 for fibromyalgia in adults',
  },
  {
    key: 'DULOX',
    title: 'Duloxetine label',
    status: 'read-in-source',
    reference:
      'Cymbalta label highlights (wixlib 5a29a): FM 30 -> 60 mg, max 60; bleeding caution (120ty.net label text); interaction list ' +
      '(buzzrx); liver (canadiannetmall note of label change)',
  },
  {
    key: 'MILNA',
    title: 'Milnacipran interactions and warnings',
    status: 'read-elsewhere',
    reference:
      'milnacipran secondary pages (tradingchem, buzzrx): MAOI 14 d / 5 d, not with duloxetine or venlafaxine, suicidality ' +
      'monitoring',
  },
  {
    key: 'PREGAB',
    title: 'Pregabalin label: fibromyalgia dosing and taper',
    status: 'read-in-source',
    reference:
      'pregabalin FM dosing quoted from FDA label (droracle.ai 497125): 75 mg bid -> 300-450 mg/d, max 450; taper >= 1 week (MIMS)',
  },
  {
    key: 'FDA-BENZO',
    title: 'FDA 2016 alert on opioids with benzodiazepines',
    status: 'read-in-source',
    reference:
      'FDA regulatory alert 31 Aug 2016 on opioids with benzodiazepines or other CNS depressants, quoted at jesse.tg/ngc-archive ' +
      '9842',
  },
  {
    key: 'FDA-GABA',
    title: 'FDA 2019 safety communication on gabapentinoids',
    status: 'read-in-source',
    reference: 'FDA Drug Safety Communication 19 Dec 2019 (fda.gov)',
  },
  {
    key: 'CDC2022',
    title: 'CDC 2022 opioid prescribing guideline',
    status: 'read-in-source',
    reference:
      'CDC 2022 recommendations 7 and 11, text in cqframework/opioid-cds-r4 recommendation-07.xml and -11.xml; rec 1 at ' +
      'guidelinecentral.com',
  },
  {
    key: 'EULAR2017',
    title: 'EULAR 2017 recommendations for fibromyalgia',
    status: 'read-in-source',
    reference: 'EULAR 2017 recommendation table (ard.bmj.com highwire 227739)',
  },
  {
    key: 'COCHRANE-AER',
    title: 'Cochrane 2017 review of aerobic exercise in fibromyalgia',
    status: 'read-elsewhere',
    reference: 'Bidonde 2017 CD012700, PMC6481524 (objectives read; effect sizes truncated)',
  },
  {
    key: 'MBSR',
    title: 'MBSR and CBT for chronic low back pain, Cherkin 2016',
    status: 'read-in-source',
    reference: 'Cherkin 2016 JAMA 315:1240, PubMed 27002445 (low back pain, 8 weekly 2 h groups; MBSR and CBT not different)',
  },
  {
    key: 'FDA-STEM',
    title: 'FDA 2021 notice on regenerative medicine',
    status: 'read-in-source',
    reference:
      'FDA 3 Jun 2021 regenerative medicine notice (fda.gov; list of non-approved uses incl. orthopaedic, chronic pain, fatigue ' +
      'quoted at oreoclick mirror)',
  },
  {
    key: 'VERTEBRO',
    title: 'Cochrane 2018 review of vertebroplasty',
    status: 'read-elsewhere',
    reference:
      'Cochrane 2018 CD006349.pub4 (2015 review did not support routine use; 5 sham trials); Sanli 2020 (no difference vs placebo)',
  },
  {
    key: 'REDFLAG',
    title: 'Red flags in back pain: teaching and clinic pages',
    status: 'read-in-source',
    reference:
      'RCEM learning red flags; bristolspineclinic.co.uk; sheffieldachesandpains.com; chiromt table 1. One page notes NICE: a ' +
      'single red flag is weak evidence',
  },
  {
    key: 'EXRX',
    title: 'Starting exercise low and slow: clinic pages',
    status: 'read-in-source',
    reference:
      "treatcfsfm.org ('start low and go slow'); gentlepilates.com (5-10 min, >=3 per week start); drsuvratarya.com (30 min x3/wk, " +
      'gradual) - secondary pages',
  },
  {
    key: 'SNOMED-IPS',
    title: 'SNOMED CT IPS Free Set',
    status: 'read-in-source',
    reference: 'SNOMED CT IPS Free Set (CC BY 4.0, SNOMED 2022-07-31) in HL7/fhir-ips history, commits 41109482^ and a94cc625^',
  },
  {
    key: 'SNOMED-VSAC',
    title: 'SNOMED code for fibromyalgia outside the free set',
    status: 'read-in-source',
    reference: 'A VSAC value set (2.16.840.1.113762.1.4.1021.95, cds4cpm) has one; it is NOT in the IPS free set and is not carried here',
  },
  {
    key: 'ICD',
    title: 'ICD-10-CM pain codes',
    status: 'read-in-source',
    reference: 'ICD-10-CM M79.7, M54.6, M54.2, M79.18, G89.4 in the same cds4cpm value set (US public domain)',
  },
  {
    key: 'RX-CPIC',
    title: 'RxNorm ingredient ids (CPIC)',
    status: 'read-in-source',
    reference: 'RxNorm ingredient ids in cpicpgx/cpic-schema drug.sql',
  },
  {
    key: 'RX-VSAC',
    title: 'RxNorm clinical drug ids (chronic pain decision support)',
    status: 'read-in-source',
    reference: 'RxNorm clinical-drug ids in cds4cpm value set 2.16.840.1.113762.1.4.1021.73',
  },
  {
    key: 'RX-CORR',
    title: 'RxNorm ids seen second-hand',
    status: 'read-elsewhere',
    reference:
      'RxNorm ingredient ids seen in several independent repositories, not in an NLM file; other repositories carry wrong ids, so ' +
      'check against RxNav before use',
  },
  {
    key: 'FHIR-GOAL',
    title: 'HL7 FHIR goal achievement codes',
    status: 'read-in-source',
    reference: 'hl7.org/fhir/R4/valueset-goal-achievement.html',
  },
  {
    key: 'LIFELINE988',
    title: '988 Suicide & Crisis Lifeline (United States)',
    status: 'read-elsewhere',
    reference: '988lifeline.org, read at health.wyo.gov (988 by call or text at all hours; 911 in immediate danger) and hcfl.gov',
  },
  {
    key: 'EXPERT-H',
    title: 'expert knowledge, high confidence, not looked up',
    status: 'not-verified',
    reference: 'known to the field, high confidence; no text was looked up',
  },
  {
    key: 'EXPERT-M',
    title: 'expert knowledge, medium confidence, not looked up',
    status: 'not-verified',
    reference: 'known to the field, medium confidence; no text was looked up',
  },
  {
    key: 'JUDGE',
    title: 'clinic default, not a published threshold',
    status: 'not-verified',
    reference: 'clinical judgement: a configurable default, not a published threshold',
  },
] as const satisfies readonly Source[];

export type SourceKey = (typeof sourceRows)[number]['key'];

export const sources: readonly (Source & { readonly key: SourceKey })[] = sourceRows;

const sourcesByKey = new Map<string, Source>(sources.map((source) => [source.key, source]));

/** Undefined for a key that is not in the catalogue. */
export const sourceByKey = (key: string): Source | undefined => sourcesByKey.get(key);

/** What to print instead of the key; undefined for a key that is not in the catalogue. */
export const sourceTitle = (key: string): string | undefined => sourcesByKey.get(key)?.title;

/** How far the source was followed back, in words; undefined for a key that is not in the catalogue. */
export function sourceStatusText(key: string): string | undefined {
  const source = sourcesByKey.get(key);
  return source && SOURCE_STATUSES[source.status];
}
