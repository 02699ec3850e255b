import { VIEW_COLUMNS, type ViewColumn } from './view-columns.js';

export type { ViewColumn } from './view-columns.js';

export interface View {
  name: string;
  title: string;
  meaning: string;
  columns: readonly ViewColumn[];
}

const TITLES: Record<keyof typeof VIEW_COLUMNS, [title: string, meaning: string]> = {
  documents: ['文档', '一份文件内容一行；同一内容在多处出现只算一份'],
  budgets: ['预算', '部门或项目的一个预算数一行'],
  projects: ['项目', '一份文档一个阶段的一个项目一行，汇总表与项目表中的同一项目合为一行'],
  indicators: ['指标', '一条绩效指标一行'],
  costs: ['支出明细', '项目支出明细表一行'],
  plans: ['资金支出计划', '支出计划的一个时点一行'],
  work_plan: ['年度重点工作', '年度重点工作计划的一项一行'],
  texts: ['文字', '职责、总体目标、分项目标、措施、概况等成段文字'],
  cells: ['单元格', '已识别的表中每个非空单元格的去向'],
  diagnostics: ['读取说明', '读取时未能安放的内容，一处一行'],
  findings: ['疑点', '最近一次核查的疑点（待核实线索），一条一行'],
  finding_runs: ['核查记录', '每次核查每条规则的计数'],
  indicator_counts: [
    '指标汇总',
    '各省、年度、阶段、一二级指标、类型的指标数；与 indicators 逐条计数相同，只是快',
  ],
  finding_counts: [
    '疑点汇总',
    '最近一次核查各省、年度、阶段、规则、程度的疑点数；与 findings 逐条计数相同，只是快',
  ],
  project_counts: ['项目汇总', '各省、年度、阶段的项目数与金额；与 projects 逐条计算相同，只是快'],
};

/** The views of the SQLite file that researchers write SQL against, in the order people meet them. */
export const VIEWS: readonly View[] = Object.entries(VIEW_COLUMNS).map(([name, columns]) => {
  const [title, meaning] = TITLES[name as keyof typeof VIEW_COLUMNS];
  return { name, title, meaning, columns };
});

/** The view with this name; `current_<name>` is the same view without superseded documents. */
export function findView(name: string): View | undefined {
  const base = name.replace(/^current_/, '');
  const view = VIEWS.find((each) => each.name === base);
  if (!view || base === name) return view;
  const hasCurrent = view.columns.some((column) => column.name === 'document_id');
  return hasCurrent ? { ...view, name, title: `${view.title}（现行）` } : undefined;
}
