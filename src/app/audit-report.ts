import type { AuditedDisclosure } from '../model/audited-disclosure.js';
import { UNRESOLVED_TITLES } from '../model/document.js';
import { SEVERITY_TITLES } from '../model/facts/severities.js';
import { subjectAsked } from '../model/filters.js';
import type { AuditScope } from '../model/finding.js';
import { isUnread, OUTCOME_TEXT, type Outcome } from '../model/outcome.js';
import type { Store } from '../model/ports/store.js';
import type { AuditReport, ReportFinding } from '../report/audit-report/audit-report.js';
import type { Row } from '../report/row.js';
import type { StoredRun } from './audit.js';
import { type FindingsWanted, isStanding, listedFindings } from './findings-in-scope.js';
import { locatedFindings, type NumberedFinding } from './located-findings.js';
import { RULES, reportedRule } from './rules.js';

interface ReportAsked {
  scope: AuditScope;
  /** The scope in words. */
  title: string;
  /** Every finding of the scope, as `findingsInScope` has them, and which of them are listed. */
  every: readonly Row[];
  wanted: FindingsWanted;
  /** The run that was made just now; null where none was needed. */
  made: StoredRun | null;
}

/** Everything the outputs of an audit say: what stands in a scope, and what was looked at to find it. */
export async function buildAuditReport(
  store: Store,
  { scope, title, every, wanted, made }: ReportAsked,
): Promise<AuditReport> {
  const disclosures = await store.auditedDisclosures(scope);
  const latest = (await store.distinct('finding_runs', ['run_id', 'at'])).at(-1);
  const listed = listedFindings(every, wanted);
  return {
    runId: Number(latest?.run_id),
    at: String(latest?.at),
    scope: title,
    compared: made && {
      fresh: made.saved.fresh,
      unchanged: made.saved.unchanged,
      resolved: made.saved.resolved,
    },
    rules: await reportedRules(store, scope),
    findings: await reportedFindings(store, listed, made?.saved.runId ?? null),
    filtered: filteredBy(every, listed, wanted),
    disclosures,
    notAudited: await notAudited(store, disclosures, scope),
  };
}

async function reportedRules(store: Store, { rules }: AuditScope): Promise<AuditReport['rules']> {
  const counts = new Map((await store.latestCounts()).map((each) => [each.rule, each]));
  return RULES.flatMap((rule) => {
    const count = counts.get(rule.id);
    return count && (!rules || rules.includes(rule.id)) ? [{ ...reportedRule(rule), count }] : [];
  });
}

/** @param run the run just made: what it found first is new, what others did is not */
async function reportedFindings(
  store: Store,
  rows: readonly Row[],
  run: number | null,
): Promise<ReportFinding[]> {
  const reviews = await store.reviews();
  const located = await locatedFindings(store, rows as (Row & NumberedFinding)[]);
  return located.map(({ row, finding, subject }) => ({
    id: row.id,
    state: row.state === 'new' && row.run_id === run ? 'new' : 'unchanged',
    finding,
    subject,
    review: reviews.get(finding.fingerprint) ?? null,
    row,
  }));
}

/** What keeps findings of the scope from the list. */
function filteredBy(
  every: readonly Row[],
  listed: readonly Row[],
  { severity, all, limit }: FindingsWanted,
): AuditReport['filtered'] {
  const reasons = [
    severity !== undefined && `只列“${SEVERITY_TITLES[severity]}”`,
    !all && !every.every(isStanding) && '不列已说明、已排除的',
    limit !== undefined && listed.length === limit && `最多列 ${limit} 条`,
  ].filter((each) => each !== false);
  return reasons.length === 0 ? null : { by: reasons.join('，'), leftOut: every.length - listed.length };
}

/**
 * Documents in which nothing, or not everything, was looked at, with the reason; those known to lie outside the scope are
 * left out.
 */
async function notAudited(
  store: Store,
  disclosures: readonly AuditedDisclosure[],
  scope: AuditScope,
): Promise<AuditReport['notAudited']> {
  const audited = new Set(disclosures.map(({ document }) => document));
  const isNarrowed = [...Object.values(subjectAsked(scope)), scope.documents].some(
    (each) => each !== undefined,
  );
  const reasonOf = ({ sha256, outcome, forms, unresolved }: Row): string | null => {
    if (audited.has(String(sha256))) return outcome === 'partial' ? '只读出一部分，其余没有核查' : null;
    const title = OUTCOME_TEXT[outcome as Outcome].title;
    if (outcome === 'ignored') return null;
    if (isUnread(outcome as Outcome)) return `没有读成：${title}`;
    if (forms === 0) return outcome === 'empty' ? title : '没有识别到绩效目标表';
    if (!isNarrowed) return '没有可以核查的内容';
    return unresolved === null ? null : `${lacking(String(unresolved))}未定，不知是否在范围内`;
  };
  return (await store.query('documents', {}, { sort: 'path' })).rows.flatMap((row) => {
    const reason = reasonOf(row);
    return reason === null ? [] : [{ path: String(row.path), reason }];
  });
}

const lacking = (unresolved: string): string =>
  unresolved
    .split(',')
    .map((each) => UNRESOLVED_TITLES[each] ?? each)
    .join('、');
