import type { Leaf } from '../rows/table-type.js';
import { candidatesOf } from '../words/candidates-of.js';
import type { ColumnRole } from '../words/roles.js';
import { isHistory, labelText } from '../words/vocabulary.js';

interface DatedLeaf {
  year: number | undefined;
  core: string;
  roles: ColumnRole[];
}

/**
 * The roles each column of a header can have. A year in a label is compared with those of the other columns: what was planned
 * or reached in an earlier year than the form's is history (2022年完成值 beside 2023年目标值), and where the columns do not tell
 * which year is the form's, a dated column has no role rather than a wrong one.
 */
export function leafCandidates(leaves: readonly Leaf[]): ColumnRole[][] {
  const dated = leaves.map(({ cell }): DatedLeaf => {
    const { core, year } = labelText(cell.text);
    return { year, core, roles: candidatesOf(cell.text) };
  });
  if (dated.every(({ year }) => year === undefined)) return dated.map(({ roles }) => roles);
  const ofForm = yearOfForm(dated);
  return dated.map(({ year, core, roles }) => {
    if (year === undefined || year === ofForm) return roles;
    const isEarlier = ofForm !== undefined && year < ofForm;
    return isEarlier && (roles.some(isOfIndicator) || isHistory(core)) ? ['indicator.history'] : [];
  });
}

const isOfIndicator = (role: ColumnRole): boolean => role.startsWith('indicator.');

/** That of the values planned; where they name none or several, the one of the values reached, beside a score. */
function yearOfForm(leaves: readonly DatedLeaf[]): number | undefined {
  const planned = yearsOf(leaves, /^(?:indicator\.target|work\.goal|execution\.(?:initial|budget))$/);
  const [only, ...others] = planned;
  if (only !== undefined && others.length === 0) return only;
  const reached = yearsOf(leaves, /^(?:indicator\.(?:actual|score)|work\.actual|execution\.(?:spent|rate))$/);
  const last = reached.length === 0 ? undefined : Math.max(...reached);
  const scored = leaves.some(({ roles }) => roles.some((role) => /\.score$/.test(role)));
  return last !== undefined && (planned.includes(last) || (planned.length === 0 && scored))
    ? last
    : undefined;
}

const yearsOf = (leaves: readonly DatedLeaf[], which: RegExp): number[] => [
  ...new Set(
    leaves.flatMap(({ year, roles }) =>
      year !== undefined && roles.some((role) => which.test(role)) ? [year] : [],
    ),
  ),
];
