/** One drawn area. Several may show the same place: an arm is seen from the front and from behind. */
export interface BodyRegion {
  /** `left-hip`, `neck`: the place that it stands for. */
  readonly place: string;
  readonly view: 'front' | 'back';
  /** Corners from the middle of the figure; what is right on the picture is positive. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

type Points = BodyRegion['points'];

/** Seen from the front a person's left is at the right of the picture; from behind it is at the left. */
const both = (view: BodyRegion['view'], site: string, points: Points): BodyRegion[] => {
  const [right, left] = view === 'front' ? ['left', 'right'] : ['right', 'left'];
  return [
    { place: `${right}-${site}`, view, points },
    { place: `${left}-${site}`, view, points: points.map(([x, y]) => [-x, y] as const) },
  ];
};

const limbs = (view: BodyRegion['view']): BodyRegion[] => [
  ...both(view, 'upper-arm', [[49, 103], [60, 112], [67, 160], [53, 164], [49, 122]]),
  ...both(view, 'lower-arm', [[54, 169], [68, 165], [76, 216], [64, 220]]),
  ...both(view, 'hand', [[64, 225], [77, 221], [82, 248], [71, 255], [64, 243]]),
  ...both(view, 'upper-leg', [[3, 255], [39, 246], [37, 312], [11, 314], [4, 284]]),
  ...both(view, 'lower-leg', [[12, 319], [37, 317], [33, 388], [17, 388]]),
  ...both(view, 'foot', [[16, 393], [33, 393], [40, 413], [14, 413]]),
];

/** From head to foot, front first; what lies on top of something else comes after it. */
export const bodyRegions: readonly BodyRegion[] = [
  { place: 'head', view: 'front', points: [[-17, 8], [17, 8], [25, 28], [21, 46], [-21, 46], [-25, 28]] },
  ...both('front', 'jaw', [[1, 50], [20, 50], [16, 63], [8, 70], [1, 70]]),
  { place: 'neck', view: 'front', points: [[-11, 74], [11, 74], [14, 86], [-14, 86]] },
  ...both('front', 'shoulder-girdle', [[18, 88], [32, 90], [45, 99], [45, 121], [34, 115], [18, 106]]),
  { place: 'chest', view: 'front', points: [[-14, 90], [14, 90], [14, 108], [33, 119], [35, 161], [-35, 161], [-33, 119], [-14, 108]] },
  { place: 'abdomen', view: 'front', points: [[-35, 166], [35, 166], [34, 206], [-34, 206]] },
  ...both('front', 'hip', [[3, 211], [35, 211], [39, 241], [3, 250]]),
  ...limbs('front'),
  ...both('back', 'occiput', [[1, 8], [17, 8], [25, 28], [21, 48], [12, 58], [1, 58]]),
  { place: 'neck', view: 'back', points: [[-13, 63], [13, 63], [15, 84], [-15, 84]] },
  ...both('back', 'shoulder-girdle', [[18, 88], [32, 90], [45, 99], [45, 121], [18, 113]]),
  { place: 'upper-back', view: 'back', points: [[-14, 89], [14, 89], [14, 117], [43, 126], [37, 162], [-37, 162], [-43, 126], [-14, 117]] },
  { place: 'lower-back', view: 'back', points: [[-36, 167], [36, 167], [37, 206], [-37, 206]] },
  ...both('back', 'hip', [[3, 232], [17, 228], [18, 211], [38, 211], [40, 241], [3, 250]]),
  { place: 'cervical-spine', view: 'back', points: [[-6, 63], [6, 63], [6, 84], [-6, 84]] },
  { place: 'cervicothoracic-junction', view: 'back', points: [[-7, 88], [7, 88], [7, 105], [-7, 105]] },
  { place: 'thoracic-spine', view: 'back', points: [[-7, 109], [7, 109], [7, 143], [-7, 143]] },
  { place: 'thoracolumbar-junction', view: 'back', points: [[-7, 147], [7, 147], [7, 166], [-7, 166]] },
  { place: 'lumbar-spine', view: 'back', points: [[-7, 170], [7, 170], [7, 205], [-7, 205]] },
  ...both('back', 'sacroiliac-joint', [[2, 210], [14, 210], [13, 226], [2, 228]]),
  ...limbs('back'),
];

/** The middle of each figure in the picture. */
export const FIGURES = { front: 92, back: 284 } as const;
export const PICTURE = { width: 376, height: 424 } as const;

export const cornersOf = ({ view, points }: BodyRegion): string => points.map(([x, y]) => `${FIGURES[view] + x},${y}`).join(' ');

/** Where a number is written: the middle of the corners. */
export const middleOf = ({ view, points }: BodyRegion): { readonly x: number; readonly y: number } => ({
  x: FIGURES[view] + points.reduce((sum, [x]) => sum + x, 0) / points.length,
  y: points.reduce((sum, [, y]) => sum + y, 0) / points.length,
});
