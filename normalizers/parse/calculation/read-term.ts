import Big from 'big.js';
import type { MoneyUnit } from '../../../src/model/facts/money-units.js';
import { yuanIn } from '../../../src/model/facts/money-units.js';
import type { CalculationFactor, CalculationTerm } from '../../../src/model/target.js';
import type { ValueText } from '../quantity/value-text.js';
import { type AmountToken, amountValue } from './calculation-tokens.js';
import { amountUnit, evaluate } from './evaluate.js';
import type { Expression } from './expression.js';
import { amountsOf, type Item, lumpYuan } from './read-items.js';
import { type ProductReading, readingsOf, reconcile, type Stated, type TermStatus } from './reconcile.js';
import { slackOf } from './slack.js';

/** A term with how its figures agree; `open`: no result is printed beside the product. */
export interface TermReading {
  term: CalculationTerm;
  status: TermStatus | 'lump' | 'open' | 'unreadable';
  /** Amount of the term in 元: computed, or printed where nothing can be computed. */
  computed: Big | null;
  stated: Big | null;
  slack: Big;
  /** Other readings of an open product, to be tried against the line's amount. */
  readings: ProductReading[];
}

const NONE = new Big(0);

function statedOf(side: Expression | undefined, moneyUnit: MoneyUnit | null): Stated[] {
  if (side?.type !== 'amount') return [];
  const { figure, unit } = side.amount;
  const name = amountUnit(side.amount);
  if (name === '元' || name === '元/年') {
    return [
      {
        yuan: amountValue(side.amount),
        slack: slackOf(figure, unit?.factor ?? new Big(1)),
        unitImplied: false,
      },
    ];
  }
  if (name !== '') return [];
  const units: MoneyUnit[] = moneyUnit === null || moneyUnit === '元' ? ['元'] : ['元', moneyUnit];
  return units.map((one) => ({
    yuan: new Big(figure).times(yuanIn(one)),
    slack: slackOf(figure, new Big(yuanIn(one))),
    unitImplied: true,
  }));
}

function factorOf(amount: AmountToken, source: ValueText): CalculationFactor {
  return {
    printed: source.printed(amount.start, amount.end),
    value: amountValue(amount).toFixed(),
    unit: amountUnit(amount),
  };
}

/** The last side before the result that holds money: 20人*3次=60人次*100元=6000元. */
function computedSide(sides: readonly Expression[], moneyUnit: MoneyUnit | null) {
  for (const side of [...sides].reverse()) {
    const evaluation = evaluate(side);
    const readings = evaluation ? readingsOf(evaluation, moneyUnit) : [];
    if (readings.length > 0) return { side, readings };
  }
  return null;
}

const yuan = (amount: Big | null): string | null => amount?.toFixed() ?? null;

function lumpTerm(item: Item): TermReading {
  const amount = lumpYuan(item);
  const side = item.statement.sides.at(-1);
  const slack =
    side?.type === 'amount' ? slackOf(side.amount.figure, side.amount.unit?.factor ?? new Big(1)) : NONE;
  const term: CalculationTerm = {
    printed: item.printed,
    label: item.label,
    factors: [],
    computedYuan: null,
    statedYuan: yuan(amount),
    slackYuan: slack.toFixed(),
    kind: 'lump',
  };
  return { term, status: 'lump', computed: amount, stated: amount, slack, readings: [] };
}

/** Reads one item as a term: its product recomputed and compared with the result printed beside it. */
export function readTerm(item: Item, moneyUnit: MoneyUnit | null, source: ValueText): TermReading {
  const { sides } = item.statement;
  if (item.kind === 'lump' && sides.length === 1) return lumpTerm(item);
  const stated = sides.length > 1 ? statedOf(sides.at(-1), moneyUnit) : [];
  const found = computedSide(stated.length > 0 ? sides.slice(0, -1) : sides, moneyUnit);
  const reconciled = reconcile(found?.readings ?? [], stated);
  const [asPrinted] = found?.readings ?? [];
  const chosen = reconciled?.reading ?? asPrinted;
  const result = reconciled?.stated ?? stated[0];
  const slack = result?.slack ?? NONE;
  const status = reconciled?.status ?? (chosen ? 'open' : 'unreadable');
  const implied = reconciled && status !== 'differs' ? reconciled.reading.implied : undefined;
  const term: CalculationTerm = {
    printed: item.printed,
    label: item.label,
    factors: amountsOf(found?.side ?? sides[0] ?? { type: 'sum', terms: [] }).map((amount) =>
      factorOf(amount, source),
    ),
    ...(implied ? { implied } : {}),
    computedYuan: yuan(chosen?.yuan ?? null),
    statedYuan: yuan(result?.yuan ?? null),
    slackYuan: result ? slack.toFixed() : null,
    kind: item.kind === 'sum' ? 'sum' : 'product',
  };
  const readings = status === 'open' ? (found?.readings ?? []) : [];
  return {
    term,
    status,
    computed: chosen?.yuan ?? result?.yuan ?? null,
    stated: result?.yuan ?? null,
    slack,
    readings,
  };
}

/** Products that hold no money (20人*3次=60人次) are counts. */
export const holdsMoney = ({ term, status }: TermReading): boolean =>
  status === 'lump' ||
  term.statedYuan !== null ||
  (status === 'open' && term.factors.some(({ unit }) => unit.startsWith('元')));
