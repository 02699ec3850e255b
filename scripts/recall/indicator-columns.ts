import type { PrintedCell } from './printed-cells.js';

/** Where the body of an indicator table has its texts, in points across the page. */
export interface Column {
  left: number;
  right: number;
}

/** One name column with the columns of values that belong to it, and the height of the head that names them. */
export interface IndicatorColumns {
  headTop: number;
  headBottom: number;
  name: Column;
  targets: Column[];
  /** True when the head stands within drawn lines; then the body does too. */
  ruled: boolean;
}

const PREFIX = '(?:年度|本年|当年|全年|实施期|实施周期|中期|绩效|预期|计划|\\d{4}年度?)*';
const NOTE = '(?:\\(.*\\))?';
const NAME = new RegExp(
  `^(?:${PREFIX}三级(?:绩效)?指标(?:名称|内容)?|(?:绩效)?指标名称|(?:绩效)?指标内容|具体指标|明细指标)${NOTE}$`,
);
const TARGET = new RegExp(
  `^${PREFIX}(?:指标|目标|标准)值(?:\\/?(?:指标|目标)值)?${NOTE}$|^${PREFIX}(?:指标|目标)(?:数值|要求|标准)${NOTE}$`,
);
/** A name column where no cell of the row says it more plainly. */
const WEAK_NAME = new RegExp(`^${PREFIX}(?:绩效)?指标(?:说明)?${NOTE}$`);
/** What else such a head names: levels, the parts of a value, weights, results. */
const COMPANION =
  /[一二]级指标|(?:指标|度量|计量)(?:性质|符号|单位)|^(?:运算|比较)符号?$|权重|分值|得分|完成值|备注/;

/**
 * The heads of indicator tables on a page, from top to bottom: a cell that names the third level, beside it one that names the
 * value, and a third that confirms it (another level, a property, or a second such pair).
 */
export function indicatorColumns(cells: readonly PrintedCell[]): IndicatorColumns[] {
  const plain = cells.filter(({ text }) => NAME.test(text));
  const weak = cells.filter(
    (cell) => WEAK_NAME.test(cell.text) && !plain.some((each) => besides(each, cell)),
  );
  const names = [...plain, ...weak];
  return names
    .flatMap((name) => {
      const row = cells.filter((each) => each !== name && besides(each, name));
      const targets = row.filter((each) => TARGET.test(each.text) && nearestName(each, names) === name);
      const confirmed = row.some(({ text }) => COMPANION.test(text));
      if (!targets.length || !confirmed) return [];
      return [
        {
          headTop: Math.min(...[name, ...targets].map(({ top }) => top)),
          headBottom: Math.max(...[name, ...targets].map(({ bottom }) => bottom)),
          name: columnOf(name, row),
          targets: targets.map((each) => columnOf(each, [...row, name])),
          ruled: name.box.left !== null && name.box.right !== null,
        },
      ];
    })
    .toSorted((a, b) => a.headTop - b.headTop);
}

/** A cell is beside another when their heights meet; the cells of a head in two rows do so by their boxes. */
function besides(cell: PrintedCell, other: PrintedCell): boolean {
  const [a, b] = [upAndDown(cell), upAndDown(other)];
  return a.top < b.bottom - 1 && b.top < a.bottom - 1;
}

/** The height of a cell: to its lines where they are drawn close, else its text. */
export function upAndDown({ box, top, bottom }: PrintedCell): { top: number; bottom: number } {
  return { top: box.top ?? top, bottom: box.bottom ?? bottom };
}

/** Of several name columns side by side, a value belongs to the last one on its left. */
const nearestName = (cell: PrintedCell, names: PrintedCell[]): PrintedCell | undefined =>
  names
    .filter((name) => besides(cell, name) && name.left < cell.left)
    .toSorted((a, b) => a.left - b.left)
    .at(-1) ?? names.find((name) => besides(cell, name));

/** A column reaches to its lines, else halfway to its neighbours. */
function columnOf(cell: PrintedCell, row: PrintedCell[]): Column {
  const before = row.filter(({ right }) => right <= cell.left).map(({ right }) => right);
  const after = row.filter(({ left }) => left >= cell.right).map(({ left }) => left);
  return {
    left: cell.box.left ?? (before.length ? (Math.max(...before) + cell.left) / 2 : cell.left - 100),
    right: cell.box.right ?? (after.length ? (Math.min(...after) + cell.right) / 2 : cell.right + 100),
  };
}
