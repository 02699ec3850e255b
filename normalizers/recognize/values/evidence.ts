import type { Evidence } from '../../../src/model/disclosure.js';
import { surenessOf } from '../../../src/model/grid.js';
import type { TextAt } from '../form/form.js';
import { type CellAt, evidenceOf } from '../form/ledger.js';
import { joinLines } from '../words/label-text.js';

export function evidenceOfText({ at, text }: TextAt): Evidence {
  if ('cell' in at) return evidenceOf(at);
  return { place: at.paragraph.place, quote: text, block: at.block, cell: null, ...surenessOf(at.paragraph) };
}

/** The text of the cells under one role, joined in order; null when there are none. */
export const textOf = (cells: readonly CellAt[] | undefined): string | null => {
  const text = (cells ?? []).map((at) => joinLines(at.part ?? at.cell.text)).join('');
  return text === '' ? null : text;
};

/** Evidence of a value that stands in one or several cells: the first cell, with the text of all. */
export function evidenceOfCells(cells: readonly CellAt[] | undefined): Evidence | undefined {
  const [first] = cells ?? [];
  if (!first) return undefined;
  const evidence = evidenceOf(first);
  if (!cells || cells.length === 1) return evidence;
  const sure = cells.flatMap((at) => surenessOf(at.cell).recognized ?? []);
  return {
    ...evidence,
    quote: cells.map((at) => at.cell.text).join(' '),
    ...(sure.length > 0 ? { recognized: Math.min(...sure) } : {}),
  };
}

/** A decimal figure inside a text (权重 10 分 → 10); null when there is none. */
export const figureWithin = (text: string | null): string | null =>
  text?.normalize('NFKC').match(/-?\d+(?:\.\d+)?/)?.[0] ?? null;
