import { SEVERITY_TITLES } from '../../model/facts/severities.js';
import { STAGE_TITLES } from '../../model/facts/stages.js';
import { RULE_SCOPE_TITLES, TOLERANCE_TITLES } from '../../model/finding.js';
import type { AuditReport, ReportRule, RuleDescription } from '../audit-report/audit-report.js';
import type { DepartmentGroup } from '../audit-report/group-by-department.js';
import { departmentTitle, regionTitle } from '../audit-report/titles.js';
import { type Sheet, type SheetColumn, sheet } from '../workbook/sheet.js';

const RULE_COUNTS: SheetColumn<ReportRule>[] = [
  { title: '疑点', width: 32, value: ({ title }) => title },
  { title: '最高程度', width: 9, value: ({ severity }) => SEVERITY_TITLES[severity] },
  { title: '判断次数', width: 9, value: ({ count }) => count.fail + count.review + count.pass },
  { title: '不符', width: 8, value: ({ count }) => count.fail },
  { title: '需人工判断', width: 11, value: ({ count }) => count.review },
  { title: '相符', width: 8, value: ({ count }) => count.pass },
  { title: '不适用', width: 8, value: ({ count }) => count.notApplicable },
  { title: '未能核查', width: 9, value: ({ count }) => count.notEvaluated },
  { title: '规则', width: 36, value: ({ id }) => id },
];

/** 汇总: how often each rule judged and what it answered, so that every number of findings has its denominator. */
export const ruleSummarySheet = ({ rules }: AuditReport): Sheet => sheet('汇总', RULE_COUNTS, rules);

const DEPARTMENT_COUNTS: SheetColumn<DepartmentGroup>[] = [
  { title: '地区', width: 30, value: ({ subject }) => regionTitle(subject) },
  { title: '年度', width: 7, value: ({ subject }) => subject.year },
  { title: '阶段', width: 9, value: ({ subject }) => STAGE_TITLES[subject.stage] },
  { title: '部门', width: 34, value: ({ subject }) => departmentTitle(subject) },
  { title: '文档', width: 6, value: ({ documents }) => documents },
  { title: '表', width: 6, value: ({ forms }) => forms },
  { title: '项目', width: 6, value: ({ projects }) => projects },
  { title: '指标', width: 6, value: ({ indicators }) => indicators },
  { title: '支出明细', width: 9, value: ({ costs }) => costs },
  { title: '错误', width: 6, value: ({ error }) => error },
  { title: '提醒', width: 6, value: ({ warning }) => warning },
  { title: '提示', width: 6, value: ({ note }) => note },
  { title: '相符', width: 8, value: ({ pass }) => pass },
  { title: '不适用', width: 8, value: ({ notApplicable }) => notApplicable },
  { title: '未能核查', width: 9, value: ({ notEvaluated }) => notEvaluated },
];

/** 部门汇总: every department that was looked at, those without findings included. */
export const departmentSummarySheet = (groups: readonly DepartmentGroup[]): Sheet =>
  sheet('部门汇总', DEPARTMENT_COUNTS, groups, { frozen: 4 });

const RULE_TEXTS: SheetColumn<RuleDescription>[] = [
  { title: '规则', width: 34, value: ({ id }) => id },
  { title: '版本', width: 6, value: ({ version }) => version },
  { title: '疑点', width: 28, value: ({ title }) => title },
  { title: '最高程度', width: 9, value: ({ severity }) => SEVERITY_TITLES[severity] },
  { title: '范围', width: 10, value: ({ scope }) => RULE_SCOPE_TITLES[scope] },
  { title: '容差', width: 26, value: ({ tolerance }) => TOLERANCE_TITLES[tolerance] },
  { title: '比较', width: 44, value: ({ formula }) => formula },
  { title: '依据', width: 40, value: ({ authority }) => authority },
  { title: '为什么要看', width: 50, value: ({ why }) => why },
];

/** 规则: what each rule compares, on what authority, and what may explain a difference. */
export const rulesSheet = ({ rules }: { rules: readonly RuleDescription[] }): Sheet =>
  sheet('规则', RULE_TEXTS, rules);
