import type { AuditScope } from '../../model/finding.js';
import { allOf, type Condition } from '../ground/condition.js';
import { subjectCondition } from './view-filter.js';

/** Which disclosures an audit looks at: `d` is disclosure_rows, `o` document_rows; `TRUE` for all. Rules do not narrow it. */
export function scopeCondition({ documents, ...scope }: AuditScope): Condition {
  const subject = subjectCondition('d', scope);
  if (!documents) return subject;
  return allOf([
    subject,
    { sql: 'o.sha256 IN (SELECT value FROM json_each(?))', params: [JSON.stringify(documents)] },
  ]);
}
