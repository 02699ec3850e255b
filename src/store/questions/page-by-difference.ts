import { STANDING } from '../derived/count-findings.js';
import { isAmong } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import type { Question, Slice } from './question.js';

/** More rows than this, alike at the end of the page, are read and sorted like any. */
const MOST = 5_000;

/**
 * The page of all standing findings sorted by their difference: an index tells how far the page reaches, and only what reaches
 * there is read. Null for other lists, and where the page ends among blank differences.
 */
export function pageByDifference(db: Database, question: Question): Slice | null {
  const { view, filter, sort, limit, offset } = question;
  const [term, ...others] = sort;
  if (view.name !== 'findings' || term?.column !== 'difference_wan' || others.length > 0) return null;
  if (Object.values(filter).some((value) => value !== undefined)) return null;
  const [direction, reaching] = term.descending ? ['DESC', '>='] : ['ASC', '<='];
  const standing = `FROM finding_rows r WHERE ${STANDING} AND r.difference_fen IS NOT NULL`;
  const last = db
    .prepare(`SELECT r.difference_fen ${standing} ORDER BY r.difference_fen ${direction} LIMIT 1 OFFSET ?`)
    .pluck()
    .get(offset + limit - 1) as number | undefined;
  if (last === undefined) return null;
  const ids = db
    .prepare(`SELECT r.id ${standing} AND r.difference_fen ${reaching} ? LIMIT ?`)
    .pluck()
    .all(last, MOST + 1) as number[];
  return ids.length > MOST ? null : { among: isAmong('v.id', ids), limit, offset };
}
