import type { TrendChange } from '../../model/trend.js';
import { profiled, projectLikeness } from '../group-projects.js';
import { pairUp } from '../pair-up.js';
import { amountChange, cameOrWent } from './amount-change.js';
import { indicatorChanges } from './indicator-changes.js';
import { goalChange, textChanges } from './text-changes.js';
import type { YearRows } from './year-rows.js';

/** What became of money, projects, indicators and texts from one year to another. */
export function changesOf(before: YearRows, after: YearRows): TrendChange[] {
  const years = { yearBefore: before.year, year: after.year };
  const { pairs, went, came } = pairUp(
    before.projects.map(profiled),
    after.projects.map(profiled),
    (a, b) => {
      const tie = projectLikeness(a, b);
      const isSameName = a.row.project === b.row.project;
      return { tie, same: isSameName || tie.same, score: isSameName ? 2 : tie.name };
    },
  );
  const whole = indicatorChanges(
    before.indicators.filter(({ projectId }) => projectId === null),
    after.indicators.filter(({ projectId }) => projectId === null),
  );
  const changes: Omit<TrendChange, 'yearBefore' | 'year'>[] = [
    ...pairs.map((pair) => amountChange(pair.before.row, pair.after.row)),
    ...came.map(({ row }) => cameOrWent('came', row)),
    ...went.map(({ row }) => cameOrWent('went', row)),
    ...whole,
    ...pairs.flatMap((pair) =>
      indicatorChanges(
        before.indicators.filter(({ projectId }) => projectId === pair.before.row.id),
        after.indicators.filter(({ projectId }) => projectId === pair.after.row.id),
      ),
    ),
    ...pairs.flatMap((pair) => goalChange(pair.before.row, pair.after.row)),
    ...textChanges(before.texts, after.texts),
  ];
  return changes.map((change) => ({ ...years, ...change }));
}
