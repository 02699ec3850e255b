import type { DisclosureSpec, IndicatorSpec } from '../../src/audit/rules/example.js';
import { wan } from './generated-disclosure.js';
import type { SeededRandom } from './seeded-random.js';

/** A way forms are laid out, into which a disclosure with whatever is wrong in it is put. */
export interface Layout {
  name: string;
  /** Changes the disclosure in place; its figures stay. */
  change(spec: DisclosureSpec, random: SeededRandom): void;
  /** Rules that go by what this layout does not print. */
  blind: readonly string[];
}

const indicatorsOf = ({ departmentForm, projects = [] }: DisclosureSpec): IndicatorSpec[] =>
  [departmentForm, ...projects].flatMap((form) => form?.indicators ?? []);

const hundredsOf = (printed: string): number => Math.round(Number(printed) * 100);

/** Figures of a column of its own, with the sign before them and the unit of another column behind. */
function joinColumns(indicator: IndicatorSpec): void {
  const { parsed, target } = indicator;
  if (!parsed || parsed[3] === '' || /^[≥≤＝=<>]/.test(target)) return;
  const [, , value, unit] = parsed;
  if (target.trim() !== `${value}${unit}`) return;
  indicator.target = `＝${value}${unit}`;
  parsed[1] = '=';
}

/** Rows of two units that sum those behind them. */
function addSubtotals({ summary }: DisclosureSpec, random: SeededRandom): void {
  const rows = summary?.rows;
  if (!rows || rows.length < 4 || rows.some(({ amount }) => !/^\d/.test(amount))) return;
  const at = random.integer(2, rows.length - 2);
  const under = (name: string, some: typeof rows): typeof rows => [
    { name, amount: wan(some.reduce((sum, { amount }) => sum + hundredsOf(amount), 0)), sums: true },
    ...some,
  ];
  const [own, others] = [rows.slice(0, at), rows.slice(at)];
  rows.splice(0, rows.length, ...under('某局本级小计', own), ...under('某局服务中心小计', others));
}

/** Only what comes from the treasury is told of the funding: 其中：财政资金. */
function tellOfAPart({ projects = [] }: DisclosureSpec): void {
  for (const project of projects) {
    const { 财政资金: treasury } = project.funding ?? {};
    if (treasury !== undefined) project.funding = { 其中财政资金: treasury };
  }
}

export const LAYOUTS: readonly Layout[] = [
  {
    name: '没有分级',
    change(spec) {
      for (const indicator of indicatorsOf(spec)) {
        indicator.level1 = '';
        indicator.level2 = undefined;
      }
    },
    blind: ['dimension-missing', 'indicator-misplaced', 'target-not-measurable'],
  },
  {
    name: '单位另列一栏',
    change: (spec) => indicatorsOf(spec).forEach(joinColumns),
    blind: [],
  },
  { name: '只列“其中”一项', change: tellOfAPart, blind: ['budget-differs-from-funding'] },
  { name: '清单有小计', change: addSubtotals, blind: [] },
];
