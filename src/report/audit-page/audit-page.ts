import { createHash } from 'node:crypto';
import { countAll } from '../../model/facts/severities.js';
import type { AuditReport, ReportFinding, ReportMeans } from '../audit-report/audit-report.js';
import { type Departments, groupByDepartment } from '../audit-report/group-by-department.js';
import { EVIDENCE_STYLE } from '../evidence/evidence-style.js';
import { html, type Markup, trustedMarkup } from '../html.js';
import { filterIndex, renderFilters } from './filter-index.js';
import { PAGE_SCRIPT } from './page-script.js';
import { PAGE_STYLE } from './page-style.js';
import { renderFindingRows } from './render-finding-rows.js';
import { type DepartmentPaper, renderPaper } from './render-paper.js';
import {
  renderDepartmentSummary,
  renderFacts,
  renderRuleSummary,
  renderRules,
  renderUnjudged,
} from './render-summary.js';

/**
 * One audit run as a page that needs nothing but itself: 清单 with filters, a working paper (底稿) per department that has
 * findings, each with its evidence, 汇总 with the denominators, 未执行及原因, 规则. In pieces, to be written one after the
 * other; findings of one department at a time are held, with the documents they stand on.
 */
export async function* auditPage(report: AuditReport, means: ReportMeans): AsyncGenerator<string> {
  const waiting = means.pile<ReportFinding>(() => []);
  try {
    for await (const finding of report.findings) waiting.add([finding]);
    for await (const piece of renderPage({ ...report, findings: waiting }, means)) yield piece.text;
  } finally {
    waiting.close();
  }
}

async function* renderPage(report: AuditReport, means: ReportMeans): AsyncGenerator<Markup> {
  const departments = await groupByDepartment(report);
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  const index = await filterIndex(report);
  yield renderHead();
  yield html`<body><h1>疑点清单（待核实线索）</h1>${renderFacts(report)}<nav><a href="#list">清单</a><a href="#papers">底稿</a><a href="#summary">汇总</a><a href="#unjudged">未执行及原因</a><a href="#rules">规则</a></nav>${renderFilters(index)}
<h2 id="list">清单</h2>
`;
  yield* renderFindingRows(report, index);
  yield html`<h2 id="papers">底稿</h2>
`;
  for await (const paper of papersOf(report, departments, means)) {
    yield* renderPaper(paper, rules, index, means.load);
  }
  yield html`<section class="paper"><h2 id="summary">汇总</h2>${renderRuleSummary(report)}<h2>部门汇总</h2>${renderDepartmentSummary(departments.groups)}</section>
<section><h2 id="unjudged">未执行及原因</h2>`;
  yield* renderUnjudged(report);
  yield html`</section>
<section><h2 id="rules">规则</h2>${renderRules(report.rules)}</section>
<script>${trustedMarkup(PAGE_SCRIPT)}</script></body></html>
`;
}

/** The departments that have findings, in their order. */
async function* papersOf(
  { findings }: AuditReport,
  { groups, placeOf }: Departments,
  { pile }: ReportMeans,
): AsyncGenerator<DepartmentPaper> {
  const byDepartment = pile<ReportFinding>((finding) => [placeOf(finding)]);
  try {
    for await (const finding of findings) byDepartment.add([finding]);
    const coming = byDepartment[Symbol.iterator]();
    for (const group of groups) {
      const count = countAll(group);
      if (count === 0) continue;
      const own: ReportFinding[] = [];
      while (own.length < count) {
        const next = coming.next();
        if (next.done) throw new Error('疑点比数到的少');
        own.push(next.value);
      }
      yield { group, findings: own };
    }
  } finally {
    byDepartment.close();
  }
}

const STYLE = PAGE_STYLE + EVIDENCE_STYLE;

/** Nothing but this page's own style and script is allowed to work in it. */
const POLICY = `default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(PAGE_SCRIPT)}'; base-uri 'none'; form-action 'none'`;

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

const renderHead = (): Markup =>
  html`<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="generator" content="mingzhang"><meta http-equiv="Content-Security-Policy" content="${trustedMarkup(POLICY)}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>疑点清单（待核实线索）</title><style>${trustedMarkup(STYLE)}</style></head>
`;
