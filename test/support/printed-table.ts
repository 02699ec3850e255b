import type { Line, PrintedPage, Run } from '../../scripts/recall/printed-page.js';
import { cellBox, type DrawnTable } from './pdf-builder.js';

const SIZE = 10;

/** Text as it stands on a page: 10 points high, ideographs as wide as they are high. */
export function printedRun(left: number, top: number, text: string): Run {
  const width = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2000 ? SIZE / 2 : SIZE), 0);
  return { text, left, right: left + width, top, bottom: top + SIZE };
}

/** A page with tables whose cells have a line on every side, and further texts. */
export function printedPage(
  number: number,
  tables: readonly DrawnTable[],
  texts: readonly Run[] = [],
): PrintedPage {
  const runs = [...texts];
  const upright: Line[] = [];
  const level: Line[] = [];
  for (const table of tables) {
    for (const cell of table.cells) {
      const [left, top, right, bottom] = cellBox(table, cell);
      upright.push({ at: left, from: top, to: bottom }, { at: right, from: top, to: bottom });
      level.push({ at: top, from: left, to: right }, { at: bottom, from: left, to: right });
      for (const [line, text] of (cell.text ?? '').split('\n').entries()) {
        if (text) runs.push(printedRun(left + 3, top + 3 + 1.4 * SIZE * line, text));
      }
    }
  }
  return { number, runs, lines: { upright, level } };
}
