import type { ProjectTableRow } from '../../form/form.js';
import { compact } from '../../words/label-text.js';

/** How the names of organisations end. */
export const ORGANISATION =
  /(局|委|委员会|办公室|厅|院|中心|学校|大学|学院|所|站|队|馆|协会|联合会|总会|政府|办事处|公司|部|会|社)(\(本级\)|本级)?$/;

/**
 * Whether row `index` sums the projects of one agency: it prints no goal and has no indicators, and names the department or an
 * organisation before the projects of it, or its amount is the sum of the rows below up to the next without a goal.
 */
export function isAgencyRow(
  rows: readonly ProjectTableRow[],
  index: number,
  hasIndicators: boolean,
  department: string,
): boolean {
  const row = rows[index];
  if (row?.kind !== 'project' || hasIndicators || hasGoal(row)) return false;
  if (department !== '' && department.endsWith(nameOf(row))) return true;
  return (namesOrganisation(row) && rows[index + 1]?.kind === 'project') || sumsRowsBelow(rows, index);
}

/** At least two rows with goals below, whose first amounts add up to its own within the rounding of cents. */
function sumsRowsBelow(rows: readonly ProjectTableRow[], index: number): boolean {
  const own = amountOf(rows[index]);
  let sum = 0;
  let below = 0;
  for (const row of rows.slice(index + 1)) {
    if (row.kind !== 'project' || !hasGoal(row)) break;
    sum += amountOf(row);
    below++;
  }
  return below >= 2 && own > 0 && Math.abs(own - sum) <= 0.005 * (below + 1);
}

const amountOf = (row: ProjectTableRow | undefined): number =>
  Number((row?.amounts[0]?.at.cell.text ?? '').replace(/[,，\s]/g, ''));

const hasGoal = ({ cells }: ProjectTableRow): boolean =>
  cells['goal.annual'] !== undefined || cells['goal.period'] !== undefined;

const nameOf = (row: ProjectTableRow): string =>
  compact((row.cells['project.name'] ?? []).map((at) => at.cell.text).join(''));

/** A row without a goal whose name is that of an organisation. */
export const namesOrganisation = (row: ProjectTableRow): boolean =>
  !hasGoal(row) && ORGANISATION.test(nameOf(row).replace(/(?<=.)\([^()]*\)$/, ''));
