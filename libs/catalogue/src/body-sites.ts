/** A place on the body that a symptom, an injection or a device can be at. */
export interface BodySite {
  readonly id: string;
  readonly name: string;
  /** `pain-area`: counts for the widespread pain index. `spine`: a level of the spine. `head` and `extremity`: neither. */
  readonly group: 'pain-area' | 'spine' | 'head' | 'extremity';
  /** True when the site exists on the left and on the right. */
  readonly sided: boolean;
}

const bodySiteRows = [
  { id: 'jaw', name: 'Jaw', group: 'pain-area', sided: true },
  { id: 'shoulder-girdle', name: 'Shoulder girdle', group: 'pain-area', sided: true },
  { id: 'upper-arm', name: 'Upper arm', group: 'pain-area', sided: true },
  { id: 'lower-arm', name: 'Lower arm', group: 'pain-area', sided: true },
  { id: 'hip', name: 'Hip and buttock', group: 'pain-area', sided: true },
  { id: 'upper-leg', name: 'Upper leg', group: 'pain-area', sided: true },
  { id: 'lower-leg', name: 'Lower leg', group: 'pain-area', sided: true },
  { id: 'neck', name: 'Neck', group: 'pain-area', sided: false },
  { id: 'upper-back', name: 'Upper back', group: 'pain-area', sided: false },
  { id: 'lower-back', name: 'Lower back', group: 'pain-area', sided: false },
  { id: 'chest', name: 'Chest', group: 'pain-area', sided: false },
  { id: 'abdomen', name: 'Abdomen', group: 'pain-area', sided: false },
  { id: 'cervical-spine', name: 'Cervical spine', group: 'spine', sided: false },
  { id: 'cervicothoracic-junction', name: 'Cervicothoracic junction', group: 'spine', sided: false },
  { id: 'thoracic-spine', name: 'Thoracic spine', group: 'spine', sided: false },
  { id: 'thoracolumbar-junction', name: 'Thoracolumbar junction', group: 'spine', sided: false },
  { id: 'lumbar-spine', name: 'Lumbar spine', group: 'spine', sided: false },
  { id: 'sacroiliac-joint', name: 'Sacroiliac joint', group: 'spine', sided: true },
  { id: 'head', name: 'Head', group: 'head', sided: false },
  { id: 'occiput', name: 'Back of the head', group: 'head', sided: true },
  { id: 'hand', name: 'Hand', group: 'extremity', sided: true },
  { id: 'foot', name: 'Foot', group: 'extremity', sided: true },
] as const satisfies readonly BodySite[];

export type BodySiteId = (typeof bodySiteRows)[number]['id'];

export const bodySites: readonly (BodySite & { readonly id: BodySiteId })[] = bodySiteRows;

/** The five regions of the ACR 2016 criteria. */
export const PAIN_REGIONS = {
  'left-upper': 'Left upper region',
  'right-upper': 'Right upper region',
  'left-lower': 'Left lower region',
  'right-lower': 'Right lower region',
  axial: 'Axial region',
} as const;
export type PainRegion = keyof typeof PAIN_REGIONS;

/** One of the 19 areas of the widespread pain index (ACR 2016). */
export interface PainArea {
  readonly id: string;
  readonly name: string;
  readonly site: BodySiteId;
  readonly side: 'left' | 'right' | null;
  readonly region: PainRegion;
  /** False for jaw, chest and abdomen: they count for the index but not for generalized pain. */
  readonly countsForGeneralizedPain: boolean;
}

const painAreaRows = [
  { id: 'left-jaw', name: 'Left jaw', site: 'jaw', side: 'left', region: 'left-upper', countsForGeneralizedPain: false },
  {
    id: 'left-shoulder-girdle',
    name: 'Left shoulder girdle',
    site: 'shoulder-girdle',
    side: 'left',
    region: 'left-upper',
    countsForGeneralizedPain: true,
  },
  { id: 'left-upper-arm', name: 'Left upper arm', site: 'upper-arm', side: 'left', region: 'left-upper', countsForGeneralizedPain: true },
  { id: 'left-lower-arm', name: 'Left lower arm', site: 'lower-arm', side: 'left', region: 'left-upper', countsForGeneralizedPain: true },
  { id: 'right-jaw', name: 'Right jaw', site: 'jaw', side: 'right', region: 'right-upper', countsForGeneralizedPain: false },
  {
    id: 'right-shoulder-girdle',
    name: 'Right shoulder girdle',
    site: 'shoulder-girdle',
    side: 'right',
    region: 'right-upper',
    countsForGeneralizedPain: true,
  },
  {
    id: 'right-upper-arm',
    name: 'Right upper arm',
    site: 'upper-arm',
    side: 'right',
    region: 'right-upper',
    countsForGeneralizedPain: true,
  },
  {
    id: 'right-lower-arm',
    name: 'Right lower arm',
    site: 'lower-arm',
    side: 'right',
    region: 'right-upper',
    countsForGeneralizedPain: true,
  },
  { id: 'left-hip', name: 'Left hip and buttock', site: 'hip', side: 'left', region: 'left-lower', countsForGeneralizedPain: true },
  { id: 'left-upper-leg', name: 'Left upper leg', site: 'upper-leg', side: 'left', region: 'left-lower', countsForGeneralizedPain: true },
  { id: 'left-lower-leg', name: 'Left lower leg', site: 'lower-leg', side: 'left', region: 'left-lower', countsForGeneralizedPain: true },
  { id: 'right-hip', name: 'Right hip and buttock', site: 'hip', side: 'right', region: 'right-lower', countsForGeneralizedPain: true },
  {
    id: 'right-upper-leg',
    name: 'Right upper leg',
    site: 'upper-leg',
    side: 'right',
    region: 'right-lower',
    countsForGeneralizedPain: true,
  },
  {
    id: 'right-lower-leg',
    name: 'Right lower leg',
    site: 'lower-leg',
    side: 'right',
    region: 'right-lower',
    countsForGeneralizedPain: true,
  },
  { id: 'neck', name: 'Neck', site: 'neck', side: null, region: 'axial', countsForGeneralizedPain: true },
  { id: 'upper-back', name: 'Upper back', site: 'upper-back', side: null, region: 'axial', countsForGeneralizedPain: true },
  { id: 'lower-back', name: 'Lower back', site: 'lower-back', side: null, region: 'axial', countsForGeneralizedPain: true },
  { id: 'chest', name: 'Chest', site: 'chest', side: null, region: 'axial', countsForGeneralizedPain: false },
  { id: 'abdomen', name: 'Abdomen', site: 'abdomen', side: null, region: 'axial', countsForGeneralizedPain: false },
] as const satisfies readonly PainArea[];

export type PainAreaId = (typeof painAreaRows)[number]['id'];

export const painAreas: readonly (PainArea & { readonly id: PainAreaId })[] = painAreaRows;

export const SIDES = ['left', 'right'] as const;
export type Side = (typeof SIDES)[number];

/** A site on its side: what a symptom is at, and one region of the body map. Where it counts for the widespread pain index its id is the pain area's. */
export interface BodyPlace {
  readonly id: string;
  readonly name: string;
  readonly site: BodySiteId;
  readonly side: Side | null;
}

/** The place of a site on a side; null is the side of what has none. */
export const placeId = (site: string, side: Side | null): string => (side === null ? site : `${side}-${site}`);

export const bodyPlaces: readonly BodyPlace[] = bodySites.flatMap(({ id, name, sided }): BodyPlace[] =>
  sided
    ? SIDES.map((side) => ({ id: placeId(id, side), name: `${side === 'left' ? 'Left' : 'Right'} ${name.toLowerCase()}`, site: id, side }))
    : [{ id, name, site: id, side: null }],
);

const bodyPlacesById = new Map(bodyPlaces.map((place) => [place.id, place]));

/** Undefined for an id that is no place of the body. */
export const bodyPlaceById = (id: string): BodyPlace | undefined => bodyPlacesById.get(id);

const bodySitesById = new Map<string, BodySite>(bodySites.map((site) => [site.id, site]));

/** Undefined for an id that is not in the catalogue. */
export const bodySiteById = (id: string): BodySite | undefined => bodySitesById.get(id);
