import { useId, useState, type KeyboardEvent } from 'react';
import classes from './body-map.module.css';
import { bodyRegions, cornersOf, FIGURES, middleOf, PICTURE, type BodyRegion } from './body-map-regions.ts';

export interface BodyMapPlace {
  readonly id: string;
  readonly name: string;
}

/** What is at a place: how bad, 0 to 10, or null when that is not known; and the same in words. */
export interface BodyMapMark {
  readonly severity: number | null;
  readonly words: string;
}

interface BodyMapProps {
  readonly label: string;
  readonly front: string;
  readonly back: string;
  /** Over the same places as a plain list. */
  readonly listLabel: string;
  readonly places: readonly BodyMapPlace[];
  readonly marks?: ReadonlyMap<string, BodyMapMark>;
  readonly selected: readonly string[];
  readonly onToggle: (place: string) => void;
}

/** Severity by hatching as well as by its number: colour alone would not be seen by everybody. */
const bandOf = ({ severity }: BodyMapMark): string => (severity === null ? 'unknown' : severity === 0 ? 'none' : severity <= 3 ? 'mild' : severity <= 6 ? 'moderate' : 'severe');
const HATCHES = [['mild', 9], ['moderate', 6], ['severe', 3.5]] as const;

/** The keyboard and screen readers meet each place once, on the first figure that shows it. */
const firsts = bodyRegions.filter((region, i) => bodyRegions.findIndex(({ place }) => place === region.place) === i);
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A figure from the front and from behind, each place a toggle; below it the same places as a list. One stop of the Tab key, arrows within. */
export function BodyMap({ label, front, back, listLabel, places, marks = new Map(), selected, onToggle }: BodyMapProps) {
  const id = useId();
  const [at, setAt] = useState(firsts[0]!.place);
  const [isListed, setIsListed] = useState(false);
  const names = new Map(places.map((place) => [place.id, place.name]));
  const sayOf = (place: string) => [names.get(place) ?? place, marks.get(place)?.words].filter(Boolean).join(': ');

  function onKeyDown(event: KeyboardEvent<SVGSVGElement>) {
    if (event.key === ' ' || event.key === 'Enter') onToggle(at);
    else if (event.key in STEPS) {
      const next = firsts[(firsts.findIndex(({ place }) => place === at) + STEPS[event.key]! + firsts.length) % firsts.length]!;
      setAt(next.place);
      event.currentTarget.querySelector<SVGElement>(`[data-place="${next.place}"][tabindex]`)?.focus();
    } else return;
    event.preventDefault();
  }

  function region(area: BodyRegion, i: number) {
    const { place } = area;
    const mark = marks.get(place);
    const isSelected = selected.includes(place);
    const spoken = firsts.includes(area)
      ? { role: 'checkbox', 'aria-checked': isSelected, 'aria-label': sayOf(place), tabIndex: place === at ? 0 : -1, onFocus: () => setAt(place) }
      : { 'aria-hidden': true as const };
    return (
      <g key={i} className={classes.region} data-place={place} data-band={mark && bandOf(mark)} data-selected={isSelected || undefined} onClick={() => onToggle(place)} {...spoken}>
        <title>{sayOf(place)}</title>
        <polygon className={classes.ground} points={cornersOf(area)} />
        {mark && <polygon className={classes.hatch} points={cornersOf(area)} fill={`url(#${id}${bandOf(mark)})`} />}
      </g>
    );
  }

  /** On top of everything: the spine lies over the back. */
  function number(area: BodyRegion, i: number) {
    const mark = marks.get(area.place);
    return mark && <text key={i} className={classes.number} {...middleOf(area)} aria-hidden="true">{mark.severity ?? '?'}</text>;
  }

  return (
    <div className={classes.map}>
      <svg className={classes.picture} viewBox={`0 0 ${PICTURE.width} ${PICTURE.height + 18}`} role="group" aria-label={label} onKeyDown={onKeyDown}>
        <defs>
          {HATCHES.map(([band, gap]) => (
            <pattern key={band} id={`${id}${band}`} width={gap} height={gap} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line className={classes.stroke} y2={gap} />
            </pattern>
          ))}
        </defs>
        {bodyRegions.map(region)}
        {bodyRegions.map(number)}
        <text className={classes.view} x={FIGURES.front} y={PICTURE.height + 12} aria-hidden="true">{front}</text>
        <text className={classes.view} x={FIGURES.back} y={PICTURE.height + 12} aria-hidden="true">{back}</text>
      </svg>
      <details className={classes.list} onToggle={(event) => setIsListed(event.currentTarget.open)}>
        <summary>{listLabel}</summary>
        {isListed && (
          <ul>
            {places.map((place) => (
              <li key={place.id}>
                <label><input type="checkbox" checked={selected.includes(place.id)} onChange={() => onToggle(place.id)} /> {sayOf(place.id)}</label>
              </li>
            ))}
          </ul>
        )}
      </details>
    </div>
  );
}
