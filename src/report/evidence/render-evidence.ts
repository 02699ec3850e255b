import type { ReadDocument } from '../../model/document.js';
import type { Finding } from '../../model/finding.js';
import { html, type Markup } from '../html.js';
import { type NumberedOperand, renderSource } from './render-source.js';
import { renderWorking } from './render-working.js';

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
