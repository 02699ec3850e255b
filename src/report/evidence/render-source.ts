import type { ReadDocument } from '../../model/document.js';
import type { Operand } from '../../model/finding.js';
import { type Block, isGrid, type Paragraph } from '../../model/grid.js';
import { clipText } from '../clip-text.js';
import { html, type Markup } from '../html.js';
import { certaintyNote, gridTitle } from './grid-title.js';
import { type Marks, renderGrid } from './render-grid.js';

/** An operand with its number in the finding, from 1. */
export interface NumberedOperand {
  number: number;
  operand: Operand;
}

const PARAGRAPH_TEXT = 4000;
/** Up to so many tables are drawn with their surroundings. */
const FEW_BLOCKS = 3;

/** What the operands of one document stand in: its grids and paragraphs in reading order, each with what form it is. */
export function renderSource(document: ReadDocument, operands: readonly NumberedOperand[]): Markup {
  const blocks = [...new Set(operands.map(({ operand }) => operand.evidence.block))].sort((a, b) => a - b);
  return html`${blocks.map((index) =>
    renderBlock(
      document,
      index,
      operands.filter(({ operand }) => operand.evidence.block === index),
      blocks.length > FEW_BLOCKS,
    ),
  )}`;
}

function renderBlock(
  document: ReadDocument,
  index: number,
  operands: readonly NumberedOperand[],
  amongMany: boolean,
): Markup {
  const block = document.blocks[index];
  if (!block) return html`<figure>${missing(operands)}</figure>`;
  const title = document.forms.find((form) => form.blocks.includes(index))?.title?.text ?? null;
  const head = html`<figcaption>${caption(document, block, title)}</figcaption>`;
  if (!isGrid(block)) return html`<figure>${head}${renderParagraph(block, operands)}</figure>`;
  const lost = operands.filter(({ operand: { evidence } }) => !block.cells[evidence.cell ?? -1]);
  return html`<figure>${head}${renderGrid(block, marksOf(operands), amongMany)}${
    lost.length > 0 ? missing(lost) : null
  }</figure>`;
}

const missing = (operands: readonly NumberedOperand[]): Markup =>
  html`<p class="left-out">以下各项在所存的原文中没有找到，未能标出：${operands
    .map(({ number, operand }) => `${number}（${operand.evidence.place}）`)
    .join('、')}</p>`;

function marksOf(operands: readonly NumberedOperand[]): Marks {
  const marks = new Map<number, number[]>();
  for (const { number, operand } of operands) {
    const { cell } = operand.evidence;
    if (cell !== null) marks.set(cell, [...(marks.get(cell) ?? []), number]);
  }
  return marks;
}

function caption(document: ReadDocument, block: Block, title: string | null): Markup {
  const where = isGrid(block) ? `${gridTitle(block)}${certaintyNote(block)}` : block.place;
  return html`<cite>${document.path}</cite> ${where}${title === null ? null : html` <b>${clipText(title, 80)}</b>`}`;
}

const renderParagraph = ({ text }: Paragraph, operands: readonly NumberedOperand[]): Markup =>
  html`<blockquote>${operands.map(({ number }) => html`<sup>${number}</sup>`)}<mark>${clipText(text, PARAGRAPH_TEXT)}</mark></blockquote>`;
