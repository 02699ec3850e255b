import Big from 'big.js';
import type { CostRow, IndicatorRow, UnitFigure, UnitGroup } from '../model/comparison.js';
import type { CalculationFactor, CalculationTerm } from '../model/target.js';
import { coreIndicator } from './core-name.js';
import { groupAlike } from './group-alike.js';
import { groupBy } from './group-by.js';
import { nameTie } from './name-tie.js';
import { spread } from './spread.js';

/** Per year alone is a yearly amount, not a price. */
const NO_PRICE = '元/年';

/** Written last: 元/人/月, also where 元/月 is multiplied by 人. */
const TIMES = ['年', '季度', '月', '周', '天', '日'];

/** Prices named in calculations (测算依据) and in targets. */
export function unitFigures(costs: readonly CostRow[], indicators: readonly IndicatorRow[]): UnitFigure[] {
  return [...costs.flatMap(pricesOf), ...indicators.flatMap(priceOf)].filter(({ unit }) => unit !== NO_PRICE);
}

/** Prices of one unit for the same thing together, those of several places first. */
export function groupUnitFigures(figures: readonly UnitFigure[]): UnitGroup[] {
  const groups = [...groupBy(figures, ({ unit }) => unit)].flatMap(([unit, ofUnit]) =>
    groupAlike(
      ofUnit,
      nameTie(({ item }) => coreIndicator(item)),
    ).map(({ leader, members }): UnitGroup => {
      const items = members.map(({ item }) => item).sort((a, b) => new Big(b.yuan).cmp(a.yuan));
      const name = leader.item;
      return {
        name,
        unit,
        figures: items,
        spread: items.length > 1 ? spread(items.map(({ yuan }) => yuan)) : null,
      };
    }),
  );
  return groups.sort((a, b) => b.figures.length - a.figures.length);
}

function pricesOf({ parsed, calculation, ...cost }: CostRow): UnitFigure[] {
  return (parsed?.terms ?? []).flatMap((term) => {
    const price = priceOfTerm(term);
    if (!price) return [];
    const { id, item, projectId: _, ...rest } = cost;
    return [
      {
        ...rest,
        row: `c${id}`,
        item: term.label || item || '',
        ...price,
        printed: term.printed,
      },
    ];
  });
}

const isMoney = ({ unit }: CalculationFactor): boolean => unit === '元' || unit.startsWith('元/');

/**
 * What one of everything counted costs: 49人 × 612元/月 × 12月 is 612 元/人/月. The unit is what the price prints and what
 * it is multiplied by. Null where no factor, or more than one, is money.
 */
function priceOfTerm(term: CalculationTerm): Pick<UnitFigure, 'yuan' | 'unit' | 'implied'> | null {
  const { factors, kind, implied } = term;
  if (kind !== 'product') return null;
  const unitless = factors.filter(({ unit }) => unit === '');
  const money = factors.filter(isMoney);
  const isImplied =
    money.length === 0 && unitless.length === 1 && factors.length > 1 && term.computedYuan !== null;
  const price = isImplied ? unitless[0] : money.length === 1 ? money[0] : undefined;
  if (!price) return null;
  const counts = factors.filter((factor) => factor !== price && factor.unit !== '').map(({ unit }) => unit);
  const per = [...price.unit.split('/').slice(1), ...counts, ...(implied ? [implied.unit] : [])];
  if (per.length === 0) return null;
  const isTime = (unit: string): boolean => TIMES.includes(unit);
  const units = [...new Set(per)];
  return {
    yuan: price.value,
    unit: ['元', ...units.filter((unit) => !isTime(unit)), ...units.filter(isTime)].join('/'),
    implied: isImplied || (implied !== undefined && !price.unit.split('/').includes(implied.unit)),
  };
}

function priceOf(indicator: IndicatorRow): UnitFigure[] {
  const {
    id,
    name,
    target,
    quantity,
    measure,
    projectId: _,
    level2,
    description,
    horizon,
    ...rest
  } = indicator;
  if (quantity === null || target === null || !measure?.startsWith('元/')) return [];
  return [
    {
      ...rest,
      row: `i${id}`,
      item: name,
      yuan: String(quantity),
      unit: measure,
      printed: target,
      implied: false,
    },
  ];
}
