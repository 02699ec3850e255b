import { type Column, type IndicatorColumns, upAndDown } from './indicator-columns.js';
import type { SeenRow } from './indicator-rows.js';
import type { PrintedCell } from './printed-cells.js';
import { PAGE_NUMBER } from './table-body.js';

/** Text that is a form's frame and no indicator: 指标1：, …… and dashes. */
const TEMPLATE = /^(?:(?:指标)?\d*[.、:]?)?(?:[.…⋯·。—\-–/\\]*|X+)$/;
/** A level word where the name should be: a frame without an indicator. */
const LEVEL_WORD =
  /^(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|可持续影响|(?:社会公众或)?服务对象满意度|满意度|产出|效益)(?:指标)?$/;
/** The line below a self-evaluation's rows. */
const SUM = /^(?:总分|合计|小计|总计)$/;
const NUMBERED = /^指标\d+/;
const LINE_NUMBER = /^[((]?(\d+)[.、))](?!\d)/;

/**
 * The rows of a table's body: every pair of a name and a value at one height. A name without value and a value without name are
 * rows too; so is each of several numbered lines of a name that has as many lines in its value.
 */
export function pairCells(page: number, body: PrintedCell[], { name, targets }: IndicatorColumns): SeenRow[] {
  const names = body.filter(
    (cell) => within(cell, name) && !PAGE_NUMBER.test(cell.text) && !SUM.test(cell.text),
  );
  const paired = new Set<PrintedCell>();
  const rows: { top: number; row: SeenRow }[] = [];
  const add = (top: number, text: string, target: string): void => {
    rows.push({ top, row: { page, name: text, target } });
  };
  for (const value of targets.flatMap((column) => body.filter((cell) => within(cell, column)))) {
    if (TEMPLATE.test(value.text) && !/\d/.test(value.text)) continue;
    const beside = names.filter((cell) => isLevel(cell, value));
    for (const cell of beside) paired.add(cell);
    for (const cell of wholeNames(beside)) {
      if (TEMPLATE.test(cell.text)) continue;
      for (const line of severalLines(cell, value)) add(cell.top, line.name, line.target);
    }
    if (!beside.length) add(value.top, '', value.text);
  }
  for (const cell of names) {
    if (!paired.has(cell) && !TEMPLATE.test(cell.text) && !LEVEL_WORD.test(cell.text))
      add(cell.top, cell.text, '');
  }
  return rows.sort((a, b) => a.top - b.top).map(({ row }) => row);
}

/** Beside one value, a piece without 指标1： below one that has it is the rest of that name in a row of its own. */
function wholeNames(names: PrintedCell[]): PrintedCell[] {
  if (!names.some(({ text }) => NUMBERED.test(text))) return names;
  const whole: PrintedCell[] = [];
  for (const cell of names) {
    const above = whole.at(-1);
    if (above && !NUMBERED.test(cell.text))
      whole[whole.length - 1] = {
        ...above,
        text: above.text + cell.text,
        lines: [...above.lines, ...cell.lines],
      };
    else whole.push(cell);
  }
  return whole;
}

/** 1.… 2.… in the name and as many lines in the value: as many indicators. */
function severalLines(name: PrintedCell, value: PrintedCell): Pick<SeenRow, 'name' | 'target'>[] {
  const names = numberedLines(name.lines);
  const values = numberedLines(value.lines);
  const targets = values.length === names.length ? values : value.lines;
  if (names.length < 2 || targets.length !== names.length) return [{ name: name.text, target: value.text }];
  return names.map((text, index) => ({ name: text, target: targets[index] ?? '' }));
}

/** Lines that begin 1. 2. 3. with those that go on below each; none when they do not count from 1. */
function numberedLines(lines: string[]): string[] {
  const parts: string[] = [];
  for (const line of lines) {
    const number = Number(LINE_NUMBER.exec(line)?.[1]);
    if (number === parts.length + 1) parts.push(line.replace(LINE_NUMBER, ''));
    else if (parts.length) parts[parts.length - 1] += line;
    else return [];
  }
  return parts;
}

function within(cell: PrintedCell, column: Column): boolean {
  const x = (cell.left + cell.right) / 2;
  return x > column.left && x < column.right;
}

/** Two cells stand in one row when they share more than half of the lower one's height. */
function isLevel(a: PrintedCell, b: PrintedCell): boolean {
  const [first, second] = [upAndDown(a), upAndDown(b)];
  const shared = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
  return shared > 0.5 * Math.min(first.bottom - first.top, second.bottom - second.top);
}
