import type { ReadDocument } from '../../model/document.js';
import type { Finding } from '../../model/finding.js';
import { clipText } from '../clip-text.js';
import { html, type Markup } from '../html.js';
import { showWan, showYuan } from '../show-money.js';
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
  return html`<div class="evidence"><div class="sources">${sources}</div>${renderWorking(finding, operands)}</div>`;
}

const QUOTE_TEXT = 200;

/** The sum worked out: formula, reported, expected, difference, and every operand with its number, quote and place. */
function renderWorking(finding: Finding, operands: readonly NumberedOperand[]): Markup {
  return html`<div class="working">${
    finding.formula === null ? null : html`<p class="formula">${finding.formula}</p>`
  }<dl>${factsOf(finding).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>${renderOperands(
    operands,
  )}</div>`;
}

function factsOf(finding: Finding): [label: string, value: string][] {
  const { reported, expected, differenceFen, differenceShare, toleranceFen } = finding;
  const facts: [string, string | null][] = [
    ['公开值', reported],
    ['推算值', expected],
    [
      '差额',
      differenceFen === null ? null : `${showYuan(differenceFen)} 元（${showWan(differenceFen)} 万元）`,
    ],
    ['占比', differenceShare === null ? null : `${differenceShare}%`],
    ['容差', toleranceFen === null ? null : `${showYuan(toleranceFen)} 元`],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value]]));
}

const renderOperands = (operands: readonly NumberedOperand[]): Markup =>
  html`<table class="operands"><thead><tr><th scope="col">号</th><th scope="col">项</th><th scope="col">原文</th><th scope="col">位置</th></tr></thead><tbody>${operands.map(
    ({ number, operand: { label, evidence } }) =>
      html`<tr><td><sup>${number}</sup></td><td>${label}</td><td>${clipText(evidence.quote.trim(), QUOTE_TEXT) || '（空白）'}</td><td>${evidence.place}</td></tr>`,
  )}</tbody></table>`;
