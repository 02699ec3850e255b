import { byteView } from '../bytes/byte-view.js';
import { SPRM } from './sprm.js';

/** Property modifiers of Word 6 and 95 have codes of one byte; these are the ones that matter, as Word 97 codes them. */
const SAME: Partial<Record<number, number>> = {
  24: SPRM.inTable,
  25: SPRM.rowEnd,
  65: SPRM.deleted,
  92: SPRM.hidden,
  93: SPRM.font,
  186: SPRM.headerRow,
  197: SPRM.mergeCells,
  198: SPRM.splitCells,
};
const SYMBOL = 74;
const TABS_CHANGED = 23;
const ROW_DEFINITIONS = [188, 190];
const VARIABLE = -1;
const CELL_DESCRIPTOR = 10;
const CELL_DESCRIPTOR_97 = 20;

/** Lengths of operands: first code, last code, length. Codes in no range are unknown. */
const LENGTHS: readonly [number, number, number][] = [
  [2, 2, 2],
  [3, 3, VARIABLE],
  [4, 11, 1],
  [12, 12, VARIABLE],
  [13, 14, 1],
  [15, 15, VARIABLE],
  [16, 19, 2],
  [20, 20, 4],
  [21, 22, 2],
  [23, 23, VARIABLE],
  [24, 25, 1],
  [26, 28, 2],
  [29, 29, 1],
  [30, 36, 2],
  [37, 37, 1],
  [38, 43, 2],
  [44, 44, 1],
  [45, 49, 2],
  [50, 51, 1],
  [52, 52, VARIABLE],
  [65, 67, 1],
  [68, 68, VARIABLE],
  [69, 69, 2],
  [70, 70, 4],
  [71, 71, 1],
  [72, 72, 2],
  [73, 73, 3],
  [74, 74, VARIABLE],
  [75, 75, 1],
  [80, 80, 2],
  [81, 82, VARIABLE],
  [83, 83, 0],
  [85, 92, 1],
  [93, 93, 2],
  [94, 94, 1],
  [95, 95, 3],
  [96, 97, 2],
  [98, 98, 1],
  [99, 99, 2],
  [100, 102, 1],
  [103, 103, VARIABLE],
  [104, 104, 1],
  [105, 106, VARIABLE],
  [107, 107, 2],
  [108, 110, VARIABLE],
  [117, 118, 1],
  [182, 184, 2],
  [185, 186, 1],
  [187, 187, 12],
  [189, 189, 2],
  [191, 191, VARIABLE],
  [192, 192, 4],
  [193, 193, 5],
  [194, 194, 4],
  [195, 195, 2],
  [196, 196, 4],
  [197, 198, 2],
  [199, 199, 5],
  [200, 200, 4],
];

/** Modifiers of Word 6 and 95 → those of Word 97 ([MS-DOC] 2.6) that mean the same, up to the first unknown code. */
export function asWord97Sprms(bytes: Uint8Array): Uint8Array {
  const view = byteView(bytes);
  const sprms: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const code = view.u8(at);
    if (ROW_DEFINITIONS.includes(code)) {
      const end = at + 2 + Math.max(1, view.u16(at + 1));
      const body = rowDefinition(view.slice(at + 3, end));
      sprms.push(...u16(SPRM.rowDefinition), ...u16(body.length + 1), ...body);
      at = end;
      continue;
    }
    const fixed = LENGTHS.find(([first, last]) => code >= first && code <= last)?.[2];
    if (fixed === undefined) break;
    const start = fixed === VARIABLE ? at + 2 : at + 1;
    const length = fixed === VARIABLE ? variableLength(bytes, code, at + 1) : fixed;
    const operand = view.slice(start, start + length);
    const same = SAME[code];
    if (same !== undefined) sprms.push(...u16(same), ...operand);
    else if (code === SYMBOL)
      sprms.push(...u16(SPRM.symbol), ...operand.subarray(0, 2), operand[2] ?? 0, 0xf0);
    at = start + length;
  }
  return Uint8Array.from(sprms);
}

const u16 = (value: number): [number, number] => [value & 0xff, value >> 8];

/** The length stands before the operand; where it is 255, that of changed tabs follows from their counts. */
function variableLength(bytes: Uint8Array, code: number, at: number): number {
  const length = bytes[at] ?? 0;
  if (code !== TABS_CHANGED || length !== 255) return length;
  const deleted = 1 + 4 * (bytes[at + 1] ?? 0);
  return deleted + 1 + 3 * (bytes[at + 1 + deleted] ?? 0);
}

/** Cells of a row: the same but for descriptors half as long, without merges downward. */
function rowDefinition(operand: Uint8Array): number[] {
  const count = operand[0] ?? 0;
  const edges = 1 + 2 * (count + 1);
  const body = [...operand.subarray(0, edges)];
  for (let at = edges; at + 1 < operand.length; at += CELL_DESCRIPTOR) {
    body.push((operand[at] ?? 0) & 0x03, ...new Array<number>(CELL_DESCRIPTOR_97 - 1).fill(0));
  }
  return body;
}
