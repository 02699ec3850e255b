import type { CostLine } from '../../model/disclosure.js';
import type { Calculation, CalculationFactor, CalculationTerm } from '../../model/target.js';
import type { Figure } from '../figures/figure.js';
import { figureOf } from '../figures/figure.js';
import type { OperandDraft } from '../verdicts/operand.js';
import { notApplicable, notEvaluated, type Silence, type Verdict } from '../verdicts/verdict.js';
import { oncePer } from './once-per.js';
import type { FormEntry, FormSubject } from './subject.js';

/** A cost line whose 测算依据 was read. */
export interface CalculatedLine {
  line: CostLine;
  name: string;
  parsed: Calculation;
  /** The line's amount; null where the form prints none. */
  amount: Figure | null;
  /** The cell of the 测算依据. */
  operand: OperandDraft;
}

export const nameOf = (line: CostLine): string => line.item ?? line.category ?? '支出明细';

export const amountOf = (line: CostLine, entry: FormEntry): Figure | null =>
  line.money && line.evidence.money
    ? figureOf(nameOf(line), line.money, line.evidence.money, entry.reading)
    : null;

/** Judges each cost line of a form whose calculation was read; the others say why they are not judged. */
export function* judgeCalculations(
  form: FormSubject,
  judge: (read: CalculatedLine, entry: FormEntry) => Iterable<Verdict>,
): Iterable<Verdict> {
  const lines = readLines(form);
  if (lines.length === 0) return yield notApplicable('没有支出明细');
  for (const { entry, read } of lines) {
    if (isCalculated(read)) yield* judge(read, entry);
    else yield read;
  }
}

const readLines = oncePer((form: FormSubject) =>
  form.entries.flatMap((entry) => entry.costs.map((line) => ({ entry, read: calculationOf(line, entry) }))),
);

/** A cost line with what was read of its calculation, or why there is none. */
export function calculationOf(line: CostLine, entry: FormEntry): CalculatedLine | Silence {
  const evidence = line.evidence.calculation;
  if (!line.calculation?.trim() || !evidence) return notApplicable('没有测算依据');
  if (!line.parsed || line.parsed.result === 'unparsed') return notEvaluated('测算依据未能读出');
  return {
    line,
    name: nameOf(line),
    parsed: line.parsed,
    amount: amountOf(line, entry),
    operand: { label: '测算依据', evidence, form: entry.reading },
  };
}

export const isCalculated = (candidate: CalculatedLine | Silence): candidate is CalculatedLine =>
  'parsed' in candidate;

/** A product or sum with its printed result, both in 元. */
export interface CheckedTerm extends CalculationTerm {
  computedYuan: string;
  statedYuan: string;
}

export const checkedTerms = ({ terms }: Calculation): CheckedTerm[] => terms.filter(isChecked);

const isChecked = (term: CalculationTerm): term is CheckedTerm =>
  (term.kind === 'product' || term.kind === 'sum') && term.computedYuan !== null && term.statedYuan !== null;

/** `12（人） × 235（元/人/月） × 12（月）` */
export function showTerm({ factors, implied, kind, printed }: CalculationTerm): string {
  if (factors.length === 0) return printed.trim();
  const shown = factors.map((factor) => factor.printed.trim());
  return [...shown, ...(implied ? [`${implied.value}（${implied.unit}）`] : [])].join(
    kind === 'sum' ? ' + ' : ' × ',
  );
}

/** Why a product may have been misread: units of the price that no other factor cancels, or counters it does not know. */
export function unitDoubts({ kind, factors, implied }: CalculationTerm): string[] {
  if (kind !== 'product') return [];
  const prices = factors.filter(isPrice);
  const counters = [...factors.filter((factor) => !isPrice(factor)), ...(implied ? [implied] : [])]
    .map(({ unit }) => plainUnit(unit))
    .filter((unit) => unit !== '' && unit !== '%');
  if (prices.length !== 1) return ['算式中没有单价或不止一个单价'];
  const per = prices.flatMap(({ unit }) => unit.split('/').slice(1).map(plainUnit));
  const left = per.filter((unit) => !counters.includes(unit));
  return left.length > 0 ? ['算式的单位不能约去'] : [];
}

const isPrice = ({ unit }: Pick<CalculationFactor, 'unit'>): boolean => /元/.test(unit);

const SAME_UNIT: Record<string, string> = { 名: '人', 个月: '月', 人员: '人', 人次: '次' };

const plainUnit = (unit: string): string => SAME_UNIT[unit.trim()] ?? unit.trim();
