import { type Command, Option } from 'commander';
import type { StoredRun } from '../../app/audit-report.js';
import { writeOutput } from '../../app/write-output.js';
import type { Severity } from '../../model/facts/severities.js';
import { gravity, SEVERITIES } from '../../model/facts/severities.js';
import type { AuditRun, RuleCount } from '../../model/finding.js';
import type { Store } from '../../model/ports/store.js';
import type { Row } from '../../report/row.js';
import { isReportFormat, type ReportFormat, writeAuditReport } from '../audit-outputs.js';
import { newCommand } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { addSubjectOptions } from '../filter-options.js';
import { parseNames } from '../parse-options.js';
import { addResultOptions, type ResultOptions, requireFile, writeRows } from '../result-options.js';
import { say } from '../say.js';
import { type StoreOption, withStore } from '../store-option.js';
import { allColumns } from '../view-table.js';
import { auditReviewCommand } from './audit-review.js';

const EXAMPLES = `
疑点是待核实的线索，不是结论。

例：
  mingzhang audit
  mingzhang audit --region 湖南省 --severity error --format csv --output 清单.csv
  mingzhang audit --format html --output 疑点.html
  mingzhang audit --format xlsx --output 清单.xlsx
  mingzhang audit --rule summary-total-missing --fail-on warning`;

interface AuditOptions extends StoreOption, Omit<ResultOptions, 'format'> {
  format: ResultOptions['format'] | ReportFormat;
  region?: string;
  year?: number;
  department?: string;
  rule?: string[];
  severity?: Severity;
  failOn?: Severity;
}

export function auditCommand(): Command {
  const command = newCommand('audit')
    .description('核查库中的公开内容，列出对不上的地方')
    .option('--rule <规则>', '只用这些规则，以逗号分隔', parseNames)
    .addOption(new Option('--severity <程度>', '只列这个程度的').choices(SEVERITIES))
    .addOption(new Option('--fail-on <程度>', '有这个程度或更重的疑点时退出码为 4').choices(SEVERITIES))
    .addHelpText('after', EXAMPLES)
    .addCommand(auditReviewCommand());
  return addResultOptions(addSubjectOptions(command), ['xlsx', 'html']).action(writeAudit);
}

async function writeAudit(options: AuditOptions): Promise<void> {
  requireFile(options.format, options.output);
  const { audit } = await import('../../app/audit.js');
  await withStore(options, 'write', async (store) => {
    const { region, year, department, rule } = options;
    const stored = await audit(store, { region, year, department, rules: rule });
    const { run, saved } = stored;
    const { fresh, unchanged, resolved } = saved;
    await writeRun(store, stored, options);
    say(describeRun(run, fresh.length, unchanged.length, resolved.length));
    if (isReached(run, options.failOn)) process.exitCode = EXIT.found;
  });
}

async function writeRun(store: Store, stored: StoredRun, options: AuditOptions): Promise<void> {
  const { format, output, headers, severity } = options;
  if (isReportFormat(format)) {
    const { buildAuditReport } = await import('../../app/audit-report.js');
    const { documentLoader } = await import('../../pipeline/reading/document-loader.js');
    const report = await buildAuditReport(store, stored, { scope: describeScope(options), severity });
    return writeAuditReport(report, documentLoader(store), { format, output });
  }
  const findings = sorted((await store.query('findings', { severity })).rows);
  if (format === 'csv') return writeRows(findings, allColumns('findings'), { format, output, headers });
  const { renderFindings } = await import('../../report/render-findings.js');
  const ids = [...new Set(findings.map(({ document_id }) => document_id ?? null))];
  const documents = await store.matching('documents', { id: ids }, ['id', 'path']);
  const paths = new Map(documents.map(({ id, path }) => [id ?? null, String(path)]));
  await writeOutput([renderFindings(findings, paths)], output);
}

const describeScope = ({ region, year, department, rule }: AuditOptions): string =>
  [region, year === undefined ? undefined : `${year} 年`, department, rule && `规则 ${rule.join('、')}`]
    .filter((part) => part !== undefined)
    .join('，') || '库中全部';

/** The gravest first, then by the amount at stake. */
function sorted(findings: Row[]): Row[] {
  const rank = ({ severity }: Row): number => gravity(String(severity));
  const yuan = ({ difference_wan }: Row): number => Math.abs(Number(difference_wan ?? 0));
  return [...findings].sort((a, b) => rank(a) - rank(b) || yuan(b) - yuan(a));
}

function describeRun(
  { documents, rules, findings }: AuditRun,
  fresh: number,
  same: number,
  gone: number,
): string {
  const total = (count: (rule: RuleCount) => number): number =>
    rules.reduce((sum, rule) => sum + count(rule), 0);
  const found = (severity: Severity): number => findings.filter((each) => each.severity === severity).length;
  return [
    `核查文档 ${documents}，规则 ${rules.length}`,
    `疑点 ${findings.length}：错误 ${found('error')}，提醒 ${found('warning')}，提示 ${found('note')}`,
    `与上一次相比：新出现 ${fresh}，仍存在 ${same}，已消失 ${gone}`,
    `相符 ${total(({ pass }) => pass)}，不适用 ${total((r) => r.notApplicable)}，未能核查 ${total((r) => r.notEvaluated)}`,
  ].join('\n');
}

const isReached = ({ findings }: AuditRun, limit: Severity | undefined): boolean =>
  limit !== undefined && findings.some(({ severity }) => gravity(severity) <= gravity(limit));
