import type { SeenRow } from './indicator-rows.js';
import type { PrintedCell } from './printed-cells.js';

/** One value within a running text: 实施周期指标值：≥12次. */
const VALUE = /(?:实施周期|实施期|中期|年度|本年|全年|当年)(?:绩效)?(?:指标|目标)值:/g;
const LEVEL_CODE = /(?:产出|效益|满意度|成本)指标/;

/**
 * Indicators told within one cell, as 1－产出指标，11－数量指标，宣传次数；实施周期指标值：≥12次，年度指标值：≥12次: one row per
 * printed value, on the page where the value's label begins. A text cut by a page break is read on in the cell that stands in
 * the same columns at the top of the next page.
 */
export function codedItems(pages: { page: number; cells: PrintedCell[] }[]): SeenRow[] {
  const rows: SeenRow[] = [];
  let open: { text: string; pages: number[]; cell: PrintedCell } | null = null;
  const close = (): void => {
    if (open) rows.push(...itemsOf(open.text, open.pages));
    open = null;
  };
  for (const { page, cells } of pages) {
    const coded = cells
      .filter(
        (cell) =>
          isCoded(cell) || (open && sameColumn(cell, open.cell) && cell === topmost(cells, open.cell)),
      )
      .toSorted((a, b) => a.top - b.top);
    for (const cell of coded) {
      const goesOn: boolean = open !== null && cell === topmost(cells, open.cell) && !startsItem(cell.text);
      if (!goesOn) close();
      const known: { text: string; pages: number[] } = open ?? { text: '', pages: [] };
      open = {
        text: known.text + cell.text,
        pages: [...known.pages, ...Array<number>(cell.text.length).fill(page)],
        cell,
      };
    }
    if (!coded.length) close();
  }
  close();
  return rows;
}

const isCoded = ({ text }: PrintedCell): boolean => LEVEL_CODE.test(text) && text.search(VALUE) >= 0;
const startsItem = (text: string): boolean => /^[\d.、]*\d[-－](?:产出|效益|满意度|成本)/.test(text);

const sameColumn = (cell: PrintedCell, other: PrintedCell): boolean =>
  Math.abs((cell.box.left ?? cell.left) - (other.box.left ?? other.left)) < 4;

/** The first cell of a page in the column of another. */
function topmost(cells: PrintedCell[], column: PrintedCell): PrintedCell | undefined {
  return cells.filter((cell) => sameColumn(cell, column)).toSorted((a, b) => a.top - b.top)[0];
}

function itemsOf(text: string, pages: number[]): SeenRow[] {
  const labels = [...text.matchAll(VALUE)];
  let name = '';
  return labels.flatMap((label, index) => {
    const before = text.slice(endOf(labels[index - 1]), label.index);
    const parts = before.split(/[,;。]/).filter(Boolean);
    if (parts.some((part) => LEVEL_CODE.test(part))) name = parts.at(-1) ?? '';
    const after = text.slice(endOf(label), labels[index + 1]?.index);
    const [target = ''] = after.split(/[;。]|,(?=年度|$)/);
    return target ? [{ page: pages[label.index] ?? 0, name, target }] : [];
  });
}

const endOf = (match: RegExpMatchArray | undefined): number =>
  match ? (match.index ?? 0) + match[0].length : 0;
