import Big from 'big.js';
import { type Cell, type Grid, isGrid, slotsOf } from '../../../model/grid.js';
import { ownsProse, proseReading } from '../../subjects/prose.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import type { OperandDraft } from '../../verdicts/operand.js';

/** One thing of a small table in the prose that compares two years: 上年, 本年 and their difference, as printed. */
export interface YearComparison {
  what: string;
  before: { label: string; figure: string };
  now: { label: string; figure: string };
  change: { label: string; figure: string };
  /** 本年 − 上年. */
  difference: string;
  /** 上年 + 变化; null where the difference is printed without its sign. */
  sum: string | null;
  operands: OperandDraft[];
}

const MOST_ROWS = 8;
const MOST_COLUMNS = 12;
const CHANGE = /^(比上年|较上年|同比)?(变化|增减|差额|增长|增加)(额|数|金额|情况|变化|变动)*$/;
const BEFORE = /^(上年|去年|上一年)(度)?(预算|决算|执行)?(数|金额)?$/;
const NOW = /^(本年|今年|当年)(度)?(预算|决算|执行)?(数|金额)?$/;
const YEAR = /^(20\d\d)年?(度)?(预算|决算|执行)?(数|金额)?$/;

/**
 * Differences that small tables in the prose print otherwise than their two years give, in tables that are no statement and no form. A table
 * none of whose differences is right is another one than it seems.
 */
export function wrongComparisons(disclosure: DisclosureSubject): YearComparison[] {
  if (!ownsProse(disclosure)) return [];
  const { blocks, forms, disclosures } = disclosure.document;
  const known = new Set([
    ...disclosures.flatMap(({ statements }) => statements.flatMap((statement) => statement.blocks)),
    ...forms.flatMap((form) => form.blocks),
  ]);
  return blocks.flatMap((block, index) =>
    isGrid(block) && !known.has(index) && block.rows <= MOST_ROWS && block.columns <= MOST_COLUMNS
      ? comparisonsIn(block, index, disclosure)
      : [],
  );
}

type Slots = (Cell | undefined)[][];

function comparisonsIn(grid: Grid, block: number, disclosure: DisclosureSubject): YearComparison[] {
  const slots: Slots = slotsOf(grid);
  const turned: Slots = Array.from({ length: grid.columns }, (_, column) => slots.map((row) => row[column]));
  for (const rows of [slots, turned]) {
    const own = rowsOf(rows);
    if (!own) continue;
    const operand = (cell: Cell, label: string): OperandDraft => ({
      label,
      evidence: { place: cell.place, quote: cell.text, block, cell: grid.cells.indexOf(cell) },
      form: proseReading(disclosure),
    });
    const compared = own.before.flatMap((_, column) => compare(own, column, operand) ?? []);
    const wrong = compared.filter(({ isMet }) => !isMet).map(({ comparison }) => comparison);
    return wrong.length < compared.length ? wrong : [];
  }
  return [];
}

interface Rows {
  head: (Cell | undefined)[];
  before: (Cell | undefined)[];
  now: (Cell | undefined)[];
  change: (Cell | undefined)[];
}

/** The header and the rows of two years and their difference; null where they are not just these. */
function rowsOf(rows: Slots): Rows | null {
  const labelled = (pattern: RegExp) => rows.filter(([cell]) => pattern.test(textOf(cell)));
  const years = labelled(YEAR).sort(([a], [b]) => textOf(a).localeCompare(textOf(b)));
  const [before, ...earlier] = years.length > 0 ? years.slice(0, 1) : labelled(BEFORE);
  const [now, ...later] = years.length > 0 ? years.slice(1) : labelled(NOW);
  const [change, ...others] = labelled(CHANGE);
  const [head] = rows;
  if (!head || !before || !now || !change || head === before) return null;
  return earlier.length + later.length + others.length > 0 ? null : { head, before, now, change };
}

const textOf = (cell: Cell | undefined): string => (cell?.text ?? '').replace(/\s+/g, '');

/** Both may be rounded or cut off in their last place. */
const PLACES = 2;

function compare(
  { head, before, now, change }: Rows,
  column: number,
  operand: (cell: Cell, label: string) => OperandDraft,
): { isMet: boolean; comparison: YearComparison } | null {
  const cells = [before[column], now[column], change[column]];
  const [first, second, third] = cells;
  const what = textOf(head[column]);
  if (column === 0 || !first || !second || !third || what === '') return null;
  const figures = cells.map(numberIn);
  const [old, own, printed] = figures;
  if (!old || !own || !printed) return null;
  const difference = own.minus(old);
  const isSigned = /^[+＋−－-]/.test(textOf(third)) || printed.lt(0);
  const error = isSigned ? printed.minus(difference) : printed.abs().minus(difference.abs());
  const places = Math.min(...cells.map((cell) => textOf(cell).split('.')[1]?.length ?? 0));
  const label = (cell: Cell | undefined): string => textOf(cell);
  return {
    isMet: error.abs().lte(new Big(PLACES).div(new Big(10).pow(places))),
    comparison: {
      what,
      before: { label: label(before[0]), figure: old.toFixed() },
      now: { label: label(now[0]), figure: own.toFixed() },
      change: { label: label(change[0]), figure: textOf(third) },
      difference: difference.toFixed(),
      sum: isSigned ? old.plus(printed).toFixed() : null,
      operands: [
        operand(first, label(before[0])),
        operand(second, label(now[0])),
        operand(third, label(change[0])),
      ],
    },
  };
}

function numberIn(cell: Cell | undefined): Big | null {
  const text = textOf(cell)
    .normalize('NFKC')
    .replace(/[−–]/g, '-')
    .replace(/^\+/, '')
    .replace(/(万元|元)$/, '');
  return /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text) ? new Big(text.replaceAll(',', '')) : null;
}
