import type { Finding } from '../model/finding.js';
import type { ReviewedFinding, ReviewFilter } from '../model/ports/findings.js';
import type { Store } from '../model/ports/store.js';
import type { Review } from '../model/review.js';
import type { ChosenFindings } from '../report/audit-workbook/list-workbook.js';
import { locatedFindings } from './located-findings.js';
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
  const located = await locatedFindings(store, await store.listReviews(filter, { sort }));
  const findings = located.map(({ row, finding, subject }): ReportFinding => {
    const shown = firstOperand(finding);
    return {
      id: row.id,
      state: row.change,
      finding,
      subject,
      review: reviewOf(row),
      row: { quote: shown?.quote ?? null, place: shown?.place ?? null },
    };
  });
  const ids = new Set(findings.map(({ finding }) => finding.rule));
  return {
    at: new Date().toISOString(),
    chosen,
    findings,
    rules: RULES.filter(({ id }) => ids.has(id)).map(reportedRule),
  };
}

/** The cell that stands for a finding in a list: the first of its own document. */
const firstOperand = ({ evidence, document }: Finding) =>
  (evidence.find((operand) => operand.document === document) ?? evidence[0])?.evidence;

const reviewOf = ({ fingerprint, state, comment, who, at }: ReviewedFinding): Review | null =>
  who === null || at === null ? null : { fingerprint, state, comment, who, at };
