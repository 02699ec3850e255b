import type { Diagnostic } from '../../src/model/diagnostic.js';
import { type Block, isGrid } from '../../src/model/grid.js';
import { figuresBehind } from './figures-behind.js';
import { statementText } from './statement-text.js';
import { statementWords } from './statement-words.js';
import { titleIn } from './title-lines.js';

/** Fewer lines with amounts below a heading may be a text of its own. */
const LEAST_LINES = 3;

/**
 * One message for each title of a statement with lines of text below it that print amounts, and no grid: a table of which only
 * the text is left.
 * @param held indexes of the grids that were read as forms or statements
 */
export function unreadTitles(blocks: readonly Block[], held: ReadonlySet<number>): Diagnostic[] {
  return blocks.flatMap((block, index): Diagnostic[] => {
    if (isGrid(block) || block.furniture) return [];
    const title = titleIn(block.text);
    if (title === null || statementWords().titles.foreign.test(statementText(title))) return [];
    const { lines } = figuresBehind(blocks, index + 1, (at) => {
      const other = blocks[at];
      return held.has(at) || (other !== undefined && isGrid(other));
    });
    if (lines < LEAST_LINES) return [];
    return [
      {
        code: 'statement-text-unread',
        message: `预算表“${title}”没有读出：它的 ${lines} 行数字是一行行文字，不是表格`,
        place: block.place,
      },
    ];
  });
}
