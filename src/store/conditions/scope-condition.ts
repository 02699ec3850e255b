import type { AuditScope } from '../../model/finding.js';
import { allOf, type Condition } from '../ground/condition.js';
import { subjectCondition } from './view-filter.js';

/**
 * Which disclosures an audit looks at; `TRUE` for all. Rules do not narrow it.
 * @param table alias of disclosure_rows; `o` is document_rows
 */
export function scopeCondition({ documents, province, ...scope }: AuditScope, table = 'd'): Condition {
  const conditions = [
    Object.values(scope).some((value) => value !== undefined) && subjectCondition(table, scope),
    province !== undefined && {
      sql: province === null ? `${table}.province IS NULL` : `${table}.province = ?`,
      params: province === null ? [] : [province],
    },
    documents && {
      sql: 'o.sha256 IN (SELECT value FROM json_each(?))',
      params: [JSON.stringify(documents)],
    },
  ];
  return allOf(conditions.filter((each) => each !== false && each !== undefined));
}
