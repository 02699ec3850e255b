import type { Finding } from '../model/finding.js';
import type { ReviewedFinding, ReviewFilter } from '../model/ports/findings.js';
import type { Store } from '../model/ports/store.js';
import type { Review } from '../model/review.js';
import type { ChosenFindings } from '../report/audit-workbook/list-workbook.js';
import { RULES, reportedRule } from './rules.js';

type ReportFinding = ChosenFindings['findings'][number];

/**
 * The findings a filter keeps with all that a workbook says of them.
 * @param chosen the filter in words
 */
export async function findingList(
  store: Store,
  { filter, sort, chosen }: { filter: ReviewFilter; sort?: string; chosen: string },
): Promise<ChosenFindings> {
  const findings = await Promise.all(
    (await store.listReviews(filter, { sort })).map((row) => reportFinding(store, row)),
  );
  const ids = new Set(findings.map(({ finding }) => finding.rule));
  return {
    at: new Date().toISOString(),
    chosen,
    findings,
    rules: RULES.filter(({ id }) => ids.has(id)).map(reportedRule),
  };
}

async function reportFinding(store: Store, row: ReviewedFinding): Promise<ReportFinding> {
  const located = await store.locate(`f${row.id}`);
  if (located.kind !== 'finding') throw new Error(`f${row.id} is no finding`);
  return {
    id: row.id,
    state: row.change,
    finding: located.finding,
    subject: await subjectOf(store, row, located.finding),
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

async function subjectOf(
  store: Store,
  row: ReviewedFinding,
  finding: Finding,
): Promise<ReportFinding['subject']> {
  const [document] =
    row.document_id === null
      ? []
      : await store.matching('documents', { id: row.document_id }, ['path', 'url']);
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
