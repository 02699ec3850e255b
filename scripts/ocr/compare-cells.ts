import { LevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import { SURE } from '../../src/model/grid.js';
import type { CellText } from './read-pages.js';

/** How cells read from a picture compare with those of the text. */
export interface CellComparison {
  cells: number;
  exact: number;
  characters: number;
  /** Characters to insert, delete or change. */
  wrongCharacters: number;
  /** Cells of the picture that are sure, the figures in them, and those of these that the text has not. */
  sure: number;
  read: number;
  sureFigures: number;
  wrongSureFigures: number;
  /** Cells that differ, as they are and as they are read. */
  differing: { text: string; read: string; sure: boolean }[];
}

/** With the sign before them, where one stands. */
const figuresOf = (text: string): string[] =>
  text.match(/(?<!\d)(?:(?<![\p{L}\d])-)?\d+(?:[.,]\d+)*/gu) ?? [];

/**
 * Sets each cell of the text against one of the picture: the same one, the sure ones first — where -5 was read as 5, and no more
 * cells are sure to be 5 than are, the unsure one is left over —, else the one that is most like it.
 */
export function compareCells(truth: readonly CellText[], read: readonly CellText[]): CellComparison {
  const free = new Map<string, CellText[]>();
  for (const cell of [...read].sort((a, b) => a.sure - b.sure))
    free.set(cell.text, [...(free.get(cell.text) ?? []), cell]);
  const pairs: { text: string; cell: CellText | undefined }[] = [];
  const rest: string[] = [];
  for (const { text } of truth) {
    const cell = free.get(text)?.pop();
    if (cell) pairs.push({ text, cell });
    else rest.push(text);
  }
  const left = [...free.values()].flat();
  for (const text of rest) {
    let best = -1;
    let least = text.length;
    left.forEach((cell, i) => {
      if (Math.abs(cell.text.length - text.length) >= least) return;
      const distance = LevenshteinDistance(text, cell.text);
      if (distance < least) {
        least = distance;
        best = i;
      }
    });
    const [cell] = best < 0 ? [] : left.splice(best, 1);
    pairs.push({ text, cell });
  }
  return summed(pairs, read);
}

function summed(
  pairs: readonly { text: string; cell: CellText | undefined }[],
  read: readonly CellText[],
): CellComparison {
  const sum: CellComparison = {
    cells: pairs.length,
    exact: 0,
    characters: 0,
    wrongCharacters: 0,
    sure: read.filter(({ sure }) => sure >= SURE).length,
    read: read.length,
    sureFigures: 0,
    wrongSureFigures: 0,
    differing: [],
  };
  for (const { text, cell } of pairs) {
    sum.characters += text.length;
    if (cell?.text === text) sum.exact++;
    else {
      sum.wrongCharacters += cell ? LevenshteinDistance(text, cell.text) : text.length;
      sum.differing.push({ text, read: cell?.text ?? '', sure: (cell?.sure ?? 0) >= SURE });
    }
    if (!cell || cell.sure < SURE) continue;
    const printed = figuresOf(text);
    for (const figure of figuresOf(cell.text)) {
      sum.sureFigures++;
      const at = printed.indexOf(figure);
      if (at < 0) sum.wrongSureFigures++;
      else printed.splice(at, 1);
    }
  }
  return sum;
}
