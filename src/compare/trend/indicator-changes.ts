import type { IndicatorRow } from '../../model/comparison.js';
import type { TrendChange } from '../../model/trend.js';
import { coreIndicator } from '../core-name.js';
import { nameTie } from '../name-tie.js';
import { pairUp } from '../pair-up.js';

type Change = Omit<TrendChange, 'yearBefore' | 'year'>;

/** Indicators of one project (or of the whole department) in two years, matched by name within their level 2. */
export function indicatorChanges(before: readonly IndicatorRow[], after: readonly IndicatorRow[]): Change[] {
  const { compare, same } = nameTie<IndicatorRow>(({ name }) => coreIndicator(name));
  const { pairs, came, went } = pairUp(annual(before), annual(after), (a, b) => {
    const tie = compare(a, b);
    const isSameName = a.name === b.name;
    const isSameLevel = a.level2 === b.level2;
    return {
      tie,
      same: isSameLevel && (isSameName || same(tie)),
      score: isSameName ? 2 : tie.name,
    };
  });
  return [
    ...pairs.map(({ before: old, after: young }): Change => {
      const isSame = plainTarget(old) === plainTarget(young);
      const nameBefore = old.name === young.name ? null : old.name;
      return {
        ...indicatorChange(young),
        change: isSame ? 'same' : 'changed',
        nameBefore,
        before: old.target,
      };
    }),
    ...came.map((row): Change => ({ ...indicatorChange(row), change: 'came' })),
    ...went.map(
      (row): Change => ({
        ...indicatorChange(row),
        change: 'went',
        before: row.target,
        after: null,
      }),
    ),
  ];
}

const annual = (rows: readonly IndicatorRow[]): IndicatorRow[] => {
  const ofYear = rows.filter(({ horizon }) => horizon === 'annual');
  return ofYear.length > 0 ? ofYear : [...rows];
};

/** Signs count in a target: ≥95% is not ≤95%. */
const plainTarget = ({ target }: IndicatorRow): string =>
  (target ?? '').normalize('NFKC').replace(/[\s。，,;；]/g, '');

const indicatorChange = ({ id, project, name, target, place }: IndicatorRow): Omit<Change, 'change'> => ({
  of: 'indicator',
  project,
  name,
  nameBefore: null,
  before: null,
  after: target,
  differenceFen: null,
  likeness: null,
  row: `i${id}`,
  place,
});
