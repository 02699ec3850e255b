import type { Box } from '../page/box.js';
import { type MeasuredPage, measuredPage } from '../page/measured-page.js';
import {
  GLYPH_CLIPPED,
  GLYPH_HIDDEN,
  GLYPH_SLANTED,
  type PageContent,
  type Rule,
} from '../page/page-content.js';
import { readingTurn, uprightPage } from '../page/page-turn.js';
import { findAlignedTables } from './aligned-table.js';
import { backgroundRules } from './background-rules.js';
import { innerLattices, nestTables, standsIn } from './inner-tables.js';
import { buildLattice, type Lattice, latticeBox } from './lattice.js';
import { withOpenColumns } from './open-columns.js';
import { outermostLattices } from './outermost-lattices.js';
import { withOutsideLabels } from './outside-labels.js';
import { runOverColumns } from './prose-columns.js';
import { connectedRules, joinRules } from './rulings.js';
import { withShadedRows } from './shaded-rows.js';
import { slantedLines } from './slanted-lines.js';
import { draftTable, type TableDraft } from './table-draft.js';
import { readTableText } from './table-text.js';
import { withTextColumns } from './text-column-lattice.js';
import { noteTextColumns } from './text-columns.js';
import { readLines, type TextLine } from './text-lines.js';
import { type TextPiece, textPieces } from './text-pieces.js';
import { withDividedTexts } from './texts-over-columns.js';

export interface TableBlock {
  kind: 'table';
  box: Box;
  table: TableDraft;
}

/** A line of text outside of tables. */
export interface LineBlock {
  kind: 'line';
  box: Box;
  line: TextLine;
  /** Page number, running header or footer, or a caption printed again above a table that goes on. */
  furniture: boolean;
  /** It runs askew over the page. */
  slanted?: true;
}

export type PageBlock = TableBlock | LineBlock;

export interface PageBlocks {
  page: number;
  /** Size with the text upright, and the quarter turns clockwise from there to the page as displayed. */
  width: number;
  height: number;
  turn: number;
  /** Where a box, turned so, stands on the page as displayed; undefined where it stands there as it is. */
  asDisplayed?: PageContent['asDisplayed'];
  /** Its lines of text run over two columns. */
  inColumns: boolean;
  /** Top to bottom. */
  blocks: PageBlock[];
}

/**
 * Finds the tables of a page and the lines of text around them.
 * @param page its number
 */
export function readPageBlocks(displayed: PageContent, page: number): PageBlocks {
  const turn = readingTurn(displayed);
  const content = uprightPage(measuredPage(displayed), turn);
  const { width, height, glyphs } = content;
  const used = new Uint8Array(glyphs.count);
  const ruled = ruledTables(content, page, used);
  const rest: number[] = [];
  for (let i = 0; i < glyphs.count; i++) {
    if (!used[i] && !((glyphs.flags[i] ?? 0) & (GLYPH_CLIPPED | GLYPH_HIDDEN | GLYPH_SLANTED))) rest.push(i);
  }
  const lines = readLines(glyphs, rest);
  const aligned = between(lines, ruled).flatMap((run) => findAlignedTables(glyphs, run, page));
  const inTable = new Set(aligned.flatMap((table) => table.lines));
  const free = lines.filter((line) => !inTable.has(line));
  const blocks: PageBlock[] = [
    ...ruled,
    ...aligned.map(({ table, box }): TableBlock => ({ kind: 'table', box, table })),
    ...free.map((line): LineBlock => ({ kind: 'line', box: line, line, furniture: false })),
    ...slantedLines(glyphs).map(
      (line): LineBlock => ({ kind: 'line', box: line, line, furniture: true, slanted: true }),
    ),
  ];
  const inColumns = runOverColumns(glyphs, free);
  return {
    page,
    width,
    height,
    turn,
    inColumns,
    blocks: blocks.sort((a, b) => a.box.top - b.box.top),
    ...(content.asDisplayed ? { asDisplayed: content.asDisplayed } : {}),
  };
}

/** Tables drawn with rules or by the backgrounds of their cells; marks the glyphs inside as used. */
function ruledTables(content: MeasuredPage, page: number, used: Uint8Array): TableBlock[] {
  const { glyphs } = content;
  const pieces = textPieces(glyphs);
  const lattices = latticesOf(content.rules, (lattice, rules) =>
    withShadedRows(lattice, rules, content, pieces),
  );
  const ruled = outermostLattices(lattices, content);
  const shaded = latticesOf(backgroundRules(content, ruled.map(latticeBox))).filter(
    ({ xs, ys }) => xs.length > 2 && ys.length > 2,
  );
  const drawn = [...ruled, ...shaded];
  const boxes = drawn.map(latticeBox);
  const read = (frame: Lattice, own: readonly TextPiece[]): TableBlock => {
    const inner = innerLattices(frame, lattices, own).map((lattice) => {
      const within = latticeBox(lattice);
      return read(
        lattice,
        own.filter((piece) => standsIn(piece, within)),
      );
    });
    const texts =
      inner.length === 0 ? own : own.filter((piece) => !inner.some(({ box }) => standsIn(piece, box)));
    const inferred = withTextColumns(frame, texts) ?? withOutsideLabels(frame, texts, boxes);
    const { lattice, divided, doubtful } = withDividedTexts(inferred ?? frame, texts);
    const box = latticeBox(lattice);
    const table = draftTable(lattice, readTableText(glyphs, lattice, used), page, box);
    if (inferred || divided) table.certainty = 'aligned';
    noteTextColumns(glyphs, table, page);
    lattice.cells.forEach((cell, i) => {
      const draft = table.cells[i];
      const columns = doubtful.get(cell);
      if (draft && columns !== undefined) draft.textColumns ??= columns;
    });
    nestTables(
      table,
      lattice,
      inner.map((block) => block.table),
    );
    return { kind: 'table', box, table };
  };
  return drawn
    .map((frame) => read(frame, pieces))
    .filter(({ table }) => table.cells.some((cell) => cell.text !== '' || cell.nested));
}

/** The lattices of rules, each completed from the rules it was built of. */
function latticesOf(
  rules: readonly Rule[],
  completed: (lattice: Lattice, rules: readonly Rule[]) => Lattice = (lattice) => lattice,
): Lattice[] {
  const groups = connectedRules(joinRules(rules));
  const loose = groups
    .flatMap((group) => (group.length === 1 ? group : []))
    .filter((rule) => !rule.horizontal);
  return groups.flatMap((group) => {
    const lattice = buildLattice(group);
    return lattice ? [withOpenColumns(completed(lattice, group), loose)] : [];
  });
}

/** Lines, parted where a table stands between them. */
function between(lines: readonly TextLine[], tables: readonly TableBlock[]): TextLine[][] {
  const runs: TextLine[][] = [[]];
  let previous: TextLine | undefined;
  for (const line of lines) {
    const { top } = previous ?? line;
    if (tables.some(({ box }) => box.top > top && box.top < line.top)) runs.push([]);
    runs.at(-1)?.push(line);
    previous = line;
  }
  return runs;
}

/** Blank rows of a single column from which it may be the lines of a drawing. */
const LEAST_BLANK = 3;

/** One cell, or one column with a single text or of mostly blank cells: a frame around text, lines behind a drawing. */
function isFrame({ cells, xs }: TableDraft): boolean {
  if (cells.length === 1) return true;
  const blank = cells.filter((cell) => cell.text === '' && !cell.nested).length;
  if (xs.length > 2) return false;
  return blank >= cells.length - 1 || (blank >= LEAST_BLANK && 2 * blank > cells.length);
}

/** A frame around text that no table goes on into is no table: its lines are text. In place. */
export function releaseFrames(pages: readonly PageBlocks[]): void {
  for (const page of pages) {
    page.blocks = page.blocks.flatMap((block): PageBlock[] => {
      if (block.kind !== 'table' || !isFrame(block.table)) return [block];
      const lines = block.table.cells.flatMap((cell) => cell.lines);
      return lines.map((line) => ({ kind: 'line', box: line, line, furniture: false }));
    });
  }
}
