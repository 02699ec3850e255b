import type { AuditScope } from '../model/finding.js';
import { allOf, anyOf, type Condition, contains } from './condition.js';
import { regionCondition } from './region-condition.js';

/**
 * Which disclosures an audit looks at: `d` is disclosure_rows, `o` document_rows; `TRUE` for all. Rules do not narrow it.
 * Decides as the audit does.
 */
export function scopeCondition({ region, year, department, documents }: AuditScope): Condition {
  const conditions: Condition[] = [];
  if (region !== undefined) conditions.push(regionCondition(region, 'd'));
  if (year !== undefined) conditions.push({ sql: 'd.year = ?', params: [year] });
  if (department !== undefined) {
    conditions.push(
      anyOf([{ sql: 'd.department_key = ?', params: [department] }, contains('d.department', department)]),
    );
  }
  if (documents) {
    conditions.push({
      sql: 'o.sha256 IN (SELECT value FROM json_each(?))',
      params: [JSON.stringify(documents)],
    });
  }
  return allOf(conditions);
}
