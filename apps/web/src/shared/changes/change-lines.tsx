import { VisuallyHidden } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { ChangePartsFragment } from '../../gql/index.ts';
import { useText, useWord } from '../text.ts';
import classes from './change-lines.module.css';
import type { Piece } from './difference.ts';
import type { Line, Told } from './tell-changes.ts';
import { useTellChanges } from './use-tell-changes.ts';

interface ChangeLinesProps {
  readonly changes: readonly ChangePartsFragment[];
  /** Left out where the thing itself stands above. */
  readonly isNamed?: boolean;
  /** After the name of the one thing that changed: that it was added, or removed. */
  readonly mark?: ReactNode;
}

/** Changes in sentences, thing by thing. The one way in which a change is told. */
export function ChangeLines({ changes, isNamed = true, mark }: ChangeLinesProps) {
  const text = useText();
  const tell = useTellChanges();
  const things = tell(changes);
  if (things.length === 0) return <p className={classes.quiet}>{text('change.hidden')}</p>;
  return things.map((thing) => <Thing key={`${thing.entity} ${thing.entityId}`} thing={thing} isNamed={isNamed} mark={mark} />);
}

function Thing({ thing: { entity, name, lines, details }, isNamed, mark }: { thing: Told; isNamed: boolean; mark: ReactNode }) {
  const text = useText();
  const word = useWord();
  return (
    <div className={classes.thing}>
      {isNamed && <p className={classes.name}><span className={classes.quiet}>{word(`entity.${entity}`, entity)}</span> {name && <strong>{name}</strong>}{mark && <> {mark}</>}</p>}
      <Lines lines={lines} />
      {details.length > 0 && (
        <details className={classes.more}>
          <summary>{text('change.more', { count: details.length })}</summary>
          <Lines lines={details} />
        </details>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return <ul className={classes.lines}>{lines.map((line) => <li key={line.fields.join()}><Words line={line} /></li>)}</ul>;
}

function Words({ line: { pieces, isProse = false } }: { line: Line }) {
  return pieces.map((piece, at) => (
    <Fragment key={at}>
      {!isProse && piece.was === 'after' && pieces[at - 1]?.was === 'before' && <span aria-hidden="true"> → </span>}
      {isProse && piece.was === 'after' && pieces[at - 1]?.was === 'before' && ' '}
      <Marked piece={piece} />{!isProse && pieces[at + 1] && !(piece.was === 'before' && pieces[at + 1]?.was === 'after') && ' '}
      {isProse && at === 0 && ' '}
    </Fragment>
  ));
}

/** Screen readers read no line through a word. */
function Marked({ piece: { text: words, was } }: { piece: Piece }) {
  const text = useText();
  if (!was) return words;
  const Tag = was === 'before' ? 'del' : 'ins';
  return <Tag className={classes[was]}><VisuallyHidden>{text(`change.${was}`)} </VisuallyHidden>{words}</Tag>;
}
