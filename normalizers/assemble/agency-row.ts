import type { ProjectRow } from '../recognize/form.js';
import { compact } from '../recognize/label-text.js';

/** How the names of organisations end. */
export const ORGANISATION =
  /(局|委|委员会|办公室|厅|院|中心|学校|大学|学院|所|站|队|馆|协会|联合会|总会|政府|办事处|公司|部|会|社)(\(本级\)|本级)?$/;

/**
 * A row that sums the projects of one agency (`next` is the row after it): it names an organisation, prints no goal and has no indicators, and its amount
 * is that of the rows under it, or it stands right under the total.
 */
export function isAgencyRow(
  row: ProjectRow,
  next: ProjectRow | undefined,
  hasIndicators: boolean,
  department: string,
): boolean {
  const name = nameOf(row);
  if (row.cells['goal.annual'] || row.cells['goal.period']) return false;
  if (hasIndicators) return false;
  if (department !== '' && department.endsWith(name)) return true;
  return namesOrganisation(row) && next?.kind === 'project';
}

const nameOf = (row: ProjectRow): string =>
  compact((row.cells['project.name'] ?? []).map((at) => at.cell.text).join(''));

/** A row without a goal whose name is that of an organisation. */
export const namesOrganisation = (row: ProjectRow): boolean =>
  !row.cells['goal.annual'] && !row.cells['goal.period'] && ORGANISATION.test(nameOf(row));
