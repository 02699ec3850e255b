import type { IndicatorTableRow } from '../../form/form.js';

const NUMBER = /^\s*指标\s*(\d+)/;

/**
 * Where level cells are not merged, their label is printed once somewhere in its run, often in the middle; the numbers of the
 * names (指标1 … 指标5, 指标1 …) show where each run begins. A run in which exactly one 二级指标 is printed belongs to it; one
 * in which none is printed has none.
 */
export function levelsByNumbering(rows: readonly IndicatorTableRow[]): void {
  let run: IndicatorTableRow[] = [];
  let numbered = false;
  const close = () => {
    const printed = run.filter((row) => row.level2 && row.level2.cell.rowSpan === 1 && isOwn(row));
    const label = printed[0]?.level2;
    const carried = run[0]?.level2;
    if (numbered && printed.length === 0 && carried && carried.cell.rowSpan === 1) {
      for (const row of run) {
        row.level2 = null;
        row.level2Text = null;
      }
    }
    if (printed.length === 1 && label && run.every((row) => !row.level2 || row.level2.cell.rowSpan === 1)) {
      for (const row of run) {
        row.level2 = label;
        row.level2Text = printed[0]?.level2Text ?? label.cell.text;
      }
    }
    run = [];
  };
  for (const row of rows) {
    const number = NUMBER.exec(row.nameText)?.[1];
    if (number === '1' || number === undefined) {
      close();
      numbered = number === '1';
    }
    run.push(row);
  }
  close();
}

/** The label stands in the row of the name, not above it. */
const isOwn = ({ level2, name }: IndicatorTableRow): boolean =>
  level2?.block === name.block && level2.cell.row === name.cell.row;
