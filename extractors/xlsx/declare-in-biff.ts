import { byteView } from '../bytes/byte-view.js';
import { biffRecords } from './biff-records.js';
import { BUILT_IN_FORMATS } from './number-format/built-in-formats.js';

const BOF = 0x0809;
const EOF = 0x000a;
const BIFF8 = 0x0600;
const BOUND_SHEET = 0x85;
const FORMAT = 0x041e;
const XF = 0x00e0;
const IFMT_IN_XF = 2;

/**
 * The workbook stream of an .xls (BIFF8) that declares the built-in formats it uses without declaring them ([MS-XLS] 2.4.126
 * Format, 2.4.353 XF), as `declareInStyles` does for OOXML. The stream itself where nothing is missing.
 */
export function declareInBiff(stream: Uint8Array): Uint8Array {
  const view = byteView(stream);
  if (view.u16(0) !== BOF || view.u16(4) !== BIFF8) return stream;
  const used = new Set<number>();
  const declared = new Set<number>();
  const sheets: number[] = [];
  for (const { type, start } of biffRecords(stream)) {
    if (type === EOF) break;
    if (type === FORMAT) declared.add(view.u16(start));
    if (type === XF) used.add(view.u16(start + IFMT_IN_XF));
    if (type === BOUND_SHEET) sheets.push(start);
  }
  const added = Buffer.concat(
    [...used].flatMap((id) => {
      const code = declared.has(id) ? undefined : BUILT_IN_FORMATS.get(id);
      return code === undefined ? [] : [formatRecord(id, code)];
    }),
  );
  if (added.length === 0) return stream;

  const bofEnd = 4 + view.u16(2);
  const moved = Buffer.concat([stream.subarray(0, bofEnd), added, stream.subarray(bofEnd)]);
  for (const start of sheets) moved.writeUInt32LE(view.u32(start) + added.length, start + added.length);
  return moved;
}

function formatRecord(id: number, code: string): Buffer {
  const text = Buffer.from(code, 'utf16le');
  const record = Buffer.alloc(9);
  record.writeUInt16LE(FORMAT, 0);
  record.writeUInt16LE(5 + text.length, 2);
  record.writeUInt16LE(id, 4);
  record.writeUInt16LE(code.length, 6);
  record.writeUInt8(1, 8);
  return Buffer.concat([record, text]);
}
