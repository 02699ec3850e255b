import type Big from 'big.js';
import type { MoneyUnit } from '../../../src/model/facts/money-units.js';
import { yuanIn } from '../../../src/model/facts/money-units.js';
import { valueLexicon } from '../quantity/value-lexicon.js';
import type { Evaluation } from './evaluate.js';
import { leftOver, moneyPower } from './unit-algebra.js';

export type TermStatus = 'exact' | 'rounding' | 'implied-factor' | 'implied-unit' | 'differs';

export interface Implied {
  value: string;
  unit: string;
}

/** One way to read a product in 元. */
export interface ProductReading {
  yuan: Big;
  status: 'as-printed' | 'implied-unit' | 'implied-factor';
  implied?: Implied;
}

/** An amount printed beside a product: what it may be in 元, and how far rounding may move it. */
export interface Stated {
  yuan: Big;
  slack: Big;
  unitImplied: boolean;
}

const IMPLIED = new Map(valueLexicon.calculation.impliedFactors.map(({ unit, values }) => [unit, values]));

/** Every way to read a product in 元, the printed one first; none where it holds no money. */
export function readingsOf(evaluation: Evaluation, moneyUnit: MoneyUnit | null): ProductReading[] {
  const { value, dimension, unitless } = evaluation;
  const power = moneyPower(dimension);
  if (power === 0 && unitless > 0) {
    const units: MoneyUnit[] = moneyUnit === null || moneyUnit === '元' ? ['元'] : ['元', moneyUnit];
    return units.map((unit) => ({ yuan: value.times(yuanIn(unit)), status: 'implied-unit' }));
  }
  if (power !== 1) return [];
  const missing = leftOver(dimension).flatMap((unit) =>
    (IMPLIED.get(unit) ?? []).map(
      (factor): ProductReading => ({
        yuan: value.times(factor),
        status: 'implied-factor',
        implied: { value: factor, unit },
      }),
    ),
  );
  return [{ yuan: value, status: 'as-printed' }, ...missing];
}

/** Whether two amounts meet: exactly, within the slack, or not. */
export function meets(computed: Big, stated: Big, slack: Big): 'exact' | 'rounding' | null {
  const difference = computed.minus(stated).abs();
  if (difference.eq(0)) return 'exact';
  return difference.lte(slack) ? 'rounding' : null;
}

export interface Reconciled {
  status: TermStatus;
  reading: ProductReading;
  stated: Stated;
}

/**
 * The first reading that meets what is printed. An implied factor or unit counts only when it meets; where none does, the printed reading stands and
 * the two differ. Null where there is nothing to compare.
 */
export function reconcile(
  readings: readonly ProductReading[],
  statedAs: readonly Stated[],
): Reconciled | null {
  for (const reading of readings) {
    for (const stated of statedAs) {
      const met = meets(reading.yuan, stated.yuan, stated.slack);
      if (!met) continue;
      const implied =
        reading.status !== 'as-printed' ? reading.status : stated.unitImplied ? 'implied-unit' : null;
      return { status: implied ?? met, reading, stated };
    }
  }
  const [reading] = readings;
  const [stated] = statedAs;
  return reading && stated ? { status: 'differs', reading, stated } : null;
}
