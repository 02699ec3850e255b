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
