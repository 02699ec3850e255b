import type { LaidOutCell, StoryItem, TableLayout } from './story-items.js';
import type { SpannedCell } from './table-columns.js';

/**
 * Joins vertical merges (`w:vMerge`). A cell goes on from the one above when both lie between the same column lines;
 * several cells go on together when they fill the one above exactly. A continuation without a beginning begins a merge of
 * its own, as Word shows it.
 */
export function joinDown(rows: readonly SpannedCell[][]): Pick<TableLayout, 'rows' | 'broken'> {
  const broken: TableLayout['broken'] = [];
  /** Merges that the next row may go on with, by the column line they begin on. */
  let open = new Map<number, LaidOutCell>();
  const joined = rows.map((cells, row) => {
    const stillOpen: typeof open = new Map();
    const origins: LaidOutCell[] = [];
    let covered = 0;
    cells.forEach((spanned, i) => {
      if (i < covered) return;
      const { cell, from } = spanned;
      const above = open.get(from);
      const filling = above ? cellsFilling(cells, i, above) : 0;
      if (above && filling > 0) {
        covered = i + filling;
        cover(above, cells.slice(i, covered));
        stillOpen.set(from, above);
        return;
      }
      const origin = originOf(spanned);
      origins.push(origin);
      if (cell.vertical !== null) stillOpen.set(from, origin);
      if (cell.vertical === 'continue') broken.push({ row, cell: origin });
    });
    open = stillOpen;
    // A copy is as long as it needs to be; an array that grew holds room for more, which tells in long tables.
    return origins.slice();
  });
  return { rows: joined, broken };
}

function cover(above: LaidOutCell, hidden: readonly SpannedCell[]): void {
  above.rowSpan += 1;
  for (const { cell } of hidden) {
    for (const item of cell.items) above.covered.push(item);
  }
}

/** How many continuing cells from `first` on fill the cell above exactly; 0 when they do not. */
function cellsFilling(cells: readonly SpannedCell[], first: number, above: LaidOutCell): number {
  const end = above.column - 1 + above.colSpan;
  for (let i = first; i < cells.length; i++) {
    const spanned = cells[i];
    if (spanned?.cell.vertical !== 'continue' || spanned.to > end) return 0;
    if (spanned.to === end) return i - first + 1;
  }
  return 0;
}

const originOf = ({ cell, from, to }: SpannedCell): LaidOutCell => ({
  text: textOf(cell.items),
  column: from + 1,
  colSpan: to - from,
  rowSpan: 1,
  tables: tablesOf(cell.items),
  covered: [...cell.covered],
  embedded: embeddedIn(cell.items),
});

function textOf(items: readonly StoryItem[]): string {
  let text = '';
  for (const item of items) {
    if (item.kind === 'paragraph') text += text === '' ? item.text : `\n${item.text}`;
  }
  return text;
}

const NO_TABLES: LaidOutCell['tables'] = [];

function tablesOf(items: readonly StoryItem[]): LaidOutCell['tables'] {
  if (!items.some((item) => item.kind === 'table')) return NO_TABLES;
  let linesBefore = 0;
  return items.flatMap((item) => {
    if (item.kind === 'table') return [{ table: item.table, linesBefore }];
    if (item.kind === 'paragraph') linesBefore += item.text.split('\n').length;
    return [];
  });
}

const NONE: readonly string[] = [];

function embeddedIn(items: readonly StoryItem[]): readonly string[] {
  if (!items.some((item) => item.kind === 'embedded')) return NONE;
  return items.flatMap((item) => (item.kind === 'embedded' ? [item.id] : []));
}
