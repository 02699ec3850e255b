import Big from 'big.js';
import type { ProjectRow } from '../../model/comparison.js';
import type { TrendChange } from '../../model/trend.js';

type Change = Omit<TrendChange, 'yearBefore' | 'year'>;

/** A project that is there in both years, with its money. */
export function amountChange(before: ProjectRow, after: ProjectRow): Change {
  const isSame = before.amountFen === after.amountFen;
  const isKnown = before.amountFen !== null && after.amountFen !== null;
  return {
    ...projectChange(after),
    change: isSame ? 'same' : 'changed',
    nameBefore: before.project === after.project ? null : before.project,
    before: wanOf(before.amountFen),
    after: wanOf(after.amountFen),
    differenceFen: isKnown ? Number(after.amountFen) - Number(before.amountFen) : null,
  };
}

/** A project of one year alone. */
export const cameOrWent = (change: 'came' | 'went', row: ProjectRow): Change => ({
  ...projectChange(row),
  change,
  [change === 'came' ? 'after' : 'before']: wanOf(row.amountFen),
});

const projectChange = ({ id, project, place }: ProjectRow): Omit<Change, 'change'> => ({
  of: 'project',
  project,
  name: project,
  nameBefore: null,
  before: null,
  after: null,
  differenceFen: null,
  likeness: null,
  row: `p${id}`,
  place,
});

/** Fen as 万元, a decimal string. */
export const wanOf = (fen: number | null): string | null =>
  fen === null ? null : new Big(fen).div(1_000_000).toFixed();
