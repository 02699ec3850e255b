import { RULES } from '../../../audit/run/rules.js';
import { FILTER_TITLES } from '../../../model/filters.js';
import type { Finding } from '../../../model/finding.js';
import type { ReviewedFinding } from '../../../model/ports/findings.js';
import type { Review } from '../../../model/review.js';
import { SEVERITY_TITLES } from '../../../report/audit-report/titles.js';
import type { FindingList } from '../../../report/audit-workbook/list-workbook.js';
import type { Store } from '../../../store/open-store.js';
import { FINDING_TITLES, type FindingQuery } from '../../finding-query.js';

type ReportFinding = FindingList['findings'][number];

/** The findings of a list with all that a workbook says of them. */
export function chosenFindings(store: Store, query: FindingQuery): FindingList {
  const findings = store
    .listReviews(query.reviews, { sort: query.sort })
    .map((row) => reportFinding(store, row));
  const ids = new Set(findings.map(({ finding }) => finding.rule));
  return {
    at: new Date().toISOString(),
    chosen: describeFilter(query),
    findings,
    rules: RULES.filter(({ id }) => ids.has(id)).map(({ authority, ...rule }) => ({
      ...rule,
      authority: authority.source,
    })),
  };
}

function reportFinding(store: Store, row: ReviewedFinding): ReportFinding {
  const located = store.locate(`f${row.id}`);
  if (located.kind !== 'finding') throw new Error(`f${row.id} is no finding`);
  return {
    id: row.id,
    state: row.change,
    finding: located.finding,
    subject: subjectOf(store, row, located.finding),
    review: reviewOf(row),
    row: {
      quote: firstOperand(located.finding)?.quote ?? null,
      place: firstOperand(located.finding)?.place ?? null,
    },
  };
}

/** The cell that stands for a finding in a list: the first of its own document. */
const firstOperand = ({ evidence, document }: Finding) =>
  (evidence.find((operand) => operand.document === document) ?? evidence[0])?.evidence;

function subjectOf(store: Store, row: ReviewedFinding, finding: Finding): ReportFinding['subject'] {
  const [document] =
    row.document_id === null ? [] : store.matching('documents', { id: row.document_id }, ['path', 'url']);
  return {
    document: finding.document,
    disclosure: finding.disclosure,
    path: String(document?.path ?? '（文档已不在库中）'),
    url: typeof document?.url === 'string' ? document.url : null,
    region:
      row.region === null
        ? null
        : { code: row.region_code, name: row.region, province: row.province, city: row.city },
    year: row.year,
    stage: row.stage ?? 'budget',
    department: row.department,
  };
}

const reviewOf = ({ fingerprint, state, comment, who, at }: ReviewedFinding): Review | null =>
  who === null || at === null ? null : { fingerprint, state, comment, who, at };

function describeFilter({ given }: FindingQuery): string {
  const titles: Record<string, string> = { ...FILTER_TITLES, ...FINDING_TITLES };
  const shown = (name: string, value: string): string =>
    name === 'severity' ? SEVERITY_TITLES[value as keyof typeof SEVERITY_TITLES] : value;
  const parts = Object.entries(given).flatMap(([name, value]) =>
    titles[name] === undefined ? [] : [`${titles[name]} ${shown(name, value)}`],
  );
  return parts.join('，') || '库中全部';
}
