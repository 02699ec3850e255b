import { candidatesOf } from '../../../normalizers/recognize/words/candidates-of.js';
import { bareLabel } from '../../../normalizers/recognize/words/label-text.js';
import { similarity } from '../../../src/audit/texts/similarity.js';
import type { ReadDocument } from '../../../src/model/document.js';
import { type Cell, type Grid, isGrid } from '../../../src/model/grid.js';
import type { LabelFile } from './label-files.js';

/** A cell of no known meaning, and what its words are likest to. */
export interface UnknownLabel {
  label: string;
  place: string;
  /** Null: no label of the vocabulary is like it; it may be a value beside one. */
  guess: { role: string; like: string } | null;
}

const LABEL = /^[\u4e00-\u9fff].{1,13}$/;
const ALIKE = 0.4;

/**
 * Labels the vocabulary lacks, in reading order, each once: short texts that no form claims (or values beside such labels), and the
 * columns over cells that none claims.
 */
export function unknownLabels(document: ReadDocument, files: readonly LabelFile[]): UnknownLabel[] {
  const known = claimedCells(document);
  const found = new Map<string, UnknownLabel>();
  for (const { grid, cell } of looseCells(document)) {
    for (const each of [headerOver(grid, cell), cell]) {
      const label = bareLabel(each?.text ?? '').core;
      if (!each || known.has(each) || !LABEL.test(label) || found.has(label)) continue;
      const beside = grid.cells
        .filter(({ row }) => row === each.row)
        .flatMap(({ text }) => candidatesOf(text));
      found.set(label, { label, place: each.place, guess: likest(label, files, beside) });
    }
  }
  return [...found.values()];
}

const cellAt = ({ blocks }: ReadDocument, block: number, index: number): { grid: Grid; cell: Cell }[] => {
  const grid = blocks[block];
  const cell = grid && isGrid(grid) ? grid.cells[index] : undefined;
  return grid && isGrid(grid) && cell ? [{ grid, cell }] : [];
};

const looseCells = (document: ReadDocument): { grid: Grid; cell: Cell }[] =>
  [
    ...document.claims.filter(({ status }) => status === 'unclaimed'),
    ...document.unread.flatMap(({ block, cells }) => cells.map((cell) => ({ block, cell }))),
  ].flatMap(({ block, cell }) => cellAt(document, block, cell));

const claimedCells = (document: ReadDocument): Set<Cell> =>
  new Set(
    document.claims
      .filter(({ status }) => status === 'claimed')
      .flatMap(({ block, cell }) => cellAt(document, block, cell).map((at) => at.cell)),
  );

/** The nearest text over a cell, where its words name no column. */
function headerOver(grid: Grid, { row, column }: Cell): Cell | undefined {
  const over = grid.cells
    .filter((cell) => cell.row < row && cell.column <= column && column < cell.column + cell.colSpan)
    .findLast(({ text }) => /[\u4e00-\u9fff]{2}/.test(text));
  return over && candidatesOf(over.text).length === 0 ? over : undefined;
}

/** The role of the likest label; of labels that are alike at all, one of the same table as those beside it. */
function likest(
  label: string,
  files: readonly LabelFile[],
  beside: readonly string[],
): UnknownLabel['guess'] {
  const alike = files
    .flatMap(({ entries }) => entries)
    .flatMap(({ role, labels }) => labels.map((like) => ({ role, like, share: similarity(label, like) })))
    .filter(({ share }) => share > ALIKE)
    .sort((a, b) => b.share - a.share);
  const tables = new Set(beside.map(tableOf));
  const found = alike.find(({ role }) => tables.has(tableOf(role))) ?? alike[0];
  return found ? { role: found.role, like: found.like } : null;
}

/** `indicator.target` → `indicator`. */
const tableOf = (role: string): string => role.split('.')[0] ?? '';
