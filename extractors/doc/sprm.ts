import { byteView } from '../bytes/byte-view.js';

/** One property modifier ([MS-DOC] 2.2.5.1): what to change, and the operand. */
export interface Sprm {
  code: number;
  operand: Uint8Array;
}

/** Codes of the modifiers that matter for text and tables ([MS-DOC] 2.6). */
export const SPRM = {
  deleted: 0x0800,
  hidden: 0x083c,
  symbol: 0x6a09,
  font: 0x4a4f,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  outlineLevel: 0x2640,
  hugeProperties: 0x6646,
  hugePropertiesOld: 0x6645,
  headerRow: 0x3404,
  rowDefinition: 0xd608,
  mergeCells: 0x5624,
  splitCells: 0x5625,
  verticalMerge: 0xd62b,
} as const;

const TABS_CHANGED = 0xc615;

/** The modifiers of a grpprl, as far as it is whole. */
export function readSprms(bytes: Uint8Array): Sprm[] {
  const view = byteView(bytes);
  const sprms: Sprm[] = [];
  for (let at = 0; at + 3 <= bytes.length; ) {
    const code = view.u16(at);
    const { start, length } = operandOf(bytes, code, at + 2);
    sprms.push({ code, operand: view.slice(start, start + length) });
    at = start + length;
  }
  return sprms;
}

/** The upper three bits (spra) give the operand's length; lengths beyond a byte have their own rules. */
function operandOf(bytes: Uint8Array, code: number, at: number): { start: number; length: number } {
  const view = byteView(bytes);
  switch (code >> 13) {
    case 0:
    case 1:
      return { start: at, length: 1 };
    case 2:
    case 4:
    case 5:
      return { start: at, length: 2 };
    case 3:
      return { start: at, length: 4 };
    case 7:
      return { start: at, length: 3 };
    default:
      if (code === SPRM.rowDefinition) return { start: at + 2, length: Math.max(0, view.u16(at) - 1) };
      if (code === TABS_CHANGED && view.u8(at) === 255)
        return { start: at + 1, length: longTabs(bytes, at + 1) };
      return { start: at + 1, length: view.u8(at) };
  }
}

/** sprmPChgTabs with length 255: the length follows from the counts of deleted and added tabs. */
function longTabs(bytes: Uint8Array, at: number): number {
  const deleted = 1 + 4 * (bytes[at] ?? 0);
  return deleted + 1 + 3 * (bytes[at + deleted] ?? 0);
}
