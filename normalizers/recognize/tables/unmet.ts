import type { Requirement } from '../rows/table-type.js';
import type { ColumnRole } from '../words/roles.js';

/**
 * What a header requires that none of its columns is; each column meets one requirement.
 *
 * @param candidates the roles each column can have
 */
export function unmet(requirement: Requirement, candidates: readonly ColumnRole[][]): Requirement {
  const used = new Set<number>();
  return requirement.filter((roles) => {
    const index = candidates.findIndex((of, i) => !used.has(i) && of.some((role) => roles.includes(role)));
    if (index >= 0) used.add(index);
    return index < 0;
  });
}
