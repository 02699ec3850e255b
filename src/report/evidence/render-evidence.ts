import type { ReadDocument } from '../../model/document.js';
import type { Finding } from '../../model/finding.js';
import { findingFigures } from '../finding-figures.js';
import { html, type Markup } from '../html.js';
import { excerpt } from './excerpt.js';
import { type NumberedOperand, renderSource } from './render-source.js';

/**
 * Draws what a finding rests on: the grids and paragraphs its operands stand in, with the operands highlighted and numbered,
 * and the sum worked out beside them. `String()` of the answer is HTML; `EVIDENCE_STYLE` is its stylesheet.
 * @param documents the documents of the finding's operands by sha256; one that is missing is said to be
 */
export function renderEvidence(finding: Finding, documents: ReadonlyMap<string, ReadDocument>): Markup {
  const operands: NumberedOperand[] = finding.evidence.map((operand, index) => ({
    number: index + 1,
    operand,
  }));
  const sources = [...new Set(operands.map(({ operand }) => operand.document))].map((sha256) => {
    const document = documents.get(sha256);
    const here = operands.filter(({ operand }) => operand.document === sha256);
    return document
      ? renderSource(document, here)
      : html`<p class="left-out">原文 ${sha256.slice(0, 12)} 已不在库中，只留有右侧的摘录</p>`;
  });
  return html`<div class="evidence"><div class="sources">${sources}</div>${renderWorking(finding, operands, documents)}</div>`;
}

const QUOTE_TEXT = 200;

/** The sum worked out: formula, reported, expected, difference, and every operand with its number, quote and place. */
function renderWorking(
  finding: Finding,
  operands: readonly NumberedOperand[],
  documents: ReadonlyMap<string, ReadDocument>,
): Markup {
  return html`<div class="working">${
    finding.formula === null ? null : html`<p class="formula">${finding.formula}</p>`
  }<dl>${findingFigures(finding).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>${renderOperands(
    operands,
    documents,
  )}</div>`;
}

const renderOperands = (
  operands: readonly NumberedOperand[],
  documents: ReadonlyMap<string, ReadDocument>,
): Markup =>
  html`<table class="operands"><thead><tr><th scope="col">号</th><th scope="col">项</th><th scope="col">原文</th><th scope="col">位置</th></tr></thead><tbody>${operands.map(
    ({ number, operand }) =>
      html`<tr><td><sup>${number}</sup></td><td>${operand.label}</td><td>${excerpt(operand, documents.get(operand.document), QUOTE_TEXT)}</td><td>${operand.evidence.place}</td></tr>`,
  )}</tbody></table>`;
