import { QueryError } from '../../model/facts/query-error.js';
import type { Finding } from '../../model/finding.js';
import type { Located } from '../../model/ports/questions.js';
import { splitRowId } from '../../model/row-id.js';
import type { RowName } from '../../model/row-name.js';
import { EVERY_SECTION, type RowKind } from '../../model/sections/sections.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { rowMeant } from './row-meant.js';

/**
 * What a name means (`rowMeant`): a row of a view, a document, or a finding (of the newest run that has it).
 * @throws QueryError when it is no name, or means nothing in the store, or several things
 */
export function locate(db: Database, wanted: string): Located {
  const name = rowMeant(db, wanted);
  const located = find(db, name);
  if (located) return located;
  throw new QueryError(`库中没有编号 ${wanted}；编号见 mingzhang query 的 id 列`);
}

function find(db: Database, { letter, id }: RowName): Located | undefined {
  if (letter === 'd') {
    const sha256 = documentOf(db, id);
    return sha256 === undefined ? undefined : { kind: 'document', sha256 };
  }
  if (letter === 'f') {
    const data = prepared(
      db,
      'SELECT f.data FROM finding_list_rows l JOIN finding_rows f ON f.run = l.run AND f.id = l.id WHERE l.id = ?',
    )
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
