import { SEVERITY_TITLES } from '../../model/facts/severities.js';
import { STAGE_TITLES } from '../../model/facts/stages.js';
import { TOLERANCE_TITLES } from '../../model/finding.js';
import type { AuditReport, ReportRule } from '../audit-report/audit-report.js';
import type { DepartmentGroup } from '../audit-report/group-by-department.js';
import { listUnjudged } from '../audit-report/list-unjudged.js';
import { reportFacts } from '../audit-report/report-facts.js';
import { CAUTION, departmentTitle, regionTitle, yearTitle } from '../audit-report/titles.js';
import { type HtmlPiece, html, type Markup } from '../html.js';

/** What the run was, before anything it found. */
export const renderFacts = (report: AuditReport): Markup =>
  html`<p class="caution">${CAUTION}</p><dl class="facts">${reportFacts(report).map(
    ([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`,
  )}</dl>
`;

/** 汇总 by rule, with the denominators. */
export const renderRuleSummary = ({ rules }: AuditReport): Markup =>
  renderTable(
    ['疑点', '最高程度', '判断次数', '不符', '需人工判断', '相符', '不适用', '未能核查'],
    rules.map(({ title, severity, count }) => [
      title,
      SEVERITY_TITLES[severity],
      count.fail + count.review + count.pass,
      count.fail,
      count.review,
      count.pass,
      count.notApplicable,
      count.notEvaluated,
    ]),
  );

/** 汇总 by department, those without findings included. */
export const renderDepartmentSummary = (groups: readonly DepartmentGroup[]): Markup =>
  renderTable(
    ['地区', '年度', '部门', '表', '项目', '指标', '错误', '提醒', '提示', '相符', '不适用', '未能核查'],
    groups.map((group) => [
      regionTitle(group.subject),
      `${yearTitle(group.subject)}${STAGE_TITLES[group.subject.stage]}`,
      departmentTitle(group.subject),
      group.forms,
      group.projects,
      group.indicators,
      group.error,
      group.warning,
      group.note,
      group.pass,
      group.notApplicable,
      group.notEvaluated,
    ]),
  );

/** 未执行及原因, row by row. */
export async function* renderUnjudged(report: AuditReport): AsyncGenerator<Markup> {
  yield renderHead(['情形', '疑点', '原因', '次数', '所在']);
  for await (const { what, rule, reason, count, where } of listUnjudged(report)) {
    yield renderRow([what, rule, reason, count, where]);
  }
  yield TABLE_END;
}

/** 规则 */
export const renderRules = (rules: readonly ReportRule[]): Markup =>
  renderTable(
    ['规则', '疑点', '最高程度', '容差', '比较', '依据', '为什么要看'],
    rules.map(({ id, version, title, severity, tolerance, formula, authority, why }) => [
      `${id}（第 ${version} 版）`,
      title,
      SEVERITY_TITLES[severity],
      TOLERANCE_TITLES[tolerance],
      formula,
      authority,
      why,
    ]),
  );

const renderTable = (titles: readonly string[], rows: readonly HtmlPiece[][]): Markup =>
  html`${renderHead(titles)}${rows.map(renderRow)}${TABLE_END}`;

const renderHead = (titles: readonly string[]): Markup =>
  html`<table class="list"><thead><tr>${titles.map((title) => html`<th>${title}</th>`)}</tr></thead><tbody>
`;

const renderRow = (row: readonly HtmlPiece[]): Markup =>
  html`<tr>${row.map((value) => (typeof value === 'number' ? html`<td class="number">${value}</td>` : html`<td>${value}</td>`))}</tr>
`;

const TABLE_END = html`</tbody></table>
`;
