import type { ColumnRole } from './roles.js';
import { budgetOf, labelText, rolesOf } from './vocabulary.js';

/** The roles a label can have; of two labels in one cell (财政拨款 其他资金) those of the first. */
export function candidatesOf(text: string): ColumnRole[] {
  const { core } = labelText(text);
  const found = [...rolesOf(core), ...(budgetOf(core) ? (['budget'] as const) : [])];
  const pieces = text.trim().split(/\s+/);
  if (found.length > 0 || pieces.length < 2) return found;
  const each = pieces.map((piece) => (piece.length > 2 ? candidatesOf(piece) : []));
  return each.every((candidates) => candidates.length > 0) ? (each[0] ?? []) : [];
}
