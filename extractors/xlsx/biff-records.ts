import { byteView } from '../bytes/byte-view.js';

export interface BiffRecord {
  type: number;
  /** The body, without the four bytes of type and length. */
  start: number;
  end: number;
}

/** Records of a workbook stream of .xls from its beginning ([MS-XLS] 2.1.4), cut at its end. */
export function* biffRecords(stream: Uint8Array, most = Number.POSITIVE_INFINITY): Generator<BiffRecord> {
  const view = byteView(stream);
  for (let at = 0, count = 0; at + 4 <= stream.length && count < most; count++) {
    const start = at + 4;
    at = Math.min(start + view.u16(start - 2), stream.length);
    yield { type: view.u16(start - 4), start, end: at };
  }
}
