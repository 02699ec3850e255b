import { SEVERITY_TITLES } from '../../model/facts/severities.js';
import { VERDICT_TITLES } from '../../model/finding.js';
import type { AuditReport, ReportFinding } from '../audit-report/audit-report.js';
import { departmentTitle, regionTitle } from '../audit-report/titles.js';
import { html, type Markup } from '../html.js';
import { showWan } from '../show-money.js';
import type { FilterIndex } from './filter-index.js';

/** 清单: one row per finding, each leading to its evidence below. Row by row, since there may be many. */
export async function* renderFindingRows(
  { rules, findings }: Pick<AuditReport, 'rules' | 'findings'>,
  index: FilterIndex,
): AsyncGenerator<Markup> {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  let rows = 0;
  yield html`<table class="list"><thead><tr><th>编号</th><th>程度</th><th>地区</th><th>年度</th><th>部门</th><th>项目</th><th>疑点</th><th>说明</th><th>差额（万元）</th></tr></thead><tbody>
`;
  for await (const each of findings) {
    rows += 1;
    yield renderRow(each, titles, index);
  }
  yield html`</tbody></table>
`;
  if (rows === 0) yield html`<p>没有疑点。看了多少、哪些没有看，见上文和“未执行及原因”。</p>`;
}

function renderRow(each: ReportFinding, titles: ReadonlyMap<string, string>, index: FilterIndex): Markup {
  const { id, finding, subject } = each;
  return html`<tr ${index.attributes(each)}><td class="whole"><a href="#f${id}">f${id}</a></td><td>${renderSeverity(each)}</td><td>${regionTitle(subject)}</td><td class="whole">${subject.year}</td><td>${departmentTitle(subject)}</td><td>${finding.project}</td><td>${titles.get(finding.rule) ?? finding.rule}</td><td>${finding.message}</td><td class="number">${finding.differenceFen === null ? null : showWan(finding.differenceFen)}</td></tr>
`;
}

/** `错误`, `提醒（需人工判断）` in the colour of the severity. */
export const renderSeverity = ({ finding: { severity, verdict } }: ReportFinding): Markup =>
  html`<span class="severity ${severity}">${SEVERITY_TITLES[severity]}</span>${verdict === 'review' ? `（${VERDICT_TITLES.review}）` : null}`;
