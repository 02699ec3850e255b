import { UNRESOLVED_TITLES } from '../model/document.js';
import { countAll, SEVERITY_TITLES } from '../model/facts/severities.js';
import { subjectAsked } from '../model/filters.js';
import type { AuditScope } from '../model/finding.js';
import { isUnread, OUTCOME_TEXT, type Outcome } from '../model/outcome.js';
import type { Store } from '../model/ports/store.js';
import type { AuditReport, ReportFinding } from '../report/audit-report/audit-report.js';
import type { Row } from '../report/row.js';
import type { StoredRun } from './audit.js';
import {
  countListed,
  type FindingsWanted,
  type FindingTally,
  findingsInScope,
  listedFindings,
} from './findings-in-scope.js';
import { inBatches } from './in-batches.js';
import { locatedFindings, type NumberedFinding } from './located-findings.js';
import { RULES, reportedRule } from './rules.js';

interface ReportAsked {
  scope: AuditScope;
  /** The scope in words. */
  title: string;
  /** The findings of the scope, and which of them are listed. */
  tally: FindingTally;
  wanted: FindingsWanted;
  /** The run that was made just now; null where none was needed. */
  made: StoredRun | null;
}

/**
 * Everything the outputs of an audit say: what stands in a scope, and what was looked at to find it. Findings and disclosures are
 * read when they are gone through.
 */
export async function buildAuditReport(
  store: Store,
  { scope, title, tally, wanted, made }: ReportAsked,
): Promise<AuditReport> {
  const audited = new Set<string>();
  let disclosures = 0;
  for await (const { document } of store.auditedDisclosures(scope)) {
    audited.add(document);
    disclosures += 1;
  }
  const latest = (await store.distinct('finding_runs', ['run_id', 'at'])).at(-1);
  const run = made?.saved.runId ?? null;
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
    listed: countListed(tally, wanted),
    findings: anew(() => reportedFindings(store, listedFindings(findingsInScope(store, scope), wanted), run)),
    filtered: filteredBy(tally, wanted),
    disclosures: anew(() => store.auditedDisclosures(scope)),
    looked: { documents: audited.size, disclosures },
    notAudited: await notAudited(store, audited, scope),
  };
}

async function reportedRules(store: Store, { rules }: AuditScope): Promise<AuditReport['rules']> {
  const counts = new Map((await store.latestCounts()).map((each) => [each.rule, each]));
  return RULES.flatMap((rule) => {
    const count = counts.get(rule.id);
    return count && (!rules || rules.includes(rule.id)) ? [{ ...reportedRule(rule), count }] : [];
  });
}

/** Whatever is gone through from the first on each time. */
const anew = <T>(begin: () => AsyncIterable<T>): AsyncIterable<T> => ({
  [Symbol.asyncIterator]: () => begin()[Symbol.asyncIterator](),
});

/** Findings looked up at a time. */
const BATCH = 200;

/** @param run the run just made: what it found first is new, what others did is not */
async function* reportedFindings(
  store: Store,
  rows: AsyncIterable<Row>,
  run: number | null,
): AsyncGenerator<ReportFinding> {
  const reviews = await store.reviews();
  for await (const batch of inBatches(rows, BATCH)) {
    for (const { row, finding, subject } of await locatedFindings(
      store,
      batch as (Row & NumberedFinding)[],
    )) {
      yield {
        id: row.id,
        state: row.state === 'new' && row.run_id === run ? 'new' : 'unchanged',
        finding,
        subject,
        review: reviews.get(finding.fingerprint) ?? null,
        row,
      };
    }
  }
}

/** What keeps findings of the scope from the list. */
function filteredBy(tally: FindingTally, wanted: FindingsWanted): AuditReport['filtered'] {
  const { severity, all, limit } = wanted;
  const settled = countAll(tally.settled);
  const listed = countAll(countListed(tally, wanted));
  const reasons = [
    severity !== undefined && `只列“${SEVERITY_TITLES[severity]}”`,
    !all && settled > 0 && '不列已说明、已排除的',
    limit !== undefined && listed === limit && `最多列 ${limit} 条`,
  ].filter((each) => each !== false);
  return reasons.length === 0
    ? null
    : { by: reasons.join('，'), leftOut: countAll(tally.standing) + settled - listed };
}

/**
 * Documents in which nothing, or not everything, was looked at, with the reason; those known to lie outside the scope are
 * left out.
 */
async function notAudited(
  store: Store,
  audited: ReadonlySet<string>,
  scope: AuditScope,
): Promise<AuditReport['notAudited']> {
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
  const found: AuditReport['notAudited'] = [];
  for await (const row of store.rows('documents', {}, { sort: 'path', columns: NEEDED })) {
    const reason = reasonOf(row);
    if (reason !== null) found.push({ path: String(row.path), reason });
  }
  return found;
}

/** Columns of documents that tell why one was not audited. */
const NEEDED = ['sha256', 'path', 'outcome', 'forms', 'unresolved'];

const lacking = (unresolved: string): string =>
  unresolved
    .split(',')
    .map((each) => UNRESOLVED_TITLES[each] ?? each)
    .join('、');
