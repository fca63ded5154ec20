import type { Block, Item, Sheet } from '../../model/copy/sheet.ts';
import classes from './copy.module.css';

/** The very sheet: on the screen as paper, in print alone on the page. Its name, birth date and MRN stand at the top of every printed page. */
export function SheetPaper({ label, sheet }: { label: string; sheet: Sheet }) {
  return (
    <section className={classes.paper} aria-label={label} data-sheet={sheet.type}>
      {/* A table's head and foot are what browsers repeat on every printed page; it holds no data. */}
      <table role="presentation">
        <thead className={classes.paperHead}><tr><td><p>{sheet.head}</p></td></tr></thead>
        <tbody className={classes.paperBody}>
          {sheet.groups.map((group, place) => (
            <tr key={place} className={classes.group}><td>{group.map((block, at) => <Drawn key={at} block={block} />)}</td></tr>
          ))}
        </tbody>
        <tfoot className={classes.paperFoot}><tr><td><p>{sheet.foot}</p></td></tr></tfoot>
      </table>
    </section>
  );
}

/** One level deeper than on the paper: the page around it has the patient as its first heading. */
const HEADINGS = { 1: 'h2', 2: 'h3', 3: 'h4' } as const;

function Drawn({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = HEADINGS[block.level];
      return <Heading>{block.words}</Heading>;
    }
    case 'paragraph':
      return <p data-look={block.look}>{block.words}</p>;
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}><Entry item={item} /></li>);
      return block.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

const Entry = ({ item: { lead, lines } }: { item: Item }) => (
  <>
    {lead && <strong>{lead}</strong>}
    {lines.map((line, at) => <div key={at}>{line}</div>)}
  </>
);
