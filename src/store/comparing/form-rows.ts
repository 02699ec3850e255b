import type { RowSubject } from '../../model/comparison.js';
import type { FormRow, SeenDepartment } from '../../model/coverage.js';
import type { SubjectFilter } from '../../model/filters.js';
import { ownPlace } from '../conditions/own-place.js';
import { subjectCondition } from '../conditions/view-filter.js';
import { allOf } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { unpackJson } from '../ground/pack-json.js';
import type { Reading } from '../ground/pack-reading.js';
import { SUBJECT_COLUMNS } from './compared-columns.js';

/** Row of a disclosure with the packed reading of its document. */
interface DisclosureRow extends RowSubject {
  ordinal: number;
  statements: number;
  reading: Buffer;
}

const WITH_READING = `SELECT ${SUBJECT_COLUMNS}, v.ordinal, v.statements, b.reading
  FROM (SELECT d.*, d.document AS document_id FROM disclosure_rows d) v
  JOIN document_blobs b ON b.number = v.document
  WHERE v.document NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL) AND`;

/**
 * Forms of every disclosure the filter means, counted by kind and state. Unpacks the reading of each document (about a
 * millisecond each), one at a time; superseded documents are left out.
 * @param own code of the place whose own departments are meant, not those of the places below it
 */
export function formRows(db: Database, filter: SubjectFilter, own?: string): FormRow[] {
  const { sql, params } = allOf([subjectCondition('v', filter), ...ownPlace(own)]);
  const rows = db.prepare(`${WITH_READING} ${sql} ORDER BY v.document, v.ordinal`).iterate(...params);
  const found: FormRow[] = [];
  for (const row of rows as Iterable<DisclosureRow>) found.push(...countForms(row));
  return found;
}

/**
 * Departments whose name is known that the disclosures the filter means are of; without reading the documents. Superseded documents
 * are left out, and disclosures without a form or statement.
 */
export function departmentsSeen(db: Database, filter: SubjectFilter): SeenDepartment[] {
  const { sql, params } = subjectCondition('v', filter);
  return db
    .prepare(
      `SELECT DISTINCT v.region, v.region_code AS regionCode, coalesce(v.department_key, v.department) AS departmentKey, v.year
       FROM disclosure_rows v WHERE coalesce(v.department_key, v.department) IS NOT NULL
         AND (v.cells > 0 OR v.statements > 0)
         AND v.document NOT IN (SELECT number FROM document_rows WHERE superseded_by IS NOT NULL) AND ${sql}
       ORDER BY 2 NULLS FIRST, 1 NULLS FIRST, 3, 4 NULLS FIRST`,
    )
    .all(...params) as SeenDepartment[];
}

function countForms({ ordinal, reading, ...subject }: DisclosureRow): FormRow[] {
  const { forms, disclosures } = unpackJson<Reading>(reading);
  const projects = disclosures[ordinal]?.projects ?? [];
  const counted = {
    ...subject,
    projects: projects.length,
    withoutForm: projects.filter(({ hasForm }) => !hasForm).length,
    formFen: projects.reduce((sum, { hasForm, money }) => sum + ((hasForm && money?.fen) || 0), 0),
  };
  const byKind = new Map<string, FormRow>();
  for (const { kind, state } of forms.filter(({ disclosure }) => disclosure === ordinal)) {
    const key = `${kind} ${state}`;
    const row = byKind.get(key) ?? { ...counted, kind, state, forms: 0 };
    byKind.set(key, { ...row, forms: row.forms + 1 });
  }
  if (byKind.size === 0 && counted.statements > 0) {
    return [{ ...counted, kind: null, state: 'filled', forms: 0 }];
  }
  return [...byKind.values()];
}
