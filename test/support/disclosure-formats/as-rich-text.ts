import { type Block, isGrid } from '../../../src/model/grid.js';
import { type PrintedCell, printedRows } from './printed-rows.js';

const COLUMN_TWIPS = 1_000;

/** The blocks as RTF, characters beyond ASCII as `\u`. */
export const asRichText = (blocks: readonly Block[]): Uint8Array =>
  Buffer.from(
    `{\\rtf1\\ansi ${blocks
      .map((block) =>
        isGrid(block)
          ? `${printedRows(block).map(richRow).join('\n')}\\pard\\par\n`
          : `\\pard ${escapeRich(block.text)}\\par\n`,
      )
      .join('')}}`,
  );

function richRow(row: readonly PrintedCell[]): string {
  const edges = row.map(({ cell, continues }) => {
    const merge = cell.rowSpan === 1 ? '' : continues ? '\\clvmrg' : '\\clvmgf';
    return `${merge}\\cellx${COLUMN_TWIPS * (cell.column - 1 + cell.colSpan)}`;
  });
  const texts = row.map(({ cell, continues }) => `${continues ? '' : escapeRich(cell.text)}\\cell `);
  return `\\trowd${edges.join('')}\\pard\\intbl ${texts.join('')}\\row`;
}

const escapeRich = (text: string): string =>
  text
    .split('')
    .map((unit) => {
      if (unit === '\n') return '\\par ';
      if (/[\\{}]/.test(unit)) return `\\${unit}`;
      return unit < '\x7f' ? unit : `\\u${(unit.charCodeAt(0) << 16) >> 16}?`;
    })
    .join('');
