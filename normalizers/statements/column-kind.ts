import type { ColumnKind } from '../../src/model/statement.js';
import { columnLabel, labelRank } from './label-rank.js';
import { statementWords } from './statement-words.js';

/**
 * The kind of a column of amounts by its labels, upper first. A sum under a heading is what the heading says (基本支出/小计); under a heading of
 * another year, of the budget beside the accounts, or of a change every column is of that.
 */
export function columnKind(path: readonly string[], all: readonly (readonly string[])[]): ColumnKind {
  const labels = path.map(bare);
  const group = labels
    .slice(0, -1)
    .map((label) => groupKind(label, all))
    .find((kind) => kind !== null);
  if (group === 'this-year' || group === 'actual') return ownKind(labels.at(-1) ?? '') ?? group;
  if (group) return group;
  const leaf = labels.at(-1) ?? '';
  const { sums, kinds } = statementWords().columns;
  const year = yearKind(leaf, all);
  if (year) return year;
  const own = kinds.find(({ pattern }) => pattern.test(leaf))?.kind;
  if (sums.test(leaf) && labels.length > 1) return sumKind(path, all);
  if (isPart(path) && own !== 'basic' && own !== 'project') return 'other';
  const above = own ?? labels.slice(0, -1).find((label) => OTHER_FUNDS.test(label));
  return own ?? (above === undefined ? 'other' : 'other-funds');
}

/** What a column of this year or of the accounts says beside that: 基本支出, 一般公共预算. */
function ownKind(leaf: string): ColumnKind | null {
  const { sums, kinds } = statementWords().columns;
  const own = sums.test(leaf) ? null : kinds.find(({ pattern }) => pattern.test(leaf))?.kind;
  return own && MORE.has(own) ? own : null;
}

const MORE: ReadonlySet<ColumnKind> = new Set([
  'basic',
  'project',
  'fiscal',
  'general-public',
  'government-fund',
  'state-capital',
  'other-funds',
]);

/** 其中：… beside the sum of its heading. */
const isPart = (path: readonly string[]): boolean => path.length > 1 && /^其中/.test(path.at(-1) ?? '');

const OTHER_FUNDS = /专户|其他资金|单位资金|自有资金/;

/** 小计 under a heading: all of the table, or what the heading says. */
function sumKind(path: readonly string[], all: readonly (readonly string[])[]): ColumnKind {
  const { sums, kinds } = statementWords().columns;
  const upper = path.slice(0, -1);
  const heading = upper.map(bare).findLast((label) => !sums.test(label));
  if (heading !== undefined && VEHICLES.test(heading)) return 'other';
  const others = all.filter(isAmounts);
  const isAll = others.every((other) => upper.every((label, at) => other[at] === label));
  if (heading === undefined || isAll) return 'total';
  const hasTotal = others.some((other) => other.length === 1 && sums.test(bare(other[0] ?? '')));
  if (GENERAL.test(heading))
    return hasTotal ? (kinds.find(({ pattern }) => pattern.test(heading))?.kind ?? 'other') : 'total';
  const kind = kinds.find(({ pattern }) => pattern.test(heading))?.kind;
  if (kind) return kind;
  const first = others.find((other) => sums.test(bare(other.at(-1) ?? '')));
  return first === path && !hasTotal ? 'total' : 'other';
}

/** 公务用车购置及运行费: its sum is one of three. */
const VEHICLES = /用车|公车|车辆/;

/** A heading that says only which year or which accounts the columns under it are of. */
const GENERAL = /^(20\d\d年)?度?(本年|当年|今年)?度?(支出|收入)?(预算|决算|金额)?数?$/;

const isAmounts = (path: readonly string[]): boolean => {
  const { codes, texts } = statementWords().columns;
  const leaf = bare(path.at(-1) ?? '');
  return leaf !== '' && !codes.test(leaf) && labelRank(leaf) === 0 && !texts.test(leaf);
};

const bare = (label: string): string => columnLabel(label).replace(/^其中:?/, '');

/** 上年, 2025年预算数 beside 2026年预算数, 增减变化情况, 预算数 beside 决算数: what a whole group of columns is of. */
function groupKind(label: string, all: readonly (readonly string[])[]): ColumnKind | null {
  const { kinds } = statementWords().columns;
  if (kinds.find(({ kind }) => kind === 'change')?.pattern.test(label)) return 'change';
  if (isLastYear(label, all)) return 'last-year';
  const isThisYear = yearKind(label, all) === 'this-year' || THIS_YEAR.test(label);
  if (isThisYear && hasGroup(all, (other) => isLastYear(other, all))) return 'this-year';
  if (BUDGET.test(label) && hasGroup(all, (other) => ACTUAL.test(other))) return 'budget';
  return ACTUAL.test(label) && hasGroup(all, (other) => BUDGET.test(other)) ? 'actual' : null;
}

const isLastYear = (label: string, all: readonly (readonly string[])[]): boolean =>
  (statementWords().columns.last.test(label) &&
    /^(上年|去年|上一年)(度|预算|决算)?数?$|上年.*(预算|决算)数?$/.test(label)) ||
  yearKind(label, all) === 'last-year';

const THIS_YEAR = /^(本年|当年|今年)度?(年初|支出|收入)?(预算)?(安排)?数?$/;
const BUDGET = /^(20\d\d年度?)?(年初|全年|本年)?预算数?$/;
const ACTUAL = /^(20\d\d年度?)?(本年)?(决算|执行|支出决算)数?$/;

/** Whether a heading over columns is such. */
const hasGroup = (all: readonly (readonly string[])[], is: (label: string) => boolean): boolean =>
  all.some((path) => path.slice(0, -1).some((label) => is(bare(label))));

/** A label with a year, where another label names a later or an earlier one. */
function yearKind(label: string, all: readonly (readonly string[])[]): ColumnKind | null {
  const year = yearIn(label);
  if (year === null) return null;
  const years = all.flatMap((path) => path.flatMap((other) => yearIn(bare(other)) ?? []));
  const latest = Math.max(...years);
  if (year < latest) return 'last-year';
  return Math.min(...years) < latest && !/决算|执行/.test(label) ? 'this-year' : null;
}

const yearIn = (label: string): number | null => {
  const year = /(20\d\d)年?/.exec(label)?.[1];
  return year === undefined ? null : Number(year);
};
