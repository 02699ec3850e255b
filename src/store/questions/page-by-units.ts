import type { SqlValue } from '../../model/sql-value.js';
import type { Database } from '../ground/database.js';
import { orderedUnits, type Stretch } from './ordered-units.js';
import type { Question, Slice } from './question.js';

/**
 * The page of a list sorted by place, year, department, or gravity of findings: units are counted off until the page begins,
 * so that a page far behind takes about as long as the first one, and a filter that keeps little reads little. Null where
 * filter or sort look at more than units know.
 */
export function pageByUnits(db: Database, question: Question): Slice | null {
  const ordered = orderedUnits(db, question);
  if (!ordered) return null;
  const { limit, offset } = question;
  const { units, before } = countOff(ordered.stretches, offset, offset + limit);
  return { among: ordered.among(units), limit, offset: offset - before };
}

/** The units rows `from` to `to` are in, and the number of rows before them. */
function countOff(
  stretches: Iterable<Stretch>,
  from: number,
  to: number,
): { units: SqlValue[]; before: number } {
  const units: SqlValue[] = [];
  let [before, until] = [from, 0];
  for (const stretch of stretches) {
    const start = until;
    until += stretch.rows;
    if (until <= from) continue;
    if (units.length === 0) before = start;
    for (const unit of stretch.units) units.push(unit);
    if (until >= to) break;
  }
  return { units, before };
}
