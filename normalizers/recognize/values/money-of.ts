import type { BudgetAxis, BudgetLine, Horizon, MoneyAt, Scope } from '../../../src/model/disclosure.js';
import type { MoneyUnit } from '../../../src/model/facts/money-units.js';
import { parseMoney } from '../../parse/money/parse-money.js';
import type { FieldValue, RecognizedForm } from '../form/form.js';
import { type CellAt, evidenceOf } from '../form/ledger.js';
import { compact } from '../words/label-text.js';
import { axisOfGroup, budgetOf, labelText, scopeOf } from '../words/vocabulary.js';

/** The units that hold for a form where its cells print none. */
export interface MoneyUnits {
  caption: MoneyUnit | null;
  paragraph: MoneyUnit | null;
  document: MoneyUnit | null;
}

export const moneyAt = (at: CellAt, text: string, label: string, units: MoneyUnits): MoneyAt => ({
  money: parseMoney(text, { label, ...units }, at.cell.exact),
  label,
  evidence: evidenceOf(at),
});

export type MoneyLine = Omit<BudgetLine, 'form' | 'project'>;

/** The budget lines of a form's key/value part, in order of printing. */
export function budgetLinesOfFields(form: RecognizedForm, units: MoneyUnits): MoneyLine[] {
  const lines: MoneyLine[] = [];
  const above: FieldValue[] = [];
  let before: { axis: BudgetAxis; column: number } | null = null;
  for (const value of withWholePeriod(form.fields.filter(({ field }) => field === 'budget'))) {
    const label = labelText(value.label);
    const known = budgetOf(label.core);
    if (!known) continue;
    const inherited = inheritedFrom(value, above);
    const axis = axisOf(value.group, known.axis, before, value.column, lines);
    lines.push({
      axis,
      category: label.core,
      horizon:
        value.horizon === 'period' ? 'period' : known.horizon === 'period' ? 'period' : inherited.horizon,
      scope: value.scope ?? inherited.scope,
      money: parseMoney(
        value.text,
        { label: `${value.group} ${value.label}`, ...units },
        value.at.cell.exact,
      ),
      label: value.label,
      evidence: evidenceOf(value.at),
    });
    before = { axis, column: value.column };
    above.push(value);
  }
  return lines;
}

/**
 * A total without a year beside one with (资金总额 | 当年资金总额; 项目资金总额 above 年度资金申请总额) is that of the whole period, and
 * so is what stands in its row without naming the year.
 */
function withWholePeriod(values: readonly FieldValue[]): FieldValue[] {
  const ofYear = ({ label }: FieldValue) => /年度|当年|本年|全年/.test(label);
  const totals = values.filter(
    (value) => budgetOf(labelText(value.label).core)?.axis === 'total' && value.scope !== 'all-levels',
  );
  if (!totals.some(ofYear)) return [...values];
  const whole = totals.filter((value) => !ofYear(value));
  const yearRows = new Set(totals.filter(ofYear).map((value) => value.row));
  return values.map((value) => {
    const beside = whole.some(({ row }) => row === value.row && !yearRows.has(row)) && !ofYear(value);
    return whole.includes(value) || beside ? { ...value, horizon: value.horizon ?? 'period' } : value;
  });
}

const ROWS_OF_A_BLOCK = 8;

/** Scope and horizon of the label above in the same column: 财政拨款 under 年度资金总额(含本级). */
function inheritedFrom(value: FieldValue, above: readonly FieldValue[]): { scope: Scope; horizon: Horizon } {
  const column = above.filter(
    (other) => other.column === value.column && value.row - other.row < ROWS_OF_A_BLOCK,
  );
  const scoped = [...column].reverse().find((other) => other.scope);
  const timed = [...column].reverse().find((other) => other.horizon);
  const period = timed?.horizon === 'period' && value.horizon === undefined;
  return { scope: scoped?.scope ?? 'own', horizon: period ? 'period' : 'annual' };
}

/** The group decides (按收入性质分); 其他资金 goes with the figures printed above it in its column. */
function axisOf(
  group: string,
  own: BudgetAxis | 'inherit',
  before: { axis: BudgetAxis; column: number } | null,
  column: number,
  lines: readonly MoneyLine[],
): BudgetAxis {
  const byGroup = axisOfGroup(labelText(group).core);
  if (byGroup && own !== 'total') return byGroup;
  if (own !== 'inherit') return own;
  if (
    lines.some((line) => line.axis === 'revenue') &&
    (before?.axis !== 'funding' || before.column !== column)
  ) {
    return 'revenue';
  }
  return 'funding';
}

/** The budget lines of amount columns: `财政拨款·合计`, `其中·财政资金`, `资金总额` … */
export function budgetLinesOfColumns(
  columns: readonly { label: string; at: CellAt }[],
  units: MoneyUnits,
): MoneyLine[] {
  const byRevenue = columns.some(
    ({ label }) => budgetOf(labelText(label.split('·').at(-1) ?? '').core)?.axis === 'revenue',
  );
  const rest: BudgetAxis = byRevenue ? 'revenue' : 'funding';
  return columns.map(({ label, at }) => {
    const path = label.split('·');
    const own = path.at(-1) ?? '';
    const core = labelText(own).core;
    const known = budgetOf(core);
    const group = path.slice(0, -1).join('·');
    const groupBudget = path.length > 1 ? budgetOf(labelText(path.at(-2) ?? '').core) : undefined;
    const isSum = known?.weak === true && groupBudget !== undefined;
    const axis = isSum
      ? plainAxis(groupBudget.axis, rest)
      : (axisOfGroup(labelText(path.at(-2) ?? '').core) ?? plainAxis(known?.axis ?? 'total', rest));
    return {
      axis,
      category: isSum ? labelText(path.at(-2) ?? '').core : core,
      horizon: known?.horizon ?? 'annual',
      scope: scopeOf(labelText(own).qualifiers) ?? 'own',
      money: parseMoney(at.cell.text, { label: `${group} ${own}`, ...units }, at.cell.exact),
      label,
      evidence: evidenceOf(at),
    };
  });
}

/** 其他资金 belongs to the figures it stands among. */
export const plainAxis = (axis: BudgetAxis | 'inherit', rest: BudgetAxis): BudgetAxis =>
  axis === 'inherit' ? rest : axis;

/**
 * The total among amounts: a total by its label, else the first, unless it is printed as a part (其中：中央补助): a part never
 * stands for the total.
 */
export const totalAmong = <T extends { axis: BudgetAxis; horizon: Horizon; scope: Scope; label: string }>(
  lines: readonly T[],
): T | null =>
  lines.find((line) => line.axis === 'total' && line.horizon === 'annual' && line.scope === 'own') ??
  lines.find((line) => line.axis === 'total') ??
  lines.slice(0, 1).find(({ label }) => !isPart(label)) ??
  null;

const isPart = (label: string): boolean =>
  label.split('·').some((piece) => compact(piece).startsWith('其中'));
