import { findSection, type SectionName } from './sections/sections.js';
import type { ViewColumn } from './view-column.js';
import { VIEW_COLUMNS } from './view-columns.js';

export type { ViewColumn } from './view-column.js';

export interface View {
  name: string;
  title: string;
  meaning: string;
  columns: readonly ViewColumn[];
}

/** Titles and meanings of the views that show no section. */
const TITLES: Record<Exclude<keyof typeof VIEW_COLUMNS, SectionName>, Pick<View, 'title' | 'meaning'>> = {
  documents: { title: '文档', meaning: '一份文件内容一行；同一内容在多处出现只算一份' },
  project_links: {
    title: '项目对应',
    meaning: '同一部门两份公开中的同一项目一行：同一年度的各阶段，相邻年度的目标；拆分、合并的一对一行',
  },
  indicator_links: {
    title: '指标对应',
    meaning: '已对应的项目（或部门整体）中的指标一对一行；减去、新增的各一行',
  },
  outcomes: {
    title: '目标与结果',
    meaning: '承诺的一条指标一行：承诺的、自评重复的指标值，实际完成值与得分，下一年的指标值，结果如何',
  },
  cells: { title: '单元格', meaning: '已识别的表中每个非空单元格的去向' },
  diagnostics: { title: '读取说明', meaning: '读取时未能安放的内容，一处一行' },
  findings: {
    title: '疑点',
    meaning: '现存的疑点（待核实线索）：每个对象最近一次核查的结果，一条一行，带复核结论',
  },
  finding_runs: { title: '核查记录', meaning: '每次核查每条规则的计数' },
  indicator_counts: {
    title: '指标汇总',
    meaning: '各省、年度、阶段、一二级指标、类型的指标数；与 indicators 逐条计数相同，只是快',
  },
  finding_counts: {
    title: '疑点汇总',
    meaning:
      '现存而没有被说明、排除的疑点，各省、年度、阶段、规则、程度的条数；与 findings 逐条计数相同，只是快',
  },
  project_counts: {
    title: '项目汇总',
    meaning: '各省、年度、阶段的项目数与金额；与 projects 逐条计算相同，只是快',
  },
};

/** The views of the SQLite file that researchers write SQL against, in the order people meet them. */
export const VIEWS: readonly View[] = Object.entries(VIEW_COLUMNS).map(([name, columns]) => {
  const { title, meaning } = findSection(name) ?? TITLES[name as keyof typeof TITLES];
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
