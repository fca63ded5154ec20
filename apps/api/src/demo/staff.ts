import type { StaffStory } from './story.types.ts';

/** Everyone at Lindenhall Pain Clinic. */
export const STAFF: readonly StaffStory[] = [
  { key: 'u-physiatrist-1', name: 'Dr. Ingrid Vasquez-Thorne', discipline: 'physiatrist', roles: [], email: 'ingrid.vasquez-thorne@lindenhall.example' },
  { key: 'u-physiatrist-2', name: 'Dr. Kwabena Mistry', discipline: 'physiatrist', roles: [], email: 'kwabena.mistry@lindenhall.example' },
  { key: 'u-pt-1', name: 'Lucia Ferrante, PT', discipline: 'physical-therapist', roles: [], email: 'lucia.ferrante@lindenhall.example' },
  { key: 'u-pt-2', name: 'Hamid Solberg, PT', discipline: 'physical-therapist', roles: [], email: 'hamid.solberg@lindenhall.example' },
  { key: 'u-psy-1', name: 'Dr. Noor Bellweather', discipline: 'psychotherapist', roles: [], email: 'noor.bellweather@lindenhall.example' },
  { key: 'u-pain-1', name: 'Dr. Caleb Oyelaran', discipline: 'pain-specialist', roles: [], email: 'caleb.oyelaran@lindenhall.example' },
  { key: 'u-rheum-1', name: 'Dr. Sunniva Petrakis', discipline: 'rheumatologist', roles: [], email: 'sunniva.petrakis@lindenhall.example' },
  { key: 'u-ot-1', name: 'Delphine Aguilar, OT', discipline: 'occupational-therapist', roles: [], email: 'delphine.aguilar@lindenhall.example' },
  { key: 'u-chiro-1', name: 'Dr. Rufus Lindgren, DC', discipline: 'chiropractor', roles: [], email: 'rufus.lindgren@lindenhall.example' },
  { key: 'u-acu-1', name: 'Yara Quinlan, LAc', discipline: 'acupuncturist', roles: [], email: 'yara.quinlan@lindenhall.example' },
  { key: 'u-mt-1', name: 'Osei Marchetti, LMT', discipline: 'massage-therapist', roles: [], email: 'osei.marchetti@lindenhall.example' },
  { key: 'u-rd-1', name: 'Tamsin Abara, RD', discipline: 'dietitian', roles: [], email: 'tamsin.abara@lindenhall.example' },
  { key: 'u-rn-1', name: 'Bridget Salazar, RN', discipline: 'nurse', roles: [], email: 'bridget.salazar@lindenhall.example' },
  { key: 'u-cc-1', name: 'Jonas Whitfeather', discipline: 'care-coordinator', roles: ['coordinator'], email: 'jonas.whitfeather@lindenhall.example' },
  { key: 'u-cc-2', name: 'Marguerite Olufsen', discipline: 'care-coordinator', roles: ['coordinator'], email: 'marguerite.olufsen@lindenhall.example' },
  { key: 'u-surg-1', name: 'Dr. Anneliese Okonjo', discipline: 'surgeon', roles: [], email: 'anneliese.okonjo@lindenhall.example' },
  { key: 'u-peer-1', name: 'Philippa Nandakumar', discipline: 'peer-mentor', roles: [], email: 'philippa.nandakumar@lindenhall.example' },
  { key: 'u-admin-1', name: 'Pernille Achterberg', discipline: null, roles: ['administrator'], email: 'pernille.achterberg@lindenhall.example' },
  { key: 'u-privacy-1', name: 'Desmond Kurosawa-Lyle', discipline: null, roles: ['privacy-officer'], email: 'desmond.kurosawa-lyle@lindenhall.example' },
];
