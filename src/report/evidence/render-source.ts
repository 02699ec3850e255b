import type { ReadDocument } from '../../model/document.js';
import type { Operand } from '../../model/finding.js';
import { type Grid, isGrid, type Paragraph } from '../../model/grid.js';
import { clipText } from '../clip-text.js';
import { html, type Markup } from '../html.js';
import { type Marks, renderGrid } from './render-grid.js';

/** An operand with its number in the finding, from 1. */
export interface NumberedOperand {
  number: number;
  operand: Operand;
}

const PARAGRAPH_TEXT = 4000;

/** What the operands of one document stand in: its grids and paragraphs in reading order, each with what form it is. */
export function renderSource(document: ReadDocument, operands: readonly NumberedOperand[]): Markup {
  const blocks = [...new Set(operands.map(({ operand }) => operand.evidence.block))].sort((a, b) => a - b);
  return html`${blocks.map((index) => {
    const block = document.blocks[index];
    const here = operands.filter(({ operand }) => operand.evidence.block === index);
    const title = document.forms.find(({ blocks }) => blocks.includes(index))?.title?.text ?? null;
    if (!block)
      return html`<p class="left-out">所存的文档中没有这一处（${here.map(({ operand }) => operand.evidence.place).join('、')}）</p>`;
    const drawn = isGrid(block)
      ? renderGrid(block, marksOf(here))
      : renderParagraph(
          block,
          here.map(({ number }) => number),
        );
    return html`<figure><figcaption>${caption(document, block, title)}</figcaption>${drawn}</figure>`;
  })}`;
}

function marksOf(operands: readonly NumberedOperand[]): Marks {
  const marks = new Map<number, number[]>();
  for (const { number, operand } of operands) {
    const { cell } = operand.evidence;
    if (cell !== null) marks.set(cell, [...(marks.get(cell) ?? []), number]);
  }
  return marks;
}

const CERTAINTY = {
  ruled: '',
  aligned: '，列按文字位置推断',
  flattened: '，原文为压平的文本，合并关系已丢失',
};

function caption(document: ReadDocument, block: Grid | Paragraph, title: string | null): Markup {
  const where = isGrid(block)
    ? `${block.sheet === undefined ? `${block.page === undefined ? '' : `第 ${block.page} 页 `}第 ${block.table} 表` : `工作表 ${block.sheet}`}${CERTAINTY[block.certainty]}`
    : block.place;
  return html`<cite>${document.path}</cite> ${where}${title === null ? null : html` <b>${clipText(title, 80)}</b>`}`;
}

const renderParagraph = ({ text }: Paragraph, numbers: readonly number[]): Markup =>
  html`<blockquote>${numbers.map((number) => html`<sup>${number}</sup>`)}<mark>${clipText(text, PARAGRAPH_TEXT)}</mark></blockquote>`;
