import type { CellAt } from './ledger.js';

/**
 * Whether a row is the rest of the row before it, cut by a page break without a trace in the rules: it is the first on its
 * page, and lacks a column that the row before fills.
 *
 * @param key the cell both rows must have (name, item), by which their pages are told
 */
export function isCutByPage(
  before: Readonly<Record<string, CellAt[]>>,
  row: Readonly<Record<string, CellAt[]>>,
  key: string,
): boolean {
  const last = before[key]?.[0]?.cell.boxes?.at(-1)?.page;
  const page = row[key]?.[0]?.cell.boxes?.[0]?.page;
  if (last === undefined || page === undefined || page <= last) return false;
  const has = (cells: Readonly<Record<string, CellAt[]>>, role: string) => (cells[role]?.length ?? 0) > 0;
  const roles = Object.keys({ ...before, ...row });
  return (
    roles.some((role) => has(before, role) && !has(row, role)) &&
    roles.every((role) => has(before, role) || !has(row, role))
  );
}
