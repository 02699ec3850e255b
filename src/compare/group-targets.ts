import type { IndicatorRow, TargetGroup } from '../model/comparison.js';
import { coreIndicator } from './core-name.js';
import { groupAlike } from './group-alike.js';
import { groupBy } from './group-by.js';
import { nameTie } from './name-tie.js';
import { spread } from './spread.js';

/** Indicators of one level 2 and one name side by side, those found in most places first. */
export function groupTargets(rows: readonly IndicatorRow[]): TargetGroup[] {
  const groups = [...groupBy(withoutPeriodTwins(rows), ({ level2 }) => level2)].flatMap(([level2, ofLevel]) =>
    groupAlike(
      ofLevel,
      nameTie(({ name }) => coreIndicator(name)),
    ).map(({ leader, members }) =>
      targetGroup(
        leader.name,
        level2,
        members.map(({ item }) => item),
      ),
    ),
  );
  return groups.sort((a, b) => b.places - a.places || b.indicators.length - a.indicators.length);
}

function targetGroup(name: string, level2: string | null, indicators: IndicatorRow[]): TargetGroup {
  const places = new Set(indicators.map(({ regionCode, region }) => regionCode ?? region));
  const figures = indicators.flatMap(({ quantity, measure }) =>
    quantity === null ? [] : [{ quantity, measure }],
  );
  const [measure, ...others] = new Set(figures.map((figure) => figure.measure));
  const comparable = figures.length > 1 && typeof measure === 'string' && others.length === 0;
  const spreading = comparable ? spread(figures.map(({ quantity }) => String(quantity))) : null;
  return {
    name,
    level2,
    indicators: [...indicators].sort(
      (a, b) => (b.quantity ?? -Infinity) - (a.quantity ?? -Infinity) || a.id - b.id,
    ),
    places: places.size,
    spread: spreading && typeof measure === 'string' ? { ...spreading, measure } : null,
  };
}

/** A form with two horizons prints an indicator twice; the year's target stands for both. */
function withoutPeriodTwins(rows: readonly IndicatorRow[]): IndicatorRow[] {
  const key = ({ documentId, projectId, name }: IndicatorRow): string =>
    JSON.stringify([documentId, projectId, name]);
  const annual = new Set(rows.filter(({ horizon }) => horizon === 'annual').map(key));
  return rows.filter((row) => row.horizon === 'annual' || !annual.has(key(row)));
}
