import type { FC } from 'hono/jsx';
import {
  type Failure,
  type ImportRecord,
  type ImportResult,
  outcomeText,
  type Skipped,
} from '../../../model/import-record.js';
import { OUTCOMES, type Outcome } from '../../../model/outcome.js';
import { showTime } from '../../../report/show-time.js';
import { documentLink, pageLink } from '../../links.js';
import { DataTable, type TableColumn } from '../../parts/data-table.js';
import { showCount, showListed } from '../../parts/format-figures.js';
import { showGiven } from '../../parts/past-imports.js';

interface ResultProps {
  record: ImportRecord;
  documents: ReadonlyMap<string, number>;
}

/** How the newest import ended: by outcome what it means and what to do, then every file that was not read. */
export const ImportResultView: FC<ResultProps> = ({ record, documents }) => {
  const { result, error, kind, given, givenCount, ended, failureCount } = record;
  return (
    <section class="import-result">
      <h2>最近一次导入</h2>
      <p>
        {showGiven({ kind, paths: given }, givenCount)}
        <span class="soft">（{ended === null ? '没有正常结束' : `${showTime(ended)} 结束`}）</span>
      </p>
      {error !== null && <p class="notice">中断：{error}</p>}
      {result && <Outcomes result={result} />}
      <p>
        接下来：<a href="/search">查看项目和指标</a>，<a href="/findings">到疑点清单核查</a>
      </p>
      {result && result.left > 0 && (
        <p class="notice">
          已停下，还有 {showCount(result.left)} 个文件没有读；再导入一次即继续，已读的不会重读。
        </p>
      )}
      {failureCount > 0 && result && (
        <Failures failures={result.failures} count={failureCount} documents={documents} />
      )}
      {result && result.skipped.length > 0 && <SkippedPaths skipped={result.skipped} />}
    </section>
  );
};

const SKIPPED_COLUMNS: readonly TableColumn<Skipped>[] = [
  { title: '路径', head: true, cell: ({ path }) => showListed(path) },
  { title: '原因', cell: ({ reason }) => reason },
];

const SkippedPaths: FC<{ skipped: Skipped[] }> = ({ skipped }) => (
  <>
    <h3>没有内容可读而跳过的（{showCount(skipped.length)}）</h3>
    <DataTable caption="跳过的" columns={SKIPPED_COLUMNS} rows={skipped} />
  </>
);

/** What can be done on this page, where the advice for the command line speaks of commands. */
const ADVICE: Partial<Record<Outcome, string>> = {
  partial: '打开文档，对照原文看没有读到的单元格',
  unsupported: '请用原软件另存为 Word、Excel、PDF 或网页后再导入',
  timeout: '稍后点“再读一次”',
  oom: '稍后点“再读一次”',
  crash: '点“再读一次”；仍然不行，请报告该文件',
};

const adviceOn = (outcome: Failure['outcome']): string =>
  (outcome !== 'unreadable' && ADVICE[outcome]) || outcomeText(outcome).advice;

interface OutcomeRow {
  title: string;
  count: number;
  advice: string;
  link?: string;
}

function outcomeRows({ outcomes, unchanged, duplicates, kept, archives }: ImportResult): OutcomeRow[] {
  const read = OUTCOMES.flatMap((outcome): OutcomeRow[] => {
    const count = outcomes[outcome] ?? 0;
    if (count === 0) return [];
    const { title } = outcomeText(outcome);
    return [{ title, count, advice: adviceOn(outcome), link: pageLink('/documents', { outcome }) }];
  });
  const others: OutcomeRow[] = [
    { title: '没有变化', count: unchanged, advice: '库中已有，没有重读' },
    { title: '内容重复', count: duplicates, advice: '与这次导入的另一个文件相同' },
    { title: '保留原有', count: kept, advice: '重读不如原有结果，保留原有的' },
    { title: '压缩包', count: archives, advice: '已展开，其中的文件分别列入' },
  ];
  return [...read, ...others.filter(({ count }) => count > 0)];
}

const OUTCOME_COLUMNS: readonly TableColumn<OutcomeRow>[] = [
  { title: '结果', head: true, cell: ({ title, link }) => (link ? <a href={link}>{title}</a> : title) },
  { title: '文件', number: true, cell: ({ count }) => showCount(count) },
  { title: '怎么办', cell: ({ advice }) => advice },
];

const Outcomes: FC<{ result: ImportResult }> = ({ result }) => {
  const rows = outcomeRows(result);
  if (rows.length === 0 && result.failures.length === 0) return <p>没有需要读的文件。</p>;
  return rows.length > 0 ? <DataTable caption="按结果" columns={OUTCOME_COLUMNS} rows={rows} /> : null;
};

const Failures: FC<{ failures: Failure[]; count: number; documents: ResultProps['documents'] }> = ({
  failures,
  count,
  documents,
}) => {
  const columns: readonly TableColumn<Failure>[] = [
    { title: '文件', head: true, cell: (failure) => <FailedFile failure={failure} documents={documents} /> },
    { title: '结果', whole: true, cell: ({ outcome }) => outcomeText(outcome).title },
    { title: '原因', cell: ({ reason }) => showListed(reason) },
    { title: '怎么办', cell: ({ outcome }) => adviceOn(outcome) },
  ];
  return (
    <>
      <h3>没有读成的文件（{showCount(count)}）</h3>
      <DataTable caption="没有读成的文件" columns={columns} rows={failures} />
      {count > failures.length && <p class="soft">只列出前 {showCount(failures.length)} 个。</p>}
    </>
  );
};

const FailedFile: FC<{ failure: Failure; documents: ResultProps['documents'] }> = ({
  failure: { path, sha256 },
  documents,
}) => {
  const id = sha256 === null ? undefined : documents.get(sha256);
  return id === undefined ? (
    <span>{showListed(path)}</span>
  ) : (
    <a href={documentLink(id)}>{showListed(path)}</a>
  );
};
