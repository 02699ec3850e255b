import { byteView } from '../bytes/byte-view.js';

/** Where the name stands in a font's record ([MS-DOC] 2.9.98, FFN), after the byte that holds its length. */
const NAME_OFFSET = 39;

/** Names of the document's fonts (SttbfFfn), by their number. */
export function fontNames(table: Uint8Array): string[] {
  const view = byteView(table);
  const names: string[] = [];
  for (let at = 4; at < table.length && names.length < view.u16(0); at += 1 + view.u8(at)) {
    const name = view.slice(at + 1 + NAME_OFFSET, at + 1 + view.u8(at));
    names.push(new TextDecoder('utf-16le').decode(name).split('\0')[0] ?? '');
  }
  return names;
}
