import type { ReadDocument } from '../../model/document.js';
import { STAGE_TITLES } from '../../model/facts/stages.js';
import { FINDING_STATE_TITLES } from '../../model/finding.js';
import { REVIEW_STATE_TEXT, type Review } from '../../model/review.js';
import type { LoadDocument, ReportFinding, ReportRule } from '../audit-report/audit-report.js';
import type { DepartmentGroup } from '../audit-report/group-by-department.js';
import { departmentTitle, regionTitle, yearTitle } from '../audit-report/titles.js';
import { renderEvidence } from '../evidence/render-evidence.js';
import { html, type Markup } from '../html.js';
import { nameRule } from '../name-rule.js';
import { showTime } from '../show-time.js';
import type { FilterIndex } from './filter-index.js';
import { renderSeverity } from './render-finding-rows.js';

/** A department, and what was found in it, in the order of the report. */
export interface DepartmentPaper {
  group: DepartmentGroup;
  findings: readonly ReportFinding[];
}

/** 底稿 of one department: what was looked at, then every finding with its evidence and room for the answer. */
export async function* renderPaper(
  { group, findings }: DepartmentPaper,
  rules: ReadonlyMap<string, ReportRule>,
  index: FilterIndex,
  load: LoadDocument,
): AsyncGenerator<Markup> {
  const { subject, files } = group;
  const documents = await loadAll(findings, load);
  yield html`<section class="paper" data-group><h3>${regionTitle(subject)} ${departmentTitle(subject)} ${yearTitle(subject)}${STAGE_TITLES[subject.stage]}</h3><dl class="facts"><dt>文件</dt><dd>${[...files].map(([path, url]) => html`${path}${renderUrl(url)}<br>`)}</dd><dt>内容</dt><dd>表 ${group.forms}，项目 ${group.projects}，指标 ${group.indicators}，支出明细 ${group.costs}</dd><dt>核查</dt><dd>疑点 ${findings.length}，相符 ${group.pass}，不适用 ${group.notApplicable}，未能核查 ${group.notEvaluated}</dd></dl>
`;
  for (const each of findings) yield renderFinding(each, rules.get(each.finding.rule), index, documents);
  yield html`</section>
`;
}

async function loadAll(
  findings: readonly ReportFinding[],
  load: LoadDocument,
): Promise<Map<string, ReadDocument>> {
  const wanted = new Set(findings.flatMap(({ finding }) => finding.evidence.map(({ document }) => document)));
  const documents = new Map<string, ReadDocument>();
  for (const sha256 of wanted) {
    const document = await load(sha256);
    if (document) documents.set(sha256, document);
  }
  return documents;
}

function renderFinding(
  each: ReportFinding,
  rule: ReportRule | undefined,
  index: FilterIndex,
  documents: ReadonlyMap<string, ReadDocument>,
): Markup {
  const { id, state, finding, review } = each;
  return html`<details class="finding" id="f${id}" ${index.attributes(each)}><summary>f${id} ${renderSeverity(each)} ${rule?.title ?? finding.rule}${finding.project === null ? null : ` · ${finding.project}`}${state === 'new' ? ` · ${FINDING_STATE_TITLES.new}` : null}</summary><div class="body"><p>${finding.message}</p>${renderEvidence(finding, documents)}<dl class="facts"><dt>规则</dt><dd>${rule ? nameRule(rule) : finding.rule}，第 ${finding.ruleVersion} 版：${rule?.formula}</dd><dt>依据</dt><dd>${rule?.authority}</dd><dt>为什么要看</dt><dd>${rule?.why}</dd></dl>${renderReview(review)}<p class="back"><a href="#list">回到清单</a></p></div></details>
`;
}

/** The answer as stored; room to write one by hand where there is none and the page is printed. */
function renderReview(review: Review | null): Markup {
  if (!review)
    return html`<p class="by-hand">核实：□属实　□已说明　□排除　意见：＿＿＿＿＿＿＿＿＿＿＿＿＿＿　核实人：＿＿＿＿　日期：＿＿＿＿</p>`;
  return html`<dl class="answer"><dt>复核</dt><dd>${REVIEW_STATE_TEXT[review.state].title}${review.comment === null ? null : `：${review.comment}`}（${review.who}，${showTime(review.at).slice(0, 10)}）</dd></dl>`;
}

/** A link where the address is one of the web; an address of another kind is shown as text. */
function renderUrl(url: string | null): Markup | null {
  if (url === null) return null;
  return /^https?:\/\//i.test(url)
    ? html` <a href="${url}" rel="noreferrer noopener">${url}</a>`
    : html` ${url}`;
}
