import type { Cell } from '../../src/model/grid.js';
import { maskPrivate } from './mask-private.js';
import { maskPrivateCells } from './mask-private-cells.js';
import { maskRows } from './mask-rows.js';

/** Between the cells of a line, not between the groups of a number (1,200). */
const BETWEEN = /(,(?!(?<=(?<![0-9])[0-9]{1,3},)[0-9]{3}(?![0-9]))|[\t|｜])/;

/**
 * Masks paragraphs that follow each other. A label speaks for the next one; lines with commas, tabs or bars between their
 * parts, two and more of them, are read as the rows of a table. Returns as many texts as it was given.
 */
export function maskLines(texts: readonly string[]): string[] {
  const asText = maskPrivateCells(texts);
  const rows = texts.map((text, row) => (BETWEEN.test(text) ? partsOf(text, row) : null));
  const tabular = new Map(rows.flatMap((row, at) => (row ? [[at, row] as const] : [])));
  if (tabular.size < 2) return asText;
  const masked = maskRows(
    new Map([...tabular].map(([at, parts]) => [at, parts.flatMap(({ cell }) => cell ?? [])])),
  );
  return texts.map((_, at) => {
    const parts = tabular.get(at);
    if (!parts) return asText[at] ?? '';
    const line = parts
      .map(({ cell, between }) => (cell ? (masked.get(cell) ?? cell.text) : between))
      .join('');
    const keepsFigure = parts.some(
      ({ cell }) => cell && masked.get(cell) === cell.text && maskPrivate(cell.text) !== cell.text,
    );
    return keepsFigure ? line : maskPrivate(line);
  });
}

/** Cells and what stands between them, in turn. */
const partsOf = (text: string, row: number): { cell: Cell | null; between: string }[] =>
  text.split(BETWEEN).map((part, index) => ({
    cell:
      index % 2 === 0 ? { text: part, row, column: index / 2 + 1, rowSpan: 1, colSpan: 1, place: '' } : null,
    between: part,
  }));
