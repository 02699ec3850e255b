import type { AuditedDisclosure } from '../model/audited-disclosure.js';
import type { Severity } from '../model/facts/severities.js';
import type { AuditRun, AuditScope } from '../model/finding.js';
import { isUnread, OUTCOME_TEXT, type Outcome } from '../model/outcome.js';
import type { Store } from '../model/ports/store.js';
import type { AuditReport, ReportFinding } from '../report/audit-report/audit-report.js';
import { SEVERITY_TITLES } from '../report/audit-report/titles.js';
import type { Row } from '../report/row.js';
import { reportedRule, ruleOf } from './rules.js';

/** A run that has been stored, with what `auditDisclosures` and `saveRun` said of it. */
export interface StoredRun {
  run: AuditRun;
  disclosures: AuditedDisclosure[];
  saved: Awaited<ReturnType<Store['saveRun']>>;
}

/**
 * Everything the outputs of the newest run say.
 * @param scope what was looked at, in words
 * @param severity only findings of this severity are listed; the report says how many are not
 */
export async function buildAuditReport(
  store: Store,
  { run, disclosures, saved }: StoredRun,
  { scope, severity }: { scope: string; severity?: Severity },
): Promise<AuditReport> {
  const listed = run.findings.filter((finding) => severity === undefined || finding.severity === severity);
  const subjects = new Map(disclosures.map((each) => [keyOf(each), each]));
  const reviews = await store.reviews();
  const rows = await rowsByFingerprint(store);
  return {
    runId: saved.runId,
    at: String((await store.matching('finding_runs', { run_id: saved.runId }, ['at']))[0]?.at),
    scope,
    compared: {
      fresh: saved.fresh.length,
      unchanged: saved.unchanged.length,
      resolved: saved.resolved.length,
    },
    rules: run.rules.flatMap((count) => {
      const rule = ruleOf(count.rule);
      return rule ? [{ ...reportedRule(rule), count }] : [];
    }),
    findings: listed.flatMap((finding): ReportFinding[] => {
      const row = rows.get(finding.fingerprint)?.shift();
      const subject = subjects.get(keyOf(finding));
      if (!row || !subject) throw new Error(`核查 ${saved.runId} 的疑点 ${finding.fingerprint} 没有存入库中`);
      const state = row.state === 'new' ? 'new' : 'unchanged';
      const review = reviews.get(finding.fingerprint) ?? null;
      return [{ id: Number(row.id), state, finding, subject, review, row }];
    }),
    filtered:
      severity === undefined
        ? null
        : { by: `只列“${SEVERITY_TITLES[severity]}”`, leftOut: run.findings.length - listed.length },
    disclosures,
    notAudited: await notAudited(store, disclosures, run.scope),
  };
}

const keyOf = ({ document, disclosure }: { document: string; disclosure: number }): string =>
  `${document}#${disclosure}`;

/** Rows of the newest run; those of one fingerprint in the order their findings were stored. */
async function rowsByFingerprint(store: Store): Promise<Map<string, Row[]>> {
  const rows = new Map<string, Row[]>();
  for (const row of (await store.query('findings')).rows) {
    const fingerprint = String(row.fingerprint);
    const same = rows.get(fingerprint);
    if (same) same.push(row);
    else rows.set(fingerprint, [row]);
  }
  return rows;
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
  const isNarrowed = [scope.region, scope.year, scope.department, scope.documents].some(
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

const LACKING: Record<string, string> = { region: '地区', year: '年度', department: '部门' };

const lacking = (unresolved: string): string =>
  unresolved
    .split(',')
    .map((each) => LACKING[each] ?? each)
    .join('、');
