import { RELATION_TITLES, STATUS_TITLES } from '../../model/cycle.js';
import type { OutcomeSummary, TrackedIndicator, TrackedYear } from '../../model/track.js';
import { showShare } from '../show-share.js';

/** `指标值改变 · 对照承诺未完成`: what became of a promise, in words. */
export function outcomeWords({ status, kept, selfEvaluation }: TrackedIndicator): string {
  if (status === null) return kept === null ? '' : `自报${STATUS_TITLES[kept]}`;
  if (status === 'changed' && kept !== null && kept !== 'not-comparable') {
    return `${STATUS_TITLES.changed}，对照承诺${STATUS_TITLES[kept]}`;
  }
  if (status !== 'not-reported') return STATUS_TITLES[status];
  return { project: '未填完成值', department: '没有自评', none: '库中没有自评' }[selfEvaluation];
}

/** How a project of this year hangs together with the year before; '' where it goes on under its name. */
export function tieWords({ tie }: TrackedYear): string {
  if (tie === null || (tie.relation === 'same' && !tie.doubtful)) return '';
  return `${RELATION_TITLES[tie.relation]}${tie.by === 'hand' ? '（人工指定）' : ''}${tie.doubtful ? '（存疑）' : ''}`;
}

const percent = (part: number, whole: number): string => showShare(part, whole) ?? '—';

/** `承诺 20 条，有自评的 15 条，报告了完成值的 14 条，可比的 12 条中完成 10 条（83.3%）…`. */
export function summaryWords(summary: OutcomeSummary): string {
  const { promised, evaluated, reported, comparable, kept, exceeded, missed, changed, dropped } = summary;
  if (promised === 0) return '没有承诺的指标';
  const judged =
    comparable === 0
      ? '没有可比的完成值'
      : `可比的 ${comparable} 条中完成 ${kept} 条（${percent(kept, comparable)}），其中大幅优于目标 ${exceeded} 条，未完成 ${missed} 条`;
  return `承诺 ${promised} 条；项目有自评的 ${evaluated} 条（${percent(evaluated, promised)}），报告了完成值的 ${reported} 条；${judged}；指标值改变 ${changed} 条，自评中没有 ${dropped} 条`;
}
