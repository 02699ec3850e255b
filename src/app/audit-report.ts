import type { AuditedDisclosure } from '../model/audited-disclosure.js';
import type { Stage } from '../model/facts/stages.js';
import type { AuditScope } from '../model/finding.js';
import { isUnread, OUTCOME_TEXT, type Outcome } from '../model/outcome.js';
import type { Store } from '../model/ports/store.js';
import type { AuditReport, ReportFinding } from '../report/audit-report/audit-report.js';
import { SEVERITY_TITLES } from '../report/audit-report/titles.js';
import type { Row } from '../report/row.js';
import type { StoredRun } from './audit.js';
import { RULES, reportedRule } from './rules.js';
import { type FindingsWanted, standingFindings } from './standing-findings.js';

/**
 * Everything the outputs of an audit say: what stands in a scope, and what was looked at to find it.
 * @param title the scope in words
 * @param made the run that was made just now; null where none was needed
 */
export async function buildAuditReport(
  store: Store,
  wanted: FindingsWanted,
  { title, made }: { title: string; made: StoredRun | null },
): Promise<AuditReport> {
  const { scope } = wanted;
  const rows = await standingFindings(store, wanted);
  const disclosures = await store.auditedDisclosures(scope);
  const [latest] = await store.distinct('finding_runs', ['run_id', 'at']).then((runs) => runs.slice(-1));
  return {
    runId: Number(latest?.run_id),
    at: String(latest?.at),
    scope: title,
    compared: made && {
      fresh: made.saved.fresh.length,
      unchanged: made.saved.unchanged.length,
      resolved: made.saved.resolved.length,
    },
    rules: await reportedRules(store, scope),
    findings: await reportedFindings(store, rows),
    filtered: await filteredBy(store, wanted, rows.length),
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

async function reportedFindings(store: Store, rows: readonly Row[]): Promise<ReportFinding[]> {
  const reviews = await store.reviews();
  const documents = new Map(
    (
      await store.matching('documents', { id: rows.map((row) => row.document_id ?? null) }, [
        'id',
        'path',
        'url',
      ])
    ).map(({ id, path, url }) => [
      id ?? null,
      { path: String(path), url: url === null ? null : String(url) },
    ]),
  );
  const findings: ReportFinding[] = [];
  for (const row of rows) {
    const located = await store.locate(`f${row.id}`);
    if (located.kind !== 'finding') throw new Error(`f${row.id} is no finding`);
    const { finding } = located;
    findings.push({
      id: Number(row.id),
      state: row.state === 'new' ? 'new' : 'unchanged',
      finding,
      subject: {
        document: finding.document,
        disclosure: finding.disclosure,
        ...(documents.get(row.document_id ?? null) ?? { path: '（文档已不在库中）', url: null }),
        ...subjectOf(row),
      },
      review: reviews.get(finding.fingerprint) ?? null,
      row,
    });
  }
  return findings;
}

const subjectOf = (row: Row): Pick<ReportFinding['subject'], 'region' | 'year' | 'stage' | 'department'> => {
  const text = (column: string): string | null => (row[column] === null ? null : String(row[column]));
  return {
    region:
      row.region === null
        ? null
        : {
            code: text('region_code'),
            name: String(row.region),
            province: text('province'),
            city: text('city'),
          },
    year: row.year === null ? null : Number(row.year),
    stage: (row.stage ?? 'budget') as Stage,
    department: text('department'),
  };
};

/** What keeps standing findings of the scope from the list. */
async function filteredBy(
  store: Store,
  { scope, severity, all }: FindingsWanted,
  listed: number,
): Promise<AuditReport['filtered']> {
  const every = await standingFindings(store, { scope, all: true });
  const reasons = [
    severity !== undefined && `只列“${SEVERITY_TITLES[severity]}”`,
    !all && every.length > (await standingFindings(store, { scope })).length && '不列已说明、已排除的',
  ].filter((each) => each !== false);
  return reasons.length === 0 ? null : { by: reasons.join('，'), leftOut: every.length - listed };
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
