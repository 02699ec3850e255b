import type { MoneyUnit } from '../../../src/model/facts/money-units.js';
import { readUnit, type UnitReading } from '../quantity/unit-reader.js';
import { unknownColumnUnit } from '../quantity/unknown-unit.js';
import { valueLexicon } from '../quantity/value-lexicon.js';
import { type ValueText, valueText } from '../quantity/value-text.js';

/** What stands around a target in its row and table. */
export interface TargetInput {
  /** The target's cell; with `value` given, the cells joined are read instead. */
  text: string;
  /** 三级指标 */
  name?: string;
  /** Operator, figure and unit where they are columns of their own. */
  operator?: string;
  value?: string;
  unit?: string;
  /** Money unit of the table (金额单位：万元). */
  moneyUnit?: MoneyUnit | null;
  /** 二级指标 */
  level2?: string | null;
  description?: string | null;
  projectName?: string;
  /** Fiscal year of the document: completes 12月底前. */
  year?: number | null;
}

/** The input made ready for the recognisers. */
export interface TargetContext {
  source: ValueText;
  name: string;
  /** As printed. */
  description: string;
  projectName: string;
  /** A cost indicator: its figures are money. */
  isCost: boolean;
  /** Unit in brackets at the end of the name: 补助人数（人）. */
  nameUnit: UnitReading | null;
  nameUnitPrinted: string | null;
  moneyUnit: MoneyUnit | null;
  unitInColumn: boolean;
  /** The column's unit where no list knows it; the source is read without it. */
  columnUnit: { unit: UnitReading; printed: string } | null;
  year: number | null;
}

const { rateWords, moneyWords, maybeMoneyWords } = valueLexicon.phrases;
const NOT_MONEY = /数量|质量|时效|满意/;

export const mentions = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.includes(word));

/** The unit in brackets at the end of a name that is no list, or before 数, 数量 there; 万 alone is money for a cost indicator. */
function unitOfName(name: ValueText, isCost: boolean): { unit: UnitReading; printed: string } | null {
  const open = name.text.lastIndexOf('(');
  const close = name.text.indexOf(')', open);
  if (open < 0 || !/^(总?[数量]|数量|总数量)?$/.test(name.text.slice(close + 1)) || /[；;]/.test(name.text))
    return null;
  const unit = readUnit(name.text, open + 1);
  if (unit?.end !== close) return null;
  const printed = name.printed(unit.start, unit.end);
  if (unit.unit !== null) return { unit, printed };
  return isCost ? { unit: { ...unit, unit: '元', kind: 'money' }, printed } : null;
}

/** Money words count only at the end of the name (资金使用率 is no amount); 奖励, 补贴 … not where the level asks for a count. */
function isCostIndicator(level2: string, name: string): boolean {
  if (mentions(name, rateWords)) return false;
  const end = name.replace(/\([^()]{0,12}\)$/, '').slice(-4);
  if (level2.includes('成本') || mentions(end, moneyWords)) return true;
  return !NOT_MONEY.test(level2) && mentions(end, maybeMoneyWords);
}

function columnUnitOf({ value, unit }: TargetInput): TargetContext['columnUnit'] {
  const printed = (unit ?? '').trim();
  if (value === undefined || printed === '') return null;
  const reading = unknownColumnUnit(valueText(printed).text);
  return reading && { unit: reading, printed };
}

/** Gathers what the recognisers need; `source` is the text to read. */
export function targetContext(input: TargetInput, source: ValueText): TargetContext {
  const name = valueText(input.name ?? '');
  const level2 = valueText(input.level2 ?? '').text;
  const isCost = isCostIndicator(level2, name.text);
  const nameUnit = unitOfName(name, isCost);
  return {
    source,
    name: name.text,
    description: input.description ?? '',
    projectName: input.projectName ?? '',
    isCost,
    nameUnit: nameUnit?.unit ?? null,
    nameUnitPrinted: nameUnit?.printed ?? null,
    moneyUnit: input.moneyUnit ?? null,
    unitInColumn: input.value !== undefined && (input.unit ?? '').trim() !== '',
    columnUnit: columnUnitOf(input),
    year: input.year ?? null,
  };
}
