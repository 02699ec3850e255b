import type { MoneyUnit } from '../../../src/model/facts/money-units.js';
import type { ValueText } from '../quantity/value-text.js';
import { amountUnit } from './evaluate.js';
import type { Expression, Factor } from './expression.js';
import { amountsOf, type Item } from './read-items.js';
import { readTerm, type TermReading } from './read-term.js';

const factorOf = (expression: Expression): Factor => ({ expression, divides: false });

/** Counts whose units the price names: 元/人 takes 20人; where it names none, all of them. */
function factorsFor(price: Item, counts: readonly Item[]): Expression[] {
  const [side] = price.statement.sides;
  if (side?.type !== 'amount') return [];
  const named = amountUnit(side.amount).split('/').slice(1);
  const matching = counts.filter((count) =>
    count.statement.sides.flatMap(amountsOf).some((amount) => named.includes(amountUnit(amount))),
  );
  return [side, ...matching.flatMap((count) => count.statement.sides.slice(0, 1))];
}

/**
 * A product whose factors stand in clauses of their own: 每人每月500元，20人，全年12万元. The structure leaves open whether they are multiplied, so
 * with a printed result it counts only where it meets it; without one it stays open for the line's amount to decide. Null where there is none.
 */
export function enumeratedProduct(
  items: readonly Item[],
  result: Item | null,
  moneyUnit: MoneyUnit | null,
  source: ValueText,
): TermReading | null {
  const prices = items.filter(({ kind }) => kind === 'price');
  const [price] = prices;
  const counts = items.filter(({ kind, closed }) => kind === 'count' && closed);
  if (!price || prices.length > 1 || counts.length === 0) return null;
  const factors = factorsFor(price, counts);
  const [stated] = result?.statement.sides ?? [];
  if (factors.length < 2 || (result && !stated)) return null;
  const product: Expression = { type: 'product', factors: factors.map(factorOf) };
  const last = result ?? items.at(-1) ?? price;
  const { start } = items[0]?.statement ?? price.statement;
  const { end, next } = last.statement;
  const term = readTerm(
    {
      ...last,
      kind: 'product',
      label: items[0]?.label ?? '',
      printed: source.printed(start, end),
      statement: { start, end, next, sides: stated ? [product, stated] : [product] },
    },
    moneyUnit,
    source,
  );
  return term.status === 'differs' || term.status === 'unreadable' ? null : term;
}
