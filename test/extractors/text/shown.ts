import { textReader } from '../../../extractors/text/text-reader.js';
import { type Extraction, isGrid } from '../../../src/model/grid.js';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const readText = (text: string): Promise<Extraction> =>
  textReader.read(bytesOf(text), { path: 'a.txt' });

/** Paragraphs as they are; a grid as rows of cells joined by `|`, blank cells kept. */
export async function shown(text: string): Promise<(string | string[])[]> {
  const { blocks } = await readText(text);
  return blocks.map((block) => {
    if (!isGrid(block)) return block.text;
    const rows = Array.from({ length: block.rows }, (_, i) =>
      block.cells.filter((cell) => cell.row === i + 1),
    );
    return rows.map((row) => row.map((cell) => cell.text.replaceAll('\n', '⏎')).join('|'));
  });
}

/** One row in the dialect of one cell a line. */
export const row = (...cells: string[]): string => `${cells.map((cell) => `\t${cell}\n`).join('')}\n`;
