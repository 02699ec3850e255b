/** Stages of a budget year, in the order they come; the first is shown where several are to hand. */
export const STAGES = ['budget', 'adjusted', 'monitoring', 'final', 'self-evaluation'] as const;

export type Stage = (typeof STAGES)[number];

export const STAGE_TITLES: Record<Stage, string> = {
  budget: '部门预算',
  adjusted: '预算调整',
  monitoring: '绩效监控',
  final: '部门决算',
  'self-evaluation': '自评',
};
