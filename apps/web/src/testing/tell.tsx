import { plainLine, type Told } from '../shared/changes/tell-changes.ts';
import { useTellChanges } from '../shared/changes/use-tell-changes.ts';
import { renderRoute } from './render-route.tsx';

/** What the pages tell changes with, outside of a page. */
export function teller(): ReturnType<typeof useTellChanges> {
  let tell: ReturnType<typeof useTellChanges> = () => [];
  function Probe() {
    tell = useTellChanges();
    return null;
  }
  renderRoute('/', <Probe />, '/', []);
  return (changes) => tell(changes);
}

export const plain = (told: readonly Told[]): string[] => told.flatMap(({ lines }) => lines.map(plainLine));
