import type { Block } from '../../../src/model/grid.js';
import type { TextLine } from '../layout/text-lines.js';
import type { Box } from '../page/box.js';
import { characterOf } from '../page/characters.js';
import type { Glyphs } from '../page/page-content.js';
import type { PrintedBlock } from './document-blocks.js';

/** A printed character that is no space; its box is on the page as displayed, in points. */
export interface Letter {
  text: string;
  page: number;
  box: Box;
}

/** A block with the letters its texts were made of: those of each cell of a grid, or of a paragraph. */
export interface LetteredBlock {
  block: Block;
  letters: Letter[][];
}

/** Where the glyphs of a line stand: a line keeps its list of glyphs when tables and paragraphs are joined. */
export type GlyphsOfLines = Map<TextLine['glyphs'], { page: number; glyphs: Glyphs }>;

/** The blocks with the letters of their lines, in the order of the text. */
export const letteredBlocks = (
  blocks: readonly PrintedBlock[],
  glyphsOfLines: GlyphsOfLines,
): LetteredBlock[] =>
  blocks.map(({ block, lines }) => ({
    block,
    letters: lines.map((own) => own.flatMap((line) => lettersOf(line, glyphsOfLines))),
  }));

function lettersOf(line: TextLine, glyphsOfLines: GlyphsOfLines): Letter[] {
  const found = glyphsOfLines.get(line.glyphs);
  if (!found) throw new Error(`no page has the line ${line.glyphs.length} glyphs long`);
  const { page, glyphs } = found;
  return line.glyphs.flatMap((i): Letter[] => {
    const text = characterOf(glyphs.code[i] ?? 0);
    if (text.trim() === '') return [];
    const { left, top, right, bottom } = glyphs;
    const box = { left: left[i] ?? 0, top: top[i] ?? 0, right: right[i] ?? 0, bottom: bottom[i] ?? 0 };
    return [{ text, page, box }];
  });
}
