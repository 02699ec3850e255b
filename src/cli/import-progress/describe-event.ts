import type { ReadDocument } from '../../model/document.js';
import type { Skipped } from '../../model/import-record.js';
import { OUTCOME_TEXT } from '../../model/outcome.js';
import { documentCounts } from '../../pipeline/import/document-counts.js';
import type { FileDone, ImportEvent } from '../../pipeline/import/import-event.js';

/** What became of a file, in one line. */
export function describeEvent(event: FileDone): string {
  switch (event.kind) {
    case 'unchanged':
      return `${event.path}  没有变化`;
    case 'duplicate':
      return `${event.path}  与前面的文件内容相同`;
    case 'archive':
      return `${event.path}  压缩包已展开`;
    case 'failure':
      return `${event.failure.path}  ${event.failure.reason}`;
    case 'document': {
      const { outcome } = event.document;
      const kept = event.kept ? '  保留库中原有的读取结果' : '';
      return `${event.path}  ${OUTCOME_TEXT[outcome].title}  ${describeContent(event.document)}${kept}`;
    }
  }
}

/** What was read in a document: its forms, else why there are none, and its budget statements. */
function describeContent(document: ReadDocument): string {
  const { forms, projects, indicators, costs, unclaimed, unreadRows, statements } = documentCounts(document);
  const none = document.reason ?? (unreadRows > 0 ? '没有认出绩效表' : '没有绩效表');
  return [
    forms > 0
      ? `绩效表 ${forms}  项目 ${projects}  指标 ${indicators}  支出明细 ${costs}  未认领 ${unclaimed}`
      : none,
    ...(statements > 0 ? [`预算表 ${statements}`] : []),
    ...(unreadRows > 0 ? [`未读行 ${unreadRows}`] : []),
  ].join('  ');
}

/** What was skipped and why, in one line. */
export const describeSkipped = ({ path, reason }: Skipped): string => `跳过 ${path}：${reason}`;

/** `对应各部门的目标与结果：300/2000`. */
export const describeLinking = ({ done, departments }: Extract<ImportEvent, { kind: 'linking' }>): string =>
  `对应各部门的目标与结果：${done}/${departments}`;
