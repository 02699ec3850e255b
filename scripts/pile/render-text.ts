import type { PileDocument } from './pile-document.js';
import { placeCells } from './place-cells.js';

/** Flattened text: a tab begins a cell, a blank line ends a row, merges are lost. */
export function renderText({ paragraphs, tables }: PileDocument): Uint8Array {
  const lines = [...paragraphs];
  for (const table of tables) {
    const rows = [
      [table.title],
      [table.caption],
      ...placeCells(table).map((row) => row.map(({ text }) => text)),
    ];
    for (const row of rows) lines.push('', ...row.map((text) => `\t${text}`));
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}
