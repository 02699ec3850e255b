import type { ColumnKind, Statement } from '../../../model/statement.js';

/** One column that sums others of its line. */
export interface ColumnSum {
  total: number;
  parts: number[];
  /** Names or kinds of the columns say so; else the figures of the statement have to. */
  isSure: boolean;
  /** Sums of one shape under the headers of several years bear each other out: what it is called without the year. */
  shape?: string;
}

interface Node {
  name: string;
  column: number | null;
  children: Node[];
}

const TOTAL = /^(合计|总计|小计|总额|金额|本年(收入|支出)?合计|(收入|支出)(合计|总计))/;

const NO_AMOUNTS: readonly ColumnKind[] = ['person', 'item-code'];

/** What columns are compared with, not parts of anything. */
const COMPARED: readonly ColumnKind[] = ['last-year', 'change'];

/** Which columns sum which, by the headers above them: 合计 beside 基本支出 and 项目支出, 小计 under a common header. */
export function columnSums({ columns, kind }: Statement): ColumnSum[] {
  const halves = new Map<number, Node>();
  for (const [index, column] of columns.entries()) {
    if (NO_AMOUNTS.includes(column.kind)) continue;
    const root = halves.get(column.half) ?? { name: '', column: null, children: [] };
    halves.set(column.half, root);
    place(root, column.label.split('/'), index);
  }
  const sums = [...halves.values()].flatMap((root) => sumsUnder(root, columns, kind));
  return kind === 'three-public' ? [...sums, ...yearChanges(columns)] : sums;
}

/** 本年 = 上年 + 增减 of what has one name under the three headers. */
function yearChanges(columns: Statement['columns']): ColumnSum[] {
  const byName = new Map<string, number[]>();
  for (const [index, { label, half }] of columns.entries()) {
    const name = `${half} ${withoutYear(label)}`;
    byName.set(name, [...(byName.get(name) ?? []), index]);
  }
  return [...byName.values()].flatMap((own) => {
    const [before, change] = COMPARED.map((kind) => own.filter((index) => columns[index]?.kind === kind));
    const year = own.filter((index) => !COMPARED.some((kind) => columns[index]?.kind === kind));
    const parts = [...(before ?? []), ...(change ?? [])];
    const [total] = year;
    const isOne = [before, change, year].every((each) => each?.length === 1);
    return total !== undefined && isOne ? [{ total, parts, isSure: false, shape: 'change' }] : [];
  });
}

/** A label without its upmost header, which names the year. */
const withoutYear = (label: string): string => label.split('/').slice(1).join('/').replace(/\s+/g, '');

function place(node: Node, [name = '', ...rest]: string[], column: number): void {
  const known = rest.length > 0 ? node.children.find((child) => child.name === name) : undefined;
  const child = known ?? { name, column: null, children: [] };
  if (!known) node.children.push(child);
  if (rest.length > 0) place(child, rest, column);
  else child.column = column;
}

function sumsUnder(node: Node, columns: Statement['columns'], kind: Statement['kind']): ColumnSum[] {
  const inner = node.children.flatMap((child) => sumsUnder(child, columns, kind));
  const totals = node.children.filter((child) => isTotal(child, columns));
  const [first] = totals;
  const [total, another] = first ? standFor(first) : [];
  if (totals.length !== 1 || total === undefined || another !== undefined) return inner;
  const compared = COMPARED.find((each) => columns[total]?.kind === each);
  const parts = node.children
    .filter((child) => child !== first && !(child.column !== null && /其中/.test(child.name)))
    .flatMap(standFor)
    .filter((index) => {
      const own = columns[index]?.kind ?? 'other';
      return compared ? own === compared : !COMPARED.includes(own);
    });
  if (parts.length < 2) return inner;
  return [...inner, ...sumsOf(total, parts, columns, kind)];
}

const isTotal = ({ name, column }: Node, columns: Statement['columns']): boolean =>
  TOTAL.test(name.replace(/\s+/g, '')) || (column !== null && columns[column]?.kind === 'total');

/** The column that stands for a header: itself, the 小计 under it, else all under it. */
function standFor(node: Node): number[] {
  if (node.column !== null && node.children.length === 0) return [node.column];
  const sums = node.children.filter(({ name }) => TOTAL.test(name.replace(/\s+/g, '')));
  const [sum] = sums;
  return sums.length === 1 && sum ? standFor(sum) : node.children.flatMap(standFor);
}

/** Further columns of an expenditure statement beside 基本支出 and 项目支出. */
const BESIDE = /上缴上级|经营|对?附属单位|转移/;
const THREE_PUBLIC = /出国|接待|公务用车|购置|运行/;

/** Sums of the table of 三公 that their names define, each part once. */
const DEFINED: RegExp[][] = [
  [/三公/, /^会议费/, /^培训费/],
  [/出国/, /接待/, /公务用车|购置|运行/],
  [/购置费?(支出)?$/, /^(公务用车)?运行/],
];

/** What a column is called itself: the header above 小计. */
const ownName = (label: string): string =>
  label
    .replace(/\s+/g, '')
    .replace(/\/(小计|合计)$/, '')
    .split('/')
    .at(-1) ?? '';

function sumsOf(
  total: number,
  parts: number[],
  columns: Statement['columns'],
  kind: Statement['kind'],
): ColumnSum[] {
  const kinds = parts.map((part) => columns[part]?.kind ?? 'other');
  const labels = parts.map((part) => columns[part]?.label ?? '');
  const isSplit =
    kinds.filter((each) => each === 'basic').length === 1 &&
    kinds.filter((each) => each === 'project').length === 1 &&
    kinds.every((each, index) => each === 'basic' || each === 'project' || BESIDE.test(labels[index] ?? ''));
  if (kind !== 'three-public') return [{ total, parts, isSure: isSplit }];
  const shape = withoutYear(columns[total]?.label ?? '');
  const isDefined = DEFINED.some(
    (names) =>
      names.length === labels.length &&
      names.every((name) => labels.filter((label) => name.test(ownName(label))).length === 1),
  );
  if (isDefined) return [{ total, parts, isSure: true, shape }];
  const own = parts.filter((_, index) => THREE_PUBLIC.test(labels[index] ?? ''));
  return own.length >= 2 ? [{ total, parts: own, isSure: false, shape }] : [];
}
