import { boxPart, shownChildren, ungrouped } from './box-parts.js';
import type { LayoutOf } from './displays.js';
import { type HtmlElement, type HtmlNode, isElement, someWithin } from './dom.js';

/** A row of a table drawn without table elements. */
export interface BoxRow {
  /** The element that is the row; undefined where only its cells are elements. */
  element?: HtmlElement;
  cells: BoxCell[];
}

export interface BoxCell {
  node: HtmlNode;
  colSpan: number;
  rowSpan: number;
}

/** Elements of which people build rows and cells; lists, links and headings are what they say. */
const BOXES = new Set('article b dd div dl dt label p section span strong'.split(' '));
/** A cell of boxes nobody calls a table holds text, and tables of the same kind at most. */
const NOT_IN_CELLS = new Set(
  'a canvas form h1 h2 h3 h4 h5 h6 iframe img li nav ol script select table ul video'.split(' '),
);
/** The usual names of such rows, where the style sheet that draws them is not part of the page. */
const ROW_CLASS = /(?:^|[\s_-])(?:tr|row|rows|line|hang)(?:$|[\s_\d-])/i;
const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 3;

export function cellOf(node: HtmlNode): BoxCell {
  const span = (name: 'col' | 'row'): number => {
    if (!isElement(node)) return 1;
    const value = Number.parseInt(node.attribs[`aria-${name}span`] ?? node.attribs[`${name}span`] ?? '1', 10);
    return value >= 1 ? Math.min(value, 1_000) : 1;
  };
  return { node, colSpan: span('col'), rowSpan: span('row') };
}

/** The rows of an element that is a table by CSS or ARIA; what stands in no row is a row by itself. */
export function tableRows(table: HtmlElement, layoutOf: LayoutOf): BoxRow[] {
  const rows: BoxRow[] = [];
  let loose: BoxRow | null = null;
  for (const child of ungrouped(table, layoutOf)) {
    const part = isElement(child) ? boxPart(child, layoutOf) : undefined;
    if (part === 'caption') continue;
    if (part === 'row' && isElement(child)) {
      rows.push(rowOf(child, layoutOf));
      loose = null;
    } else if (part === 'cell' && loose) loose.cells.push(cellOf(child));
    else {
      const row: BoxRow = { cells: [cellOf(child)] };
      rows.push(row);
      loose = part === 'cell' ? row : null;
    }
  }
  return rows;
}

const rowOf = (element: HtmlElement, layoutOf: LayoutOf): BoxRow => ({
  element,
  cells: ungrouped(element, layoutOf).map(cellOf),
});

/** Runs of children that are rows beside each other: by CSS or ARIA, rows of flex boxes, rows of equally many boxes. */
export function rowRuns(parent: HtmlElement, layoutOf: LayoutOf): BoxRow[][] {
  const kinds = shownChildren(parent, layoutOf).map((child) => ({ child, kind: rowKind(child, layoutOf) }));
  const runs: BoxRow[][] = [];
  for (let from = 0; from < kinds.length; ) {
    const kind = kinds[from]?.kind;
    let to = from + 1;
    while (to < kinds.length && kinds[to]?.kind === kind) to++;
    if (kind) {
      const rows = kinds
        .slice(from, to)
        .flatMap(({ child }) => (isElement(child) ? [rowOf(child, layoutOf)] : []));
      if (isTable(rows, kind))
        runs.push(kind === 'row' ? rows : rows.map((row) => filled(row, widest(rows))));
    }
    from = to;
  }
  return runs;
}

type RowKind = 'row' | 'flex' | 'boxes';

function rowKind(node: HtmlNode, layoutOf: LayoutOf): RowKind | undefined {
  if (!isElement(node)) return undefined;
  const part = boxPart(node, layoutOf);
  if (part === 'row') return 'row';
  if (part !== 'flex' && (part !== undefined || !BOXES.has(node.name))) return undefined;
  const children = shownChildren(node, layoutOf);
  const areBoxes =
    children.length > 0 &&
    children.every((child) => isElement(child) && BOXES.has(child.name) && isTextCell(child));
  if (!areBoxes) return undefined;
  return part === 'flex' ? 'flex' : 'boxes';
}

const isTextCell = (cell: HtmlElement): boolean =>
  !someWithin(cell, (node) => isElement(node) && NOT_IN_CELLS.has(node.name));

function isTable(rows: readonly BoxRow[], kind: RowKind): boolean {
  const counts = rows.map(({ cells }) => cells.length);
  const most = Math.max(...counts);
  if (kind === 'row') return most > 1;
  if (kind === 'flex') return rows.length > 1 && most > 1;
  if (rows.length < FEWEST_ROWS) return false;
  if (rows.every(({ element }) => ROW_CLASS.test(element?.attribs.class ?? ''))) return most > 1;
  return most >= FEWEST_COLUMNS && counts.every((count) => count === most);
}

const widest = (rows: readonly BoxRow[]): number =>
  Math.max(...rows.map(({ cells }) => cells.reduce((sum, { colSpan }) => sum + colSpan, 0)));

/** The last cell of a short row takes what is left of it, as it does where boxes grow. */
function filled({ element, cells }: BoxRow, columns: number): BoxRow {
  const missing = columns - cells.reduce((sum, { colSpan }) => sum + colSpan, 0);
  return {
    element,
    cells: cells.map((cell, index) =>
      index === cells.length - 1 ? { ...cell, colSpan: cell.colSpan + missing } : cell,
    ),
  };
}
