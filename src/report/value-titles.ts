import type { TextKind } from '../model/disclosure.js';

/** Closed lists of the model in the words people use. */
export const TEXT_KIND_TITLES: Record<TextKind, string> = {
  duties: '部门职责',
  'overall-goal': '总体目标',
  'sub-goal': '分项目标',
  measures: '措施',
  overview: '概况',
};
