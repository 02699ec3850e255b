/** Exponents of units: 元/人/月 is { 元: 1, 人: -1, 月: -1 }. */
export type UnitDimension = ReadonlyMap<string, number>;

export const NO_DIMENSION: UnitDimension = new Map();

/** `元/人/月` → its exponents; '' has none. */
export function unitDimension(unit: string): UnitDimension {
  const exponents = new Map<string, number>();
  unit.split('/').forEach((name, index) => {
    if (name !== '') exponents.set(name, (exponents.get(name) ?? 0) + (index === 0 ? 1 : -1));
  });
  return exponents;
}

/** Exponents of a product (`sign` 1) or quotient (-1); what cancels is gone. */
export function combine(left: UnitDimension, right: UnitDimension, sign: 1 | -1): UnitDimension {
  const exponents = new Map(left);
  for (const [unit, exponent] of right) {
    const sum = (exponents.get(unit) ?? 0) + sign * exponent;
    if (sum === 0) exponents.delete(unit);
    else exponents.set(unit, sum);
  }
  return exponents;
}

/** Units left over below the line: a factor is missing for each. Bare counters above it are no fault. */
export const leftOver = (dimension: UnitDimension): string[] =>
  [...dimension].filter(([, exponent]) => exponent < 0).map(([unit]) => unit);

export const moneyPower = (dimension: UnitDimension): number => dimension.get('元') ?? 0;
