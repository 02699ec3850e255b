import { compact } from './label-text.js';

const LONGEST = 14;

/** 年度绩效指标, 绩效指标设定 and the like beside a table, in any wording. */
export const isSideLabel = (core: string): boolean =>
  core.length <= LONGEST && /(指标|目标)((的?(设定|设置|情况|内容|编制|明细))|值)?$/.test(compact(core));
