import type { AuditedDisclosure } from '../../model/audited-disclosure.js';
import type { Stage } from '../../model/facts/stages.js';
import type { RuleScope, Tolerance } from '../../model/finding.js';

export const VERDICT_TITLES = { fail: '不符', review: '需人工判断' };
export const STATE_TITLES = { new: '新出现', unchanged: '仍存在' };
export const STAGE_TITLES: Record<Stage, string> = {
  budget: '部门预算',
  adjusted: '预算调整',
  monitoring: '绩效监控',
  final: '部门决算',
  'self-evaluation': '自评',
};
export const RULE_SCOPE_TITLES: Record<RuleScope, string> = {
  form: '一张表',
  document: '一份文档',
  store: '全库',
};

export const TOLERANCE_TITLES: Record<Tolerance, string> = {
  T0: 'T0 须完全一致',
  T1: 'T1 各数按所印小数位四舍五入能解释的差额不算不符',
  T2: 'T2 准确重算后按所印小数位舍入，须一致',
  T3: 'T3 统计比较，超过所列阈值',
  none: '不比较数额',
};

type Subject = Pick<AuditedDisclosure, 'region' | 'year' | 'stage' | 'department'>;

/** `湖南省株洲市石峰区`; 地区未定 where it could not be inferred. */
export const regionTitle = ({ region }: Pick<Subject, 'region'>): string =>
  region === null
    ? '地区未定'
    : [...new Set([region.province, region.city, region.name])].filter((part) => part !== null).join('');

export const departmentTitle = ({ department }: Pick<Subject, 'department'>): string =>
  department ?? '部门未定';

export const yearTitle = ({ year }: Pick<Subject, 'year'>): string =>
  year === null ? '年度未定' : `${year} 年`;

/** What every output says of its findings before it lists them. */
export const CAUTION =
  '所列均为待核实线索，不是结论：只说明公开的文件中印了什么、按其他数字推算是什么。引用之前请逐条对照原文；公开单位可能另有说明。';
