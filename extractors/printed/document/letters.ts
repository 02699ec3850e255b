import type { Letter, LetteredBlock } from '../../../src/model/grid.js';
import type { PageBlocks } from '../layout/page-blocks.js';
import type { TextLine } from '../layout/text-lines.js';
import { characterOf } from '../page/characters.js';
import type { PageContent } from '../page/page-content.js';
import type { PrintedBlock } from './document-blocks.js';
import { placedCells } from './table-place.js';

/** Where the glyphs of a line stand: a line keeps its list of glyphs when tables and paragraphs are joined. */
export type GlyphsOfLines = Map<
  TextLine['glyphs'],
  Pick<PageContent, 'glyphs' | 'asDisplayed'> & { page: number }
>;

/** Notes where the glyphs of each line of a page stand. */
export function noteGlyphs(
  into: GlyphsOfLines,
  { glyphs, asDisplayed }: PageContent,
  page: PageBlocks,
): void {
  for (const line of linesOf(page)) into.set(line.glyphs, { page: page.page, glyphs, asDisplayed });
}

const linesOf = ({ blocks }: PageBlocks): TextLine[] =>
  blocks.flatMap((block) =>
    block.kind === 'line' ? [block.line] : placedCells(block.table).flatMap(({ cell }) => cell.lines),
  );

/** The blocks with the letters of their lines, in the order of the text. */
export const letteredBlocks = (
  blocks: readonly PrintedBlock[],
  glyphsOfLines: GlyphsOfLines,
): LetteredBlock[] =>
  blocks.map(({ block, lines }) => ({
    block,
    letters: lines().map((own) => own.flatMap((line) => lettersOf(line, glyphsOfLines))),
  }));

function lettersOf(line: TextLine, glyphsOfLines: GlyphsOfLines): Letter[] {
  const found = glyphsOfLines.get(line.glyphs);
  if (!found) throw new Error(`no page has the line ${line.glyphs.length} glyphs long`);
  const { page, glyphs, asDisplayed } = found;
  return line.glyphs.flatMap((i): Letter[] => {
    const text = characterOf(glyphs.code[i] ?? 0);
    if (text.trim() === '') return [];
    const { left, top, right, bottom } = glyphs;
    const box = { left: left[i] ?? 0, top: top[i] ?? 0, right: right[i] ?? 0, bottom: bottom[i] ?? 0 };
    return [{ text, page, box: asDisplayed?.(box) ?? box }];
  });
}
