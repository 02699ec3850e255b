import type { Stage } from '../../model/facts/stages.js';
import type { ColumnKind, StatementKind } from '../../model/statement.js';
import type { StatementItemRow, TakenFrom } from '../../model/statement-comparison.js';
import { comparedLines, type LineSought, TOTALS } from './compared-kinds.js';
import { isPeriodName, type Period, periodOf } from './period-of.js';
import { plainName } from './plain-name.js';

/** The figure of a line, and that the same statement prints for the year before. */
export interface MainFigure {
  figure: PaidItem;
  before: PaidItem | null;
  /** Its row and column say that it is this line's; false: it is the only figure that can be, and what it is must be said. */
  isNamed: boolean;
}

export type PaidItem = StatementItemRow & { amountFen: number };

/** What is to be said of a figure that nothing printed names; null where row or column does. */
export const takenFrom = ({ figure: { item, column }, isNamed }: MainFigure): TakenFrom | null =>
  isNamed ? null : { item, column };

/** Columns that hold the figure of a row whatever the kind of statement, the likeliest first. */
const WHOLE: readonly ColumnKind[] = ['actual', 'this-year', 'total', 'budget'];
/** Columns that hold a part of a row: the only figure in one is the row's own where the table has no other column. */
const PARTS: ReadonlySet<ColumnKind> = new Set([
  'basic',
  'project',
  'income',
  'fiscal',
  'general-public',
  'government-fund',
  'state-capital',
  'other-funds',
]);
/** Leaves of headers that say no more than the header above. */
const NEUTRAL = new Set(['小计', '合计', '金额', '数额']);

/**
 * The figures of the lines that statements of the kind have in common, in their order; null where the statement has none, or
 * more than one column might hold it, or only a column of a part does.
 * @param items of one statement, in their order
 */
export function mainFigures(
  kind: StatementKind,
  items: readonly StatementItemRow[],
  edition: { year: number | null; stage: Stage },
): (MainFigure | null)[] {
  const paid = items.filter((item): item is PaidItem => item.amountFen !== null);
  const isTotal = totalsAmong(paid);
  const labels = new Map<Period, Set<string>>();
  const lines = comparedLines(kind);
  const placed = paid.map((item): Placed => {
    const [rows, columns] = [found(plainName(item.item), lines), foundInLabel(item.column, lines)];
    const isOfPeriod = isPeriodName(plainName(item.item));
    const label = isOfPeriod ? `${item.column}/${plainName(item.item)}` : item.column;
    const period = periodOf(label, item.columnKind, edition);
    labels.set(period, (labels.get(period) ?? new Set()).add(item.column));
    return { item, period, isTotal: isTotal(item), rows, columns };
  });
  return lines.map((line) => {
    const of = (period: Period): PaidItem | null => {
      const isOnlyColumn = labels.get(period)?.size === 1;
      const mayBe = ({ item }: Placed): boolean => isOnlyColumn || !isPartOf(item, line);
      const ofPeriod = placed.filter((each) => each.period === period);
      return chosen(line, ofPeriod, mayBe);
    };
    const figure = of('current');
    const isNamed = placed.some((each) => each.item === figure && isNamedAs(line, each));
    return figure && { figure, before: of('before'), isNamed };
  });
}

const isPartOf = ({ columnKind }: PaidItem, { columns = [] }: LineSought): boolean =>
  PARTS.has(columnKind) && !columns.includes(columnKind);

function isNamedAs(line: LineSought, { item, rows, columns }: Placed): boolean {
  if (rankOf(columns, line) !== null) return true;
  if (isPartOf(item, line)) return false;
  if (!line.isTotal) return rankOf(rows, line) !== null;
  return (
    isTotalName(item) ||
    item.columnKind === 'total' ||
    line.columns?.[0] === item.columnKind ||
    plainName(item.column.split('/').at(-1) ?? '') === line.title
  );
}

interface Placed {
  item: PaidItem;
  period: Period;
  isTotal: boolean;
  /** Lines the row, and the column, may be by name, each with how good the name is. */
  rows: Match[];
  columns: Match[];
}

interface Match {
  line: LineSought;
  /** Smaller is better. */
  rank: number;
}

/** Rows by name: 合计; where none is, the only row, or the only one of the highest level. */
function totalsAmong(items: readonly PaidItem[]): (item: PaidItem) => boolean {
  if (items.some(isTotalName)) return isTotalName;
  const highest = Math.min(...items.flatMap(({ level }) => level ?? []));
  const rows = new Set(items.map(rowOf));
  const top = new Set(items.filter(({ level }) => level === highest).map(rowOf));
  if (rows.size === 1) return () => true;
  return (item) => top.size === 1 && item.level === highest;
}

const isTotalName = ({ item }: PaidItem): boolean =>
  TOTALS.has(plainName(item)) || isPeriodName(plainName(item));

const rowOf = ({ code, item, side }: PaidItem): string => JSON.stringify([code, item, side]);

/** Lines of that name: by a whole name all of them, else the one that has the longest word in it. */
function found(name: string, lines: readonly LineSought[]): Match[] {
  const whole = lines.flatMap((line): Match[] => {
    const rank = (line.whole ?? []).map(plainName).indexOf(name);
    return rank < 0 ? [] : [{ line, rank }];
  });
  if (whole.length > 0) return whole;
  const held = lines.flatMap((line) =>
    (line.holds ?? []).map(plainName).flatMap((word) => (name.includes(word) ? [{ line, word }] : [])),
  );
  const longest = Math.max(0, ...held.map(({ word }) => word.length));
  return held.flatMap(({ line, word }) => (word.length === longest ? [{ line, rank: 0 }] : []));
}

/** By the last header that tells. */
function foundInLabel(label: string, lines: readonly LineSought[]): Match[] {
  const parts = label.split('/').map(plainName).reverse();
  for (const part of parts) {
    const matches = NEUTRAL.has(part) ? [] : found(part, lines).filter(({ line }) => line.side === undefined);
    if (matches.length > 0) return matches;
  }
  return [];
}

/**
 * The figure of a line among those of one period: in the total's row, by its column's name, or by its row's.
 * @param mayBe whether a figure may be the whole of its row
 */
function chosen(
  line: LineSought,
  placed: readonly Placed[],
  mayBe: (each: Placed) => boolean,
): PaidItem | null {
  if (line.isTotal) return totalOf(line, placed, mayBe);
  const byColumn = placed.find((each) => each.isTotal && rankOf(each.columns, line) !== null);
  if (byColumn) return byColumn.item;
  const byRow = placed.filter(
    ({ item, rows }) =>
      rankOf(rows, line) !== null &&
      (line.side === undefined || item.side === null || item.side === line.side) &&
      (line.code === undefined || item.code === null || item.code === line.code),
  );
  const best = Math.min(...byRow.map(({ rows }) => rankOf(rows, line) ?? 0));
  const ofBest = byRow.filter(({ rows }) => rankOf(rows, line) === best);
  const ofWhole = ofBest.filter(({ columns }) => columns.every(({ line: other }) => other.isTotal));
  return ofWholeColumn((ofWhole.length > 0 ? ofWhole : ofBest).filter(mayBe));
}

/** In the row that sums the others: of the column named so, of the first kind of column there is, or of the only one. */
function totalOf(
  line: LineSought,
  placed: readonly Placed[],
  mayBe: (each: Placed) => boolean,
): PaidItem | null {
  const named = placed.filter((each) => each.isTotal && rankOf(each.columns, line) !== null);
  if (named.length > 0) return ofWholeColumn(named) ?? named[0]?.item ?? null;
  const inTotal = placed.filter(({ isTotal, columns }) => isTotal && columns.length === 0);
  const totals = inTotal.map(({ item }) => item);
  const { columns = [], title } = line;
  const byKind = columns.flatMap((kind) => totals.find(({ columnKind }) => columnKind === kind) ?? []);
  const byTitle = totals.filter(({ column }) => plainName(column.split('/').at(-1) ?? '') === title);
  const main = columns.length === 0 || columns[0] === 'total';
  return byKind[0] ?? sole(byTitle) ?? (main ? ofWholeColumn(inTotal.filter(mayBe)) : null);
}

/** Of the column that holds the whole; else the only figure there is. */
function ofWholeColumn(placed: readonly Placed[]): PaidItem | null {
  const items = placed.map(({ item }) => item);
  const whole = WHOLE.flatMap((kind) => items.find(({ columnKind }) => columnKind === kind) ?? []);
  return whole[0] ?? sole(items);
}

const sole = (items: readonly PaidItem[]): PaidItem | null =>
  items.length === 1 ? (items[0] ?? null) : null;

const rankOf = (matches: readonly Match[], line: LineSought): number | null =>
  matches.find((each) => each.line === line)?.rank ?? null;
