import { type Command, Option } from 'commander';
import type { StoredRun } from '../../app/audit.js';
import type { FindingTally } from '../../app/findings-in-scope.js';
import { tellRules } from '../../app/tell-rules.js';
import { writeOutput } from '../../app/write-output.js';
import {
  countAll,
  gravity,
  SEVERITIES,
  SEVERITY_WORDS,
  type Severity,
  type SeverityCounts,
  severityMeant,
} from '../../model/facts/severities.js';
import { filterWords, type SubjectFilter, subjectAsked } from '../../model/filters.js';
import type { AuditScope, RuleCount } from '../../model/finding.js';
import type { Store } from '../../model/ports/store.js';
import { renderList } from '../../report/render-list.js';
import type { Row } from '../../report/row.js';
import { AUDIT_ONLY } from '../audit-only.js';
import { isReportFormat, type ReportFormat, writeAuditReport } from '../audit-outputs.js';
import { newCommand } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { addSubjectOptions } from '../filter-options.js';
import { helpText } from '../help-text.js';
import { parseCount, parseNames } from '../parse-options.js';
import { type QueueOption, queueAddress, queueOption, storeBeside } from '../queue-option.js';
import {
  addResultOptions,
  boundRows,
  type ResultOptions,
  requireFile,
  sayLeft,
  TABLE_ROWS,
  writeRows,
} from '../result-options.js';
import { say } from '../say.js';
import { showText } from '../show-text.js';
import { type StoreOption, withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';
import { auditReviewCommand } from './audit-review.js';

const EXAMPLES = `
疑点是待核实的线索，不是结论。文档、规则、归属有改动时先核查，再列出范围内现存的疑点；范围之外的不受影响。

例：
  mingzhang audit
  mingzhang audit --region 湖南省 --severity error --format csv --output 清单.csv
  mingzhang audit --format html --output 疑点.html
  mingzhang audit --format xlsx --output 清单.xlsx
  mingzhang audit --rule summary-total-missing --fail-on warning
  mingzhang audit --changes
  mingzhang audit --queue postgres://db.example/mingzhang --db postgres://db.example/mingzhang`;

/** Findings a person reads at once, the gravest first. */
const LISTED = 20;

interface AuditOptions extends StoreOption, SubjectFilter, QueueOption, Omit<ResultOptions, 'format'> {
  format: ResultOptions['format'] | ReportFormat;
  rule?: string[];
  severity?: Severity;
  failOn?: Severity;
  again?: true;
  all?: true;
  changes?: true;
  limit?: number;
}

export function auditCommand(): Command {
  const command = newCommand('audit')
    .description('核查库中的公开内容，列出对不上的地方')
    .option('--rule <规则>', '只用这些规则，以逗号分隔', parseNames)
    .addOption(severityOption('--severity <程度>', '只列这个程度的（错误、提醒、提示）'))
    .addOption(severityOption('--fail-on <程度>', '有这个程度或更重的疑点时退出码为 4'))
    .option('--again', '没有改动也重查')
    .option('--all', '连同复核为已说明、排除的疑点')
    .addOption(
      queueOption('不在这里查，放进队列：每省一件、各地之间一件，由 mingzhang work 在读完文字之后查'),
    )
    .option('--changes', '只列复核之后所依据的内容变了的疑点：之前、之后、为什么')
    .option(
      '--limit <条数>',
      `最多列几条，最重的在前（在屏幕上默认 ${LISTED} 条，写入文件和其他格式默认全部）`,
      parseCount('--limit', 1),
    )
    .addHelpText('after', helpText(EXAMPLES))
    .allowExcessArguments()
    .addCommand(auditReviewCommand());
  return addResultOptions(addSubjectOptions(command), ['xlsx', 'html']).action(writeAudit);
}

const severityOption = (flags: string, meaning: string): Option =>
  new Option(flags, meaning).choices(SEVERITIES).argParser((words) => {
    const severity = severityMeant(words);
    if (severity) return severity;
    throw new UsageError(`${flags.split(' ')[0]} 应为 ${SEVERITY_WORDS} 之一，不能是 ${words}`, {
      unknown: { word: words, known: SEVERITIES },
    });
  });

async function writeAudit(options: AuditOptions, command: Command): Promise<void> {
  const [word] = command.args;
  if (word !== undefined) {
    const known = command.commands.map((each) => each.name());
    throw new UsageError(`audit 没有下级命令 ${word}；有 ${known.join('、')}`, { unknown: { word, known } });
  }
  if (options.queue !== undefined) return enqueueAudits(options, command);
  requireFile(options.format, options.output);
  const { auditChanged } = await import('../../app/audit.js');
  const { auditScope } = await import('../../app/audit-scope.js');
  const { tallyFindings } = await import('../../app/findings-in-scope.js');
  await withStore(options, 'change', async (store) => {
    if (options.changes) return writeChanges(store, options);
    const scope = await auditScope(store, { ...subjectAsked(options), rules: options.rule });
    const made = await auditChanged(store, scope, { again: options.again });
    const tally = await tallyFindings(store, scope);
    await writeFindings(store, { scope, tally, made }, options);
    const { standing, settled } = tally;
    say(made ? describeRun(made) : await describeUnchanged(store, scope, countAll(standing), options));
    say(describeStanding(standing, countAll(settled)));
    if (isReached(standing, options.failOn)) process.exitCode = EXIT.found;
  });
}

async function enqueueAudits(options: AuditOptions, command: Command): Promise<void> {
  const vain = [...AUDIT_ONLY, 'limit', 'output', 'format', 'headers'];
  if (vain.some((name) => command.getOptionValueSource(name) === 'cli'))
    throw new UsageError('audit --queue 核查全库，只与 --again 同用；查完再用 audit 列出');
  const { enqueueAudit } = await import('../../app/enqueue.js');
  const { openQueue } = await import('../../app/open-queue.js');
  const address = queueAddress(options);
  const queue = await openQueue(address);
  const db = storeBeside(address, options.db, command);
  try {
    await withStore({ ...options, db }, 'read', async (store) => {
      const added = await enqueueAudit(queue, store, options.again ?? false);
      say(
        added === null
          ? '上次核查之后没有改动，不必再查（--again 全部重查）'
          : `新放进队列 ${added} 件：每省一件，各地之间一件；mingzhang status --queue 看进度`,
      );
    });
  } finally {
    await queue.close();
  }
}

/** What stands in a scope, with those settled, and the run that was made to know. */
interface Standing {
  scope: AuditScope;
  tally: FindingTally;
  made: StoredRun | null;
}

/** The list of findings; 新出现 stands beside those the run just made found and nothing before it did. */
async function writeFindings(store: Store, standing: Standing, options: AuditOptions): Promise<void> {
  const { format, output, headers, severity, all, limit } = options;
  const wanted = { severity, all, limit };
  if (isReportFormat(format)) {
    const { buildAuditReport } = await import('../../app/audit-report.js');
    const { documentLoader } = await import('../../pipeline/reading/document-loader.js');
    const report = await buildAuditReport(store, { ...standing, wanted, title: describeScope(options) });
    const means = { load: documentLoader(store), pile: store.pile };
    return writeAuditReport(report, means, { format, output });
  }
  const { countListed, findingsInScope, listedFindings } = await import('../../app/findings-in-scope.js');
  const onScreen = format === 'table' && output === undefined;
  const most = limit ?? (onScreen ? LISTED : undefined);
  const rows = listedFindings(findingsInScope(store, standing.scope), { severity, all, limit: most });
  const shown = countAll(countListed(standing.tally, { severity, all, limit: most }));
  if (format === 'csv') {
    const { allColumns } = await import('../view-table.js');
    await writeOutput(
      await renderList(rows, await tellRules(allColumns('findings')), format, headers),
      output,
    );
    if (output !== undefined) say(`已写入 ${output}，共 ${shown} 行`);
    return;
  }
  const texts = findingTexts(store, rows, standing.made?.saved.runId ?? null);
  if (output === undefined) await showText((await collect(texts)).join(''), options);
  else {
    await writeOutput(texts, output);
    say(`已写入 ${output}，共 ${shown} 条`);
  }
  sayLeft(shown, countAll(countListed(standing.tally, { severity, all })) - shown, '条');
}

/** Findings rendered together. */
const BATCH = 200;

async function* findingTexts(
  store: Store,
  rows: AsyncIterable<Row>,
  run: number | null,
): AsyncGenerator<string> {
  const { inBatches } = await import('../../app/in-batches.js');
  const { renderFindings } = await import('../../report/render-findings.js');
  const { ruleName } = await import('../../app/rules.js');
  let isFirst = true;
  for await (const findings of inBatches(rows, BATCH)) {
    const ids = [...new Set(findings.map(({ document_id }) => document_id ?? null))];
    const documents = await store.matching('documents', { id: ids }, ['id', 'path']);
    const paths = new Map(documents.map(({ id, path }) => [id ?? null, String(path)]));
    yield `${isFirst ? '' : '\n'}${renderFindings(findings, { paths, run, ruleName })}`;
    isFirst = false;
  }
}

async function collect<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

async function countDocuments(store: Store, scope: AuditScope): Promise<number> {
  const documents = new Set<string>();
  for await (const { document } of store.auditedDisclosures(scope)) documents.add(document);
  return documents.size;
}

const describeScope = ({ region, year, stage, department, rule }: AuditOptions): string =>
  [
    region,
    year === undefined ? undefined : `${year} 年`,
    stage && filterWords('stage', stage),
    department,
    rule && `规则 ${rule.join('、')}`,
  ]
    .filter((part) => part !== undefined)
    .join('，') || '库中全部';

function describeRun({ run: { documents, rules }, saved }: StoredRun): string {
  const total = (count: (rule: RuleCount) => number): number =>
    rules.reduce((sum, rule) => sum + count(rule), 0);
  return [
    `核查文档 ${documents}，规则 ${rules.length}`,
    `与上一次相比：新出现 ${saved.fresh}，仍存在 ${saved.unchanged}，已消失 ${saved.resolved}`,
    `相符 ${total(({ pass }) => pass)}，不适用 ${total((r) => r.notApplicable)}，未能核查 ${total((r) => r.notEvaluated)}`,
  ].join('\n');
}

/** What an earlier run looked at, whose answers still hold. */
async function describeUnchanged(
  store: Store,
  scope: AuditScope,
  standing: number,
  options: AuditOptions,
): Promise<string> {
  const documents = await countDocuments(store, scope);
  if (documents + standing === 0) return `核查文档 0：没有可以核查的公开内容（${describeScope(options)}）`;
  return [
    `${documents > 0 ? `核查文档 ${documents}：` : ''}文档、规则、归属自上次核查后都没有改动，没有重查；要重查请加 --again`,
    `与上一次相比：新出现 0，仍存在 ${standing}，已消失 0`,
  ].join('\n');
}

/** @param settled how many reviewers explained or dismissed */
function describeStanding(standing: SeverityCounts, settled: number): string {
  const { error, warning, note } = standing;
  return `现存疑点 ${countAll(standing)}：错误 ${error}，提醒 ${warning}，提示 ${note}${
    settled > 0 ? `；另有 ${settled} 条已说明或排除（--all 一并列出）` : ''
  }`;
}

const isReached = (standing: SeverityCounts, limit: Severity | undefined): boolean =>
  limit !== undefined && SEVERITIES.some((each) => standing[each] > 0 && gravity(each) <= gravity(limit));

async function writeChanges(store: Store, options: AuditOptions): Promise<void> {
  const { format } = options;
  if (format === 'html' || format === 'xlsx')
    throw new UsageError(`--changes 的 --format 应为 table、csv、json`);
  const { changedReviews } = await import('../../app/changed-reviews.js');
  const { CHANGED_COLUMNS } = await import('../../report/changed-reviews-table.js');
  const changes = (await changedReviews(store)).map((each): Row => ({ ...each }));
  if (changes.length === 0) say('复核过的疑点，所依据的都没有变');
  if (changes.length === 0 && format === 'table') return;
  const { shown, left } = boundRows(changes, options, TABLE_ROWS);
  await writeRows(shown, await tellRules(CHANGED_COLUMNS), { ...options, format });
  sayLeft(shown.length, left, '条');
}
