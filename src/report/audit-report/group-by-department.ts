import type { AuditedDisclosure } from '../../model/audited-disclosure.js';
import type { SeverityCounts } from '../../model/facts/severities.js';
import { textOrder } from '../../model/text-order.js';
import type { AuditReport, FindingSubject, ReportFinding } from './audit-report.js';

/** What is added up over the disclosures of a department. */
const COUNTED = [
  'forms',
  'projects',
  'indicators',
  'costs',
  'pass',
  'notApplicable',
  'notEvaluated',
] as const satisfies readonly (keyof AuditedDisclosure)[];

/** What one department of one place disclosed for one year and stage, in however many documents, and what was found, in numbers. */
export interface DepartmentGroup extends Record<(typeof COUNTED)[number], number>, SeverityCounts {
  /** The first of its disclosures stands for region, year, stage and department. */
  subject: FindingSubject;
  documents: number;
  /** Addresses of its files by their paths. */
  files: Map<string, string | null>;
}

/** The departments of a report, in the order they are told of. */
export interface Departments {
  groups: DepartmentGroup[];
  /** Which of them a finding is about. */
  placeOf(finding: Pick<ReportFinding, 'subject'>): number;
}

/**
 * Every department that was looked at, by region code, department and year. Where region or department is unknown, every
 * document is a group of its own.
 */
export async function groupByDepartment({
  disclosures,
  findings,
}: Pick<AuditReport, 'disclosures' | 'findings'>): Promise<Departments> {
  const groups = new Map<string, DepartmentGroup & { seen: Set<string> }>();
  const groupOf = (subject: FindingSubject) => {
    const key = keyOf(subject);
    const group = groups.get(key) ?? { ...emptyGroup(subject), seen: new Set<string>() };
    groups.set(key, group);
    return group;
  };
  for await (const disclosure of disclosures) {
    const group = groupOf(disclosure);
    for (const field of COUNTED) group[field] += disclosure[field];
    group.files.set(disclosure.path, disclosure.url);
    group.documents = group.seen.add(disclosure.document).size;
  }
  for await (const { finding, subject } of findings) groupOf(subject)[finding.severity] += 1;
  const ordered = [...groups].sort(([, a], [, b]) => textOrder(sortKey(a.subject), sortKey(b.subject)));
  const places = new Map(ordered.map(([key], place) => [key, place]));
  return {
    groups: ordered.map(([, { seen: _, ...group }]) => group),
    placeOf: ({ subject }) => places.get(keyOf(subject)) ?? ordered.length,
  };
}

function emptyGroup({
  document,
  disclosure,
  path,
  url,
  region,
  year,
  stage,
  department,
}: FindingSubject): DepartmentGroup {
  return {
    subject: { document, disclosure, path, url, region, year, stage, department },
    documents: 0,
    files: new Map(),
    forms: 0,
    projects: 0,
    indicators: 0,
    costs: 0,
    pass: 0,
    notApplicable: 0,
    notEvaluated: 0,
    error: 0,
    warning: 0,
    note: 0,
  };
}

const keyOf = ({ region, department, year, stage, path }: FindingSubject): string =>
  JSON.stringify(
    region === null || department === null
      ? [path, department, year, stage]
      : [region.code ?? region.name, department, year, stage],
  );

const sortKey = ({ region, department, year, stage, path }: FindingSubject): string =>
  [region?.code ?? region?.name ?? '~', department ?? '~', year ?? 0, stage, path].join('\n');
