import { describeOutcome, type Failure, type Skipped } from '../model/import-record.js';
import { OUTCOME_TEXT, type Outcome } from '../model/outcome.js';
import type { DocumentName, DocumentSubject, ReplacedPath } from '../model/ports/documents.js';
import type { StoreSummary } from '../model/ports/questions.js';
import type { ReadingGap } from '../model/reading-gaps.js';
import type { ImportSummary, MovedDocument, PartialDocument } from '../pipeline/import/import-summary.js';

/** The summary of an import for people: numbers, then every file that was not read with reason and advice. */
export function describeImport(summary: ImportSummary): string {
  const { outcomes, archives, unchanged, duplicates, kept, left, failures, skipped } = summary;
  const read = sum(Object.values(outcomes));
  const byOutcome = Object.entries(outcomes).map(
    ([outcome, count]) => `${OUTCOME_TEXT[outcome as Outcome].title} ${count}`,
  );
  return [
    '',
    `文件 ${summary.files}${archives > 0 ? `（含压缩包 ${archives}）` : ''}，用时 ${summary.seconds.toFixed(1)} 秒`,
    `${describeRead(read, summary.reread)}${read > 0 ? `：${byOutcome.join('，')}` : ''}`,
    ...describeMoved(summary.moved),
    ...(read > 0 ? describeContent(summary) : []),
    ...(unchanged > 0 ? [`没有变化的文件 ${unchanged}`] : []),
    ...(duplicates > 0 ? [`与其他文件内容相同 ${duplicates}`] : []),
    ...describeReplaced(summary.replaced),
    ...(kept > 0 ? [`重读不如原有结果、保留原有的 ${kept}`] : []),
    ...(left > 0 ? [`已停下，还有 ${left} 个文件没有读；再运行同一命令即继续`] : []),
    ...describePartial(summary.partial),
    ...describeSkipped(skipped),
    ...describeFailures(failures),
  ].join('\n');
}

/** What the store holds after the import. */
export const describeStore = ({
  documents,
  forms,
  projects,
  indicators,
  statements,
  unclaimedCells,
  unreadRows,
}: StoreSummary): string =>
  `库中现有文档 ${documents}，绩效表 ${forms}，项目 ${projects}，指标 ${indicators}，预算表 ${statements}，未认领单元格 ${unclaimedCells}，未读行 ${unreadRows}`;

const describeContent = (summary: ImportSummary): string[] => [
  `绩效表 ${summary.forms}，项目 ${summary.projects}，指标 ${summary.indicators}，支出明细 ${summary.costs}，预算表 ${summary.statements}`,
  `单元格 ${summary.cells}，未认领 ${summary.unclaimed}`,
  `地区、年度或部门未定的文档 ${summary.unresolved}${describeUnresolved(summary)}`,
  ...describeWithoutForms(summary),
  ...(summary.givenInVain > 0
    ? [`给出的地区、年度、部门没有用上的文档 ${summary.givenInVain}：没有读到绩效表和预算表，无处可记`]
    : []),
];

const describeRead = (read: number, reread: number): string =>
  reread === 0 ? `新读入文档 ${read}` : `新读入文档 ${read - reread}，重读库中已有的 ${reread}`;

function describeMoved(moved: readonly MovedDocument[]): string[] {
  if (moved.length === 0) return [];
  return [
    `归属改动 ${moved.length} 份：`,
    ...bounded(moved, MOST_LISTED, describeMove, ''),
    '  要改回：用 mingzhang assign 按文件名或编号指定原来的地区、年度、部门；',
    '  或用 mingzhang remove 移出后，不带 --region、--year、--department 再导入',
  ];
}

/** Only what differs is named. */
function describeMove({ path, before, after }: MovedDocument): string[] {
  const placeOf = ({ province, city, region }: DocumentSubject): string =>
    [...new Set([province, city, region])].filter((each) => each !== null).join('');
  const said = (subject: DocumentSubject): string[] => [
    placeOf(subject) || '地区未定或不一',
    subject.year === null ? '年度未定或不一' : `${subject.year} 年`,
    subject.department ?? '部门未定或不一',
  ];
  const [from, to] = [said(before), said(after)];
  const differs = (_: string, index: number): boolean => from[index] !== to[index];
  return [`  ${from.filter(differs).join('，')} → ${to.filter(differs).join('，')}（${path}）`];
}

function describeWithoutForms({ withoutForms, onlyStatements }: ImportSummary): string[] {
  if (withoutForms === 0) return [];
  return [
    `没有绩效表的文档 ${withoutForms}${onlyStatements > 0 ? `，其中有预算表的 ${onlyStatements}` : ''}`,
  ];
}

function describeReplaced(replaced: readonly ReplacedPath[]): string[] {
  const named = ({ number, sha256 }: DocumentName): string => `d${number}（内容 ${sha256.slice(0, 12)}）`;
  const part = (became: ReplacedPath['became'], title: string): string[] => {
    const paths = replaced.filter((each) => each.became === became);
    if (paths.length === 0) return [];
    const describe = ({ path, earlier, later }: ReplacedPath): string[] => [
      `  ${path}：${named(earlier)} → ${named(later)}`,
    ];
    return [`${title} ${paths.length}：`, ...bounded(paths, MOST_LISTED, describe, '')];
  };
  return [
    ...part('superseded', '同一路径的内容改了，旧版本由新版本取代'),
    ...part('kept', '同一路径先前是另一份公开，两份都保留'),
    ...part('elsewhere', '同一路径的内容改了，原来的内容在别的路径还有，仍然有效'),
  ];
}

function describePartial(partial: readonly PartialDocument[]): string[] {
  if (partial.length === 0) return [];
  const rows = sum(partial.map(({ unreadRows }) => unreadRows));
  const ofRows = rows > 0 ? `，像绩效表而没有认出的行 ${rows}` : '';
  return [
    `部分读取的文档 ${partial.length}，没有读到的 ${sum(partial.map(({ gaps }) => gaps.length))} 处${ofRows}：`,
    ...bounded(partial, MOST_PARTIAL, ({ path, gaps }) => [
      `  ${path}`,
      ...bounded(gaps, MOST_GAPS, describeGap, IN_REPORT),
    ]),
  ];
}

const describeGap = ({ place, message, advice }: ReadingGap): string[] => [
  `    ${place === null ? '' : `${place}  `}${message}`,
  `      怎么办：${advice}`,
];

const MOST_LISTED = 20;
const MOST_PARTIAL = 10;
const MOST_GAPS = 3;
const IN_REPORT = '用 --report 文件.csv 写出全部';

/** Lines of the first things of a list, and how many others there are. */
function bounded<T>(
  things: readonly T[],
  most: number,
  describe: (thing: T) => string[],
  more = IN_REPORT,
  count = things.length,
): string[] {
  const left = count - most;
  const rest = left > 0 ? [`  ……还有 ${left} 个${more === '' ? '' : `；${more}`}`] : [];
  return [...things.slice(0, most).flatMap(describe), ...rest];
}

function describeUnresolved(summary: ImportSummary): string {
  if (summary.unresolved === 0) return '';
  const { unresolvedRegion, unresolvedYear, unresolvedDepartment } = summary;
  const parts = `地区 ${unresolvedRegion}，年度 ${unresolvedYear}，部门 ${unresolvedDepartment}`;
  return `（${parts}；用 mingzhang query documents --unresolved 查看，mingzhang assign 补上）`;
}

const describeSkipped = (skipped: readonly Skipped[]): string[] =>
  skipped.length > 0
    ? [
        `没有内容可读而跳过的 ${skipped.length}：`,
        ...bounded(skipped, MOST_LISTED, ({ path, reason }) => [`  ${path}：${reason}`]),
      ]
    : [];

/** Every file that was not read, with reason and advice, a line each; `count`: of all, where not all are known. */
export function describeFailures(
  failures: readonly Failure[],
  { count = failures.length, more = IN_REPORT } = {},
): string[] {
  if (count === 0) return [];
  const describe = (failure: Failure): string[] => [`  ${failure.path}：${describeOutcome(failure)}`];
  return [`没有读成的文件 ${count}：`, ...bounded(failures, MOST_LISTED, describe, more, count)];
}

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
