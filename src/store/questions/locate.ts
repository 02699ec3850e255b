import type { Database } from 'better-sqlite3';
import { QueryError } from '../../model/facts/query-error.js';
import type { Finding } from '../../model/finding.js';
import type { Located } from '../../model/ports/questions.js';
import { splitRowId } from '../../model/row-id.js';
import { EVERY_SECTION, type RowKind } from '../../model/sections/sections.js';
import { prepared } from '../ground/rows.js';

const LETTERS = EVERY_SECTION.flatMap(({ row }) => row?.letter ?? []).join('');
const ID = new RegExp(`^([${LETTERS}df])(\\d{1,16})$`);

/**
 * What `i123`, `p12`, `b7`, `c9`, `w3` (rows of views), `d5` (a document) or `f45` (a finding, newest run that has it) names.
 * @throws QueryError when it is no such id, or the store has none
 */
export function locate(db: Database, id: string): Located {
  const [, letter = '', digits = ''] = ID.exec(id) ?? [];
  const located = digits === '' ? undefined : find(db, letter, Number(digits));
  if (located) return located;
  throw new QueryError(
    digits === ''
      ? `${id} 不是编号；编号形如 i123（指标）、p12（项目）、b7（预算）、c9（支出明细）、w3（重点工作）、s4（预算表）、t8（预算表数字）、n2（文字所述数字）、d5（文档）、f45（疑点）`
      : `库中没有编号 ${id}；编号见 mingzhang query 的 id 列`,
  );
}

function find(db: Database, letter: string, id: number): Located | undefined {
  if (letter === 'd') {
    const sha256 = documentOf(db, id);
    return sha256 === undefined ? undefined : { kind: 'document', sha256 };
  }
  if (letter === 'f') {
    const data = prepared(db, 'SELECT data FROM finding_rows WHERE id = ? ORDER BY run DESC LIMIT 1')
      .pluck()
      .get(id) as string | undefined;
    return data === undefined ? undefined : { kind: 'finding', finding: JSON.parse(data) as Finding };
  }
  const section = EVERY_SECTION.find(({ row }) => row?.letter === letter);
  return section?.row && findRow(db, section.table, section.row.kind, id);
}

function findRow(db: Database, table: string, kind: RowKind, id: number): Located | undefined {
  const sha256 = documentOf(db, splitRowId(id).documentNumber);
  const row = prepared(
    db,
    `SELECT d.ordinal AS disclosure,
       (SELECT count(*) FROM ${table} earlier WHERE earlier.disclosure = r.disclosure AND earlier.id < r.id) AS "index"
     FROM ${table} r JOIN disclosure_rows d ON d.id = r.disclosure WHERE r.id = ?`,
  ).get(id) as { disclosure: number; index: number } | undefined;
  return row && sha256 !== undefined ? { kind, sha256, ...row } : undefined;
}

const documentOf = (db: Database, number: number): string | undefined =>
  prepared(db, 'SELECT sha256 FROM document_rows WHERE number = ?').pluck().get(number) as string | undefined;
