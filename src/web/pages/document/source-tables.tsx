import type { FC } from 'hono/jsx';
import type { Cell, Grid, Paragraph } from '../../../model/grid.js';
import { isGrid, isUnsure } from '../../../model/grid.js';
import { axisNames } from '../../../report/axis-names.js';
import { type CellFate, describeClaim } from '../../../report/claim-titles.js';
import { clipText } from '../../../report/clip-text.js';
import { certaintyNote, gridTitle } from '../../../report/evidence/grid-title.js';
import { layOutCells, type ShownCell } from '../../../report/evidence/lay-out-cells.js';
import { gapsBetween, type Range, shownRanges } from '../../../report/evidence/shown-ranges.js';
import { printable } from '../../../report/text-width.js';
import { type DocumentQuery, documentAddress } from './document-query.js';
import type { ShownDocument } from './read-document-page.js';
import type { BlockPart } from './table-parts.js';

const CELL_TEXT = 2000;
const PARAGRAPH_TEXT = 6000;
const COLUMNS = { few: 60, head: 20, around: 8 };
const NESTED_ROWS = 60;

interface TableProps {
  shown: ShownDocument;
  query: DocumentQuery;
}

/** Tables with their merges and paragraphs between, as they follow each other in the source. */
export const SourceTables: FC<TableProps & { parts: readonly BlockPart[] }> = ({ parts, ...props }) => (
  <div class="source-tables">
    {parts.map((part) => (
      <OneBlock part={part} {...props} />
    ))}
  </div>
);

const OneBlock: FC<TableProps & { part: BlockPart }> = ({ part: { block, rows }, ...props }) => {
  const content = props.shown.source.document.blocks[block];
  if (!content) return null;
  if (!isGrid(content)) return <SourceParagraph paragraph={content} block={block} {...props} />;
  const all = { from: 1, to: content.rows };
  return <SourceGrid grid={content} block={block} rows={rows ?? all} {...props} />;
};

const SourceParagraph: FC<TableProps & { paragraph: Paragraph; block: number }> = ({
  paragraph: { text, heading, furniture },
  block,
  shown,
}) => {
  const isHere = shown.here?.block === block;
  const look = [heading !== undefined && 'heading', furniture && 'soft', isHere && 'here']
    .filter((each) => each !== false)
    .join(' ');
  const content = clipText(printable(text), PARAGRAPH_TEXT);
  return (
    <p class={look || undefined} id={isHere ? 'here' : undefined}>
      {isHere ? <mark>{content}</mark> : content}
    </p>
  );
};

interface GridProps extends TableProps {
  grid: Grid;
  /** Index of the block; null for a nested table, whose cells have no claims of their own. */
  block: number | null;
  rows: Range;
}

const SourceGrid: FC<GridProps> = ({ grid, block, rows, shown, query }) => {
  const names = axisNames(grid);
  const here = block !== null && shown.here?.block === block ? shown.here.cell : null;
  const wanted = here === null ? [] : [grid.cells[here]?.column ?? 1];
  const columns = shownRanges(grid.columns, wanted, COLUMNS);
  const indexes = new Map(grid.cells.map((cell, index) => [cell, index]));
  const shownNames = columns.flatMap(({ from, to }) => names.columns.slice(from - 1, to));
  const claims = block === null ? undefined : shown.claims.get(block);
  return (
    <figure>
      {block !== null && <figcaption>{captionOf(grid, rows)}</figcaption>}
      {gapsBetween(grid.columns, columns).map((gap) => (
        <p class="left-out">
          略去 {names.columns[gap.from - 1]}–{names.columns[gap.to - 1]}，共 {gap.to - gap.from + 1}{' '}
          列，见原文
        </p>
      ))}
      <section class="grid-frame" aria-label={captionOf(grid, rows)} tabindex={0}>
        <table class="grid">
          <thead>
            <tr>
              <td />
              {shownNames.map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {layOutCells(grid, [rows], columns)
              .flat()
              .map(({ row, cells }) => (
                <tr>
                  <th scope="row">{names.rows[row - 1]}</th>
                  {cells.map((laidOut) => {
                    const index = laidOut.cell ? indexes.get(laidOut.cell) : undefined;
                    return (
                      <GridCell
                        laidOut={laidOut}
                        claim={index === undefined ? undefined : claims?.get(index)}
                        link={
                          block === null || index === undefined
                            ? undefined
                            : documentAddress(
                                { ...query, path: '', page: null },
                                { here: { block, cell: index } },
                              )
                        }
                        isHere={here !== null && index === here}
                        shown={shown}
                        query={query}
                      />
                    );
                  })}
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </figure>
  );
};

interface CellProps extends TableProps {
  laidOut: ShownCell;
  claim: CellFate | undefined;
  link: string | undefined;
  isHere: boolean;
}

const GridCell: FC<CellProps> = ({ laidOut, claim, link, isHere, shown, query }) => {
  const { cell, rowSpan, colSpan, continued } = laidOut;
  if (!cell) return <td />;
  const text = clipText(printable(cell.text), CELL_TEXT);
  const unsure = isUnsure(cell) && 'unsure';
  const look = [
    query.showsClaims && claim?.status,
    unsure,
    continued && 'continued',
    isHere && 'operand',
  ].filter((each) => typeof each === 'string');
  return (
    <td
      class={look.length > 0 ? look.join(' ') : undefined}
      id={isHere && !continued ? 'here' : undefined}
      rowspan={rowSpan > 1 ? rowSpan : undefined}
      colspan={colSpan > 1 ? colSpan : undefined}
    >
      {claim && link !== undefined ? (
        <a class="claim" href={link} title={describeClaim(claim)}>
          {text}
        </a>
      ) : (
        text
      )}
      {!continued && <NestedTables cell={cell} shown={shown} query={query} />}
    </td>
  );
};

const NestedTables: FC<TableProps & { cell: Cell }> = ({ cell, ...props }) => (
  <>
    {(cell.nested ?? []).map((grid) => (
      <>
        <SourceGrid
          grid={grid}
          block={null}
          rows={{ from: 1, to: Math.min(grid.rows, NESTED_ROWS) }}
          {...props}
        />
        {grid.rows > NESTED_ROWS && <p class="left-out">格中的表略去 {grid.rows - NESTED_ROWS} 行，见原文</p>}
      </>
    ))}
  </>
);

function captionOf(grid: Grid, { from, to }: Range): string {
  const rows = from === 1 && to === grid.rows ? `${grid.rows} 行` : `第 ${from}–${to} 行，共 ${grid.rows} 行`;
  return `${printable(gridTitle(grid))}，${rows}${certaintyNote(grid)}`;
}
