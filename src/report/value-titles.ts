import type { BudgetAxis, Horizon, ProjectState, Scope, TextKind } from '../model/disclosure.js';
import type { FormKind } from '../model/facts/form-kinds.js';
import type { CalculationResult, TargetKind } from '../model/target.js';

/** Closed lists of the model in the words people use. */
export const TARGET_KIND_TITLES: Record<TargetKind, string> = {
  number: '数量',
  percent: '百分比',
  ratio: '比例',
  money: '金额',
  price: '单价',
  range: '区间',
  frequency: '频次',
  deadline: '期限',
  period: '起止时间',
  duration: '时长',
  level: '等级',
  'budget-ref': '以预算为限',
  multi: '多个值',
  calc: '算式',
  none: '无',
  placeholder: '未填的模板',
  echo: '重复指标名',
  empty: '空白',
  text: '定性文字',
};

export const TEXT_KIND_TITLES: Record<TextKind, string> = {
  duties: '部门职责',
  'overall-goal': '总体目标',
  'sub-goal': '分项目标',
  measures: '措施',
  overview: '概况',
  achievement: '目标实际完成情况',
  deviation: '偏差原因和改进措施',
};

export const AXIS_TITLES: Record<BudgetAxis, string> = {
  total: '资金总额',
  revenue: '按收入性质',
  expenditure: '按支出性质',
  funding: '按资金来源',
};

export const HORIZON_TITLES: Record<Horizon, string> = { annual: '年度', period: '实施期' };

export const BUDGET_SCOPE_TITLES: Record<Scope, string> = { own: '本级', 'all-levels': '含下级' };

export const PROJECT_STATE_TITLES: Record<ProjectState, string> = {
  disclosed: '已公开',
  secret: '涉密不公开',
};

export const CALCULATION_TITLES: Record<CalculationResult, string> = {
  exact: '相符',
  rounding: '舍入后相符',
  'implied-factor': '补上未写明的因数后相符',
  'implied-unit': '补上未写明的单位后相符',
  lump: '打包金额，没有算式',
  differs: '不符',
  unparsed: '未能读出算式',
};

export const FORM_KIND_TITLES: Record<FormKind, string> = {
  department: '部门整体支出绩效目标表',
  summary: '项目绩效目标汇总表',
  project: '项目支出绩效目标表',
  'project-list': '项目绩效目标清单',
  'project-self-evaluation': '项目自评表',
  'department-self-evaluation': '整体自评表',
  narrative: '绩效文本',
  'evaluation-report': '绩效评价报告',
};
