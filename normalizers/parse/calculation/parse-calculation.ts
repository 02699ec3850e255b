import Big from 'big.js';
import type { MoneyUnit } from '../../../src/model/facts/money-units.js';
import type { Calculation } from '../../../src/model/target.js';
import { type ValueText, valueText } from '../quantity/value-text.js';
import { amountValue, calculationTokens } from './calculation-tokens.js';
import { amountUnit } from './evaluate.js';
import { judge } from './judge.js';
import { amountsOf, type Item, readItems } from './read-items.js';
import { resolveStructure } from './resolve-structure.js';
import { slackOfFen } from './slack.js';

/** What the calculation should add up to. */
export interface CalculationContext {
  /** The line's amount in fen. */
  amountFen: number | null;
  /** Money unit of the column; figures without a unit may be in it. */
  moneyUnit: MoneyUnit | null;
}

function quantitiesOf(items: readonly Item[], source: ValueText): Calculation['quantities'] {
  return items.flatMap((item) => {
    const inner = quantitiesOf(item.details, source);
    if (item.kind === 'count' && !item.closed) return inner;
    const counted = item.statement.sides.flatMap(amountsOf).flatMap((amount) => {
      const unit = amountUnit(amount);
      if (unit === '' || unit === '%' || unit.startsWith('元')) return [];
      const printed = source.printed(amount.start, amount.end);
      return [{ printed, value: amountValue(amount).toFixed(), unit, label: item.label }];
    });
    return [...counted, ...inner];
  });
}

/**
 * Reads a calculation (测算依据及过程说明), recomputes it exactly and compares it with its own results and with the line's amount. All
 * amounts are decimal strings in 元. Never throws; a text without money is `unparsed`.
 */
export function parseCalculation(text: string, context: CalculationContext): Calculation {
  const source = valueText(text);
  const items = readItems(calculationTokens(source), source);
  const structure = resolveStructure(items, context.moneyUnit, source);
  const { amountFen, moneyUnit } = context;
  const line =
    amountFen === null
      ? null
      : { yuan: new Big(amountFen).div(100), slack: slackOfFen(amountFen, moneyUnit) };
  const { result, terms, computed, stated } = judge(structure.terms, line);
  return {
    raw: text,
    result: structure.flags.length > 0 ? 'differs' : result,
    terms: terms.map(({ term }) => term),
    computedYuan: computed?.toFixed() ?? null,
    statedYuan: stated?.toFixed() ?? null,
    quantities: quantitiesOf(items, source),
    ...(structure.flags.length > 0 ? { flags: structure.flags } : {}),
  };
}
