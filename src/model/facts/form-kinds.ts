/** Kinds of form that are tables, as a budget pack orders them. */
export const TABLE_KINDS = [
  /** 部门整体支出绩效目标表 */
  'department',
  /** 专项资金绩效目标汇总表: one row a project, no indicators */
  'summary',
  /** 项目支出绩效目标表: one project a form */
  'project',
  /** one flat table, a row per indicator, many projects */
  'project-list',
  /** 自评表 */
  'project-self-evaluation',
  'department-self-evaluation',
] as const;

/** With what is prose: 绩效文本, headings and paragraphs; 绩效评价报告, of which score and grade are read. */
export const FORM_KINDS = [...TABLE_KINDS, 'narrative', 'evaluation-report'] as const;

export type FormKind = (typeof FORM_KINDS)[number];

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

/** Kinds of form in short. */
export const SHORT_FORM_TITLES: Record<FormKind, string> = {
  department: '部门整体表',
  summary: '项目汇总表',
  project: '项目表',
  'project-list': '项目清单表',
  'project-self-evaluation': '项目自评表',
  'department-self-evaluation': '部门自评表',
  narrative: '绩效文本',
  'evaluation-report': '评价报告',
};
