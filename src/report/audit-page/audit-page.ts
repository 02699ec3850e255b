import { createHash } from 'node:crypto';
import type { AuditReport, LoadDocument } from '../audit-report/audit-report.js';
import { groupByDepartment } from '../audit-report/group-by-department.js';
import { EVIDENCE_STYLE } from '../evidence/evidence-style.js';
import { html, type Markup, trustedMarkup } from '../html.js';
import { filterIndex, renderFilters } from './filter-index.js';
import { PAGE_SCRIPT } from './page-script.js';
import { PAGE_STYLE } from './page-style.js';
import { renderFindingRows } from './render-finding-rows.js';
import { renderPaper } from './render-paper.js';
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
 * other; documents are loaded department by department.
 */
export async function* auditPage(report: AuditReport, load: LoadDocument): AsyncGenerator<string> {
  for await (const piece of renderPage(report, load)) yield piece.text;
}

async function* renderPage(report: AuditReport, load: LoadDocument): AsyncGenerator<Markup> {
  const groups = groupByDepartment(report);
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  const index = filterIndex(report);
  yield renderHead();
  yield html`<body><h1>疑点清单（待核实线索）</h1>${renderFacts(report)}<nav><a href="#list">清单</a><a href="#papers">底稿</a><a href="#summary">汇总</a><a href="#unjudged">未执行及原因</a><a href="#rules">规则</a></nav>${renderFilters(index)}
<h2 id="list">清单</h2>
`;
  yield* renderFindingRows(report, index);
  yield html`<h2 id="papers">底稿</h2>
`;
  for (const group of groups) if (group.findings.length > 0) yield* renderPaper(group, rules, index, load);
  yield html`<section class="paper"><h2 id="summary">汇总</h2>${renderRuleSummary(report)}<h2>部门汇总</h2>${renderDepartmentSummary(groups)}</section>
<section><h2 id="unjudged">未执行及原因</h2>${renderUnjudged(report)}</section>
<section><h2 id="rules">规则</h2>${renderRules(report.rules)}</section>
<script>${trustedMarkup(PAGE_SCRIPT)}</script></body></html>
`;
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
