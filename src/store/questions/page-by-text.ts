import { splitRowId } from '../../model/row-id.js';
import type { SqlValue } from '../../model/sql-value.js';
import { orderTerms } from '../conditions/order-terms.js';
import { holdsProject, holdsText } from '../conditions/text-condition.js';
import { SEARCHED } from '../derived/search-index.js';
import { matchPhrase } from '../derived/search-words.js';
import { allOf, type Condition, isAmong } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { ENTRY } from '../ground/search-entry.js';
import { orderedUnits } from './ordered-units.js';
import type { Question, Slice } from './question.js';

/** Rows read at a time. */
const BATCH = 3_000;
/** Pages that end behind this row are taken from all rows found. */
const FIRST_ROWS = 1_000;

/**
 * An early page of a list whose rows hold a text, sorted by place, year or department: units are read in order until the page
 * is full, those alone that the search index names where it knows the view's texts. Null for other sorts and late pages.
 */
export function pageByText(db: Database, question: Question): Slice | null {
  const { view, filter, sort, limit, offset } = question;
  const { text, project, ...others } = filter;
  const phrases = [text, project].flatMap((each) => (each === undefined ? [] : [matchPhrase(each)]));
  if (phrases.length === 0 || phrases.includes(null) || offset + limit > FIRST_ROWS) return null;
  if (view.name.endsWith('findings')) return null;
  const ordered = orderedUnits(db, { view, filter: others, sort });
  if (!ordered) return null;
  const holds = allOf([
    ...(text === undefined ? [] : [holdsText(view, text)]),
    ...(project === undefined ? [] : [holdsProject(view, project)]),
  ]);
  const read = ({ sql, params }: Condition): number[] =>
    db
      .prepare(`SELECT v.id FROM "${view.name}" v WHERE ${sql} ORDER BY ${orderTerms(view, sort).join(', ')}`)
      .pluck()
      .all(...params) as number[];
  const isIndexed = text === undefined || view.name.replace(/^current_/, '') in SEARCHED;
  const named = isIndexed ? documentsNamed(db, phrases as string[]) : null;
  const found: number[] = [];
  let batch: { units: SqlValue[]; rows: number } = { units: [], rows: 0 };
  for (const { units, rows } of ordered.stretches) {
    const isNamed = (unit: SqlValue): boolean =>
      named === null || named.has(splitRowId(Number(unit)).documentNumber);
    if (!units.some(isNamed)) continue;
    batch = { units: [...batch.units, ...units], rows: batch.rows + rows };
    if (batch.rows < BATCH) continue;
    found.push(...read(allOf([ordered.among(batch.units), holds])));
    batch = { units: [], rows: 0 };
    if (found.length >= offset + limit) break;
  }
  if (batch.units.length > 0) found.push(...read(allOf([ordered.among(batch.units), holds])));
  return { among: isAmong('v.id', found.slice(offset, offset + limit)), limit, offset: 0 };
}

/** Numbers of the documents that hold every phrase somewhere. */
function documentsNamed(db: Database, phrases: readonly string[]): Set<number> {
  const select = db
    .prepare(`SELECT DISTINCT ${ENTRY.document} FROM search_index WHERE search_index MATCH ?`)
    .pluck();
  const [first = [], ...others] = phrases.map((phrase) => select.all(phrase) as number[]);
  const rest = others.map((numbers) => new Set(numbers));
  return new Set(first.filter((number) => rest.every((set) => set.has(number))));
}
