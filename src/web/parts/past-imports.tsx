import type { Child, FC } from 'hono/jsx';
import type { ImportGiven, ImportRecord } from '../../model/import-record.js';
import { outcomeText } from '../../model/import-record.js';
import { OUTCOMES, type Outcome } from '../../model/outcome.js';
import { showTime } from '../../report/show-time.js';
import { pageLink } from '../links.js';
import { DataTable, type TableColumn } from './data-table.js';
import { showCount, showListed } from './format-figures.js';

/** What an import was given, in a few words. */
export function showGiven({ kind, paths }: ImportGiven, count = paths.length): string {
  const named = showListed(paths.slice(0, 3).join('、'), 90);
  const more = count > 3 ? ` 等 ${showCount(count)} 个` : '';
  switch (kind) {
    case 'paths':
      return `${named}${more}`;
    case 'upload':
      return `上传：${showListed(paths.slice(0, 3).map(withoutRoot).join('、'), 90)}${more}`;
    case 'retry':
      return `再读一次：${paths.map((each) => outcomeText(each as Outcome).title).join('、')}`;
    case 'refresh':
      return '重读旧版本读取的文档';
    case 'queue':
      return `从队列领来读：${showListed(paths.join('、'), 90)}`;
  }
}

const withoutRoot = (path: string): string => path.replace(/^上传\//, '');

/** How an import ended, in a few words; an outcome leads to the documents that have it now. */
function showEnd({ ended, error, result }: ImportRecord): Child {
  if (error !== null) return `中断：${showListed(error)}`;
  if (ended === null || result === null) return '没有结束：正在进行，或程序被终止';
  const read = OUTCOMES.flatMap((outcome): Child[] => {
    const count = result.outcomes[outcome] ?? 0;
    if (count === 0) return [];
    return [
      <a href={pageLink('/documents', { outcome })}>
        {outcomeText(outcome).title} {showCount(count)}
      </a>,
    ];
  });
  const parts: Child[] = [
    ...read,
    ...(result.unchanged > 0 ? [`没有变化 ${showCount(result.unchanged)}`] : []),
    ...(result.left > 0 ? [`停下时还有 ${showCount(result.left)} 个没有读`] : []),
  ];
  if (parts.length === 0) return '没有文件';
  return parts.map((part, n) => (
    <>
      {n > 0 && '，'}
      {part}
    </>
  ));
}

const COLUMNS: readonly TableColumn<ImportRecord>[] = [
  { title: '开始', whole: true, cell: ({ started }) => showTime(started) },
  {
    title: '内容',
    head: true,
    cell: ({ kind, given, givenCount }) => showGiven({ kind, paths: given }, givenCount),
  },
  { title: '文件', number: true, cell: ({ result }) => (result ? showCount(result.files) : '') },
  { title: '结果', cell: showEnd },
  {
    title: '没有读成',
    number: true,
    cell: ({ failureCount }) => (failureCount > 0 ? showCount(failureCount) : ''),
  },
];

/** Imports as the log of the store keeps them. */
export const PastImports: FC<{ records: readonly ImportRecord[] }> = ({ records }) => (
  <DataTable caption="导入记录" columns={COLUMNS} rows={records} />
);
