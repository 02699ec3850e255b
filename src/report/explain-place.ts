import type { ReadDocument } from '../model/document.js';
import type { BlockCell } from '../model/find-place.js';
import { isGrid } from '../model/grid.js';
import { type CellFate, describeClaim } from './claim-titles.js';
import { drawEvidence } from './draw-evidence.js';
import { factLines } from './fact-lines.js';
import { valuesOfCell } from './values-of-cell.js';

/**
 * What stands at a place of a document, what became of it and which values were read from it, with the cells around.
 * @param id of the document in the store
 * @param width columns of the terminal
 */
export function explainPlace(id: number, document: ReadDocument, at: BlockCell, width: number): string {
  const block = document.blocks[at.block];
  const shown = block && isGrid(block) ? block.cells[at.cell ?? 0] : block;
  const { place = '', text = '' } = shown ?? {};
  const fate = fateOf(document, at);
  const values = valuesOfCell({ id, document }, at);
  const { block: index, cell } = at;
  return [
    at.cell === null ? '段落' : '单元格',
    factLines([
      ['文件', document.path],
      ['位置', place],
      ['文字', text === '' ? '（空白）' : text],
      ['去向', fate ? describeClaim(fate) : '不在认出的表里'],
      ...values.map(({ key, kind, name, fields }): [string, string] => [
        kind,
        `${key}  ${name}（${fields.join('、')}）`,
      ]),
    ]),
    '',
    '原文：',
    drawEvidence(document, [{ place, quote: text, block: index, cell }], width),
  ].join('\n');
}

function fateOf({ claims, unread }: ReadDocument, { block, cell }: BlockCell): CellFate | undefined {
  const claim = claims.find((each) => each.block === block && each.cell === cell);
  const isUnread = unread.some((each) => each.block === block && cell !== null && each.cells.includes(cell));
  return claim ?? (isUnread ? { status: 'unread' } : undefined);
}
