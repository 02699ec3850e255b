import { codedItems } from './coded-items.js';
import { type IndicatorColumns, indicatorColumns } from './indicator-columns.js';
import { pairCells } from './pair-cells.js';
import { type PrintedCell, printedCells } from './printed-cells.js';
import type { PrintedPage } from './printed-page.js';
import { bodyBelow, standsIn } from './table-body.js';

/**
 * One indicator row as printed: a name and one value of it. An indicator with two horizons (实施期 and 年度) has two values and
 * counts as two rows, as the store keeps them; a self-evaluation's 实际完成值 is no further row. Texts have no spaces.
 */
export interface SeenRow {
  /** The page where the row begins, from 1. */
  page: number;
  name: string;
  target: string;
}

/** A table that may go on over the page break, with its last row, which the break may have cut. */
interface Open {
  columns: IndicatorColumns[];
  last: SeenRow | null;
}

/**
 * The indicator rows of a document, from its pages in order: of tables with a head, which may go on over page breaks without
 * one, and of texts that tell several indicators in one cell. Pictures of tables are not seen, nor are tables whose text is
 * turned on its side.
 */
export async function indicatorRows(
  pages: AsyncIterable<PrintedPage> | Iterable<PrintedPage>,
): Promise<SeenRow[]> {
  const rows: SeenRow[] = [];
  const told: { page: number; cells: PrintedCell[] }[] = [];
  let open: Open | null = null;
  for await (const page of pages) {
    const cells = printedCells(page);
    const heads = indicatorColumns(cells);
    const firstHead = heads[0]?.headTop ?? Number.POSITIVE_INFINITY;
    const continued: SeenRow[] = open ? rowsOfContinued(page.number, cells, open, firstHead) : [];
    const [first, ...others] = continued;
    const last: SeenRow | null = open?.last ?? null;
    if (first && last && isRest(first, last))
      rows.splice(rows.indexOf(last), 1, joined(last, first), ...others);
    else rows.push(...continued);
    if (heads.length) {
      const found = heads.map((head) => rowsBelow(page.number, cells, head, heads));
      rows.push(...found.flat());
      open = { columns: besideLast(heads), last: found.at(-1)?.at(-1) ?? null };
    } else if (continued.length && open) open = { columns: open.columns, last: rows.at(-1) ?? null };
    else open = null;
    told.push({ page: page.number, cells });
  }
  return [...rows, ...codedItems(told)].sort((a, b) => a.page - b.page);
}

function rowsOfContinued(page: number, cells: PrintedCell[], open: Open, below: number): SeenRow[] {
  return open.columns.flatMap((columns) => {
    const body = bodyBelow({ ...columns, headBottom: 0 }, cells, below);
    return pairCells(
      page,
      body.filter((cell) => standsIn(cell, columns)),
      columns,
    );
  });
}

function rowsBelow(
  page: number,
  cells: PrintedCell[],
  head: IndicatorColumns,
  heads: IndicatorColumns[],
): SeenRow[] {
  const next = heads.find(({ headTop }) => headTop > head.headBottom);
  return pairCells(page, bodyBelow(head, cells, next?.headTop ?? Number.POSITIVE_INFINITY), head);
}

/** The lowest head of a page, with those at its height. */
const besideLast = (heads: IndicatorColumns[]): IndicatorColumns[] => {
  const lowest = Math.max(...heads.map(({ headTop }) => headTop));
  return heads.filter(({ headBottom }) => headBottom > lowest);
};

/** The first row of a page is the rest of the last one before when either lacks its name or its value. */
const isRest = (first: SeenRow, last: SeenRow): boolean => !first.name || !first.target || !last.target;

const joined = (row: SeenRow, rest: SeenRow): SeenRow => ({
  page: row.page,
  name: row.name + rest.name,
  target: row.target + rest.target,
});
