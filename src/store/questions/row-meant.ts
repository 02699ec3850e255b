import { QueryError } from '../../model/facts/query-error.js';
import type { NamedLetter } from '../../model/named-letter.js';
import { rowId } from '../../model/row-id.js';
import { documentOf, parseName, type RowName, type WrittenName, wholeName } from '../../model/row-name.js';
import { EVERY_SECTION } from '../../model/sections/sections.js';
import { documentsNumbered } from '../documents/find-documents.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

const LETTERS = EVERY_SECTION.flatMap(({ row }) => row?.letter ?? []);
/** Names told of what a short one may mean. */
const TOLD = 8;

/**
 * The one row, document or finding a name means: whole or short (`i123`, `i5123-15`, `d5123`, `f45`), or the mere number that SQL
 * and JSON show.
 * @throws QueryError where it is no name, the store has nothing of that name, or several things; these are told
 */
export function rowMeant(db: Database, wanted: string): RowName {
  const written = parseName(wanted, LETTERS.join(''));
  if (!written) {
    throw new QueryError(
      `${wanted} 不是编号；编号形如 i123（指标）、p12（项目）、b7（预算）、c9（支出明细）、w3（重点工作）、s4（预算表）、t8（预算表数字）、n2（文字所述数字）、d5（文档）、f45（疑点），或列表中的短编号 i5123-15`,
    );
  }
  const found = candidates(db, written);
  const [only, ...others] = found;
  if (!only) throw new QueryError(`库中没有编号 ${wanted}；编号见 mingzhang query 的 id 列`);
  if (others.length === 0) return only;
  const told = found.slice(0, TOLD).map((name) => `${wholeName(name)}（${describe(db, name)}）`);
  const rest = found.length > TOLD ? ` 等 ${found.length} 个` : '';
  throw new QueryError(`${wanted} 可能指 ${told.join('、')}${rest}；请写得更完整`);
}

function candidates(db: Database, { letter, digits, ordinal }: WrittenName): RowName[] {
  if (ordinal === null) {
    const letters: readonly NamedLetter[] = letter === null ? ['d', 'f', ...LETTERS] : [letter];
    return letters.flatMap((each) => named(db, each, digits, letter !== null));
  }
  const numbers = documentsNumbered(db, digits, true);
  return (letter === null ? LETTERS : [letter]).flatMap((each) =>
    numbers
      .map((number) => ({ letter: each, id: rowId(number, ordinal) }))
      .filter((name) => exists(db, name)),
  );
}

/** Of a document also by the beginning of its number, where it is said that a document is meant. */
function named(db: Database, letter: NamedLetter, digits: string, isSaid: boolean): RowName[] {
  if (letter === 'd') return documentsNumbered(db, digits, isSaid).map((id) => ({ letter, id }));
  const name = { letter, id: Number(digits) };
  return Number.isSafeInteger(name.id) && exists(db, name) ? [name] : [];
}

function exists(db: Database, { letter, id }: RowName): boolean {
  const table =
    letter === 'f' ? 'finding_list_rows' : EVERY_SECTION.find(({ row }) => row?.letter === letter)?.table;
  return prepared(db, `SELECT EXISTS (SELECT 1 FROM ${table} WHERE id = ?)`).pluck().get(id) === 1;
}

function describe(db: Database, name: RowName): string {
  const number = documentOf(name);
  if (number === null) return '疑点';
  const path = prepared(db, 'SELECT path FROM document_rows WHERE number = ?').pluck().get(number);
  const title = EVERY_SECTION.find(({ row }) => row?.letter === name.letter)?.title;
  return [title, path].filter(Boolean).join('，');
}
