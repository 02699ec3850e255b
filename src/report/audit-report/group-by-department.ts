import type { AuditedDisclosure } from '../../model/audited-disclosure.js';
import type { Severity } from '../../model/facts/severities.js';
import type { AuditReport, FindingSubject, ReportFinding } from './audit-report.js';

/** What one department of one place disclosed for one year and stage, in however many documents, and what was found. */
export interface DepartmentGroup {
  /** The first of its disclosures stands for region, year, stage and department. */
  subject: FindingSubject;
  disclosures: AuditedDisclosure[];
  /** In the order of the report. */
  findings: ReportFinding[];
}

/**
 * Every department that was looked at, by region code, department and year. Where region or department is unknown, every
 * document is a group of its own.
 */
export function groupByDepartment({ disclosures, findings }: AuditReport): DepartmentGroup[] {
  const groups = new Map<string, DepartmentGroup>();
  const groupOf = (subject: FindingSubject): DepartmentGroup => {
    const key = keyOf(subject);
    const known = groups.get(key);
    if (known) return known;
    const fresh = { subject, disclosures: [], findings: [] };
    groups.set(key, fresh);
    return fresh;
  };
  for (const disclosure of disclosures) groupOf(disclosure).disclosures.push(disclosure);
  for (const finding of findings) groupOf(finding.subject).findings.push(finding);
  return [...groups.values()].sort((a, b) => compare(sortKey(a.subject), sortKey(b.subject)));
}

const keyOf = ({ region, department, year, stage, path }: FindingSubject): string =>
  JSON.stringify(
    region === null || department === null
      ? [path, department, year, stage]
      : [region.code ?? region.name, department, year, stage],
  );

const sortKey = ({ region, department, year, stage, path }: FindingSubject): string =>
  [region?.code ?? region?.name ?? '~', department ?? '~', year ?? 0, stage, path].join('\n');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const countSeverity = (findings: readonly ReportFinding[], severity: Severity): number =>
  findings.filter(({ finding }) => finding.severity === severity).length;

/** The sum over its disclosures. */
export const totalOf = (
  { disclosures }: DepartmentGroup,
  field: 'forms' | 'projects' | 'indicators' | 'costs' | 'pass' | 'notApplicable' | 'notEvaluated',
): number => disclosures.reduce((sum, disclosure) => sum + disclosure[field], 0);
