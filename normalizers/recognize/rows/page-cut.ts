import type { CellAt } from '../form/ledger.js';

/** A text this short is not printed in two halves. */
const SHORT = 8;

/**
 * Whether a row is the rest of the row before it, cut by a page break without a trace in the rules: it is the first on its
 * page, and lacks a column that the row before fills. Where both print a short text beside the key, each is a row of its own.
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
  const isShort = (cell: CellAt | undefined): boolean => {
    const text = cell?.cell.text.replaceAll(/\s/g, '') ?? '';
    return text.length > 1 && text.length <= SHORT;
  };
  if (roles.some((role) => role !== key && isShort(before[role]?.[0]) && isShort(row[role]?.[0])))
    return false;
  return (
    roles.some((role) => has(before, role) && !has(row, role)) &&
    roles.every((role) => has(before, role) || !has(row, role))
  );
}
