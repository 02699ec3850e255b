import { byteView } from '../bytes/byte-view.js';
import { UnreadableError } from '../bytes/limits.js';
import type { OleFile } from '../bytes/ole-file.js';

/** The streams of a Word 97–2003 document and where things stand in them ([MS-DOC] 2.5, Fib). */
export interface WordStreams {
  main: Uint8Array;
  data: Uint8Array;
  /** Lengths in characters of the parts of the text, in their order. */
  lengths: {
    body: number;
    footnotes: number;
    headers: number;
    comments: number;
    endnotes: number;
    boxes: number;
  };
  pieces: Uint8Array;
  paragraphPages: Uint8Array;
  characterPages: Uint8Array;
  fonts: Uint8Array;
}

const WORD_97 = 0xa5ec;
const FIRST_WORD_97_VERSION = 0x00c1;
const FLAG_ENCRYPTED = 0x0100;
const FLAG_TABLE_1 = 0x0200;

/** @throws UnreadableError `encrypted`, `unsupported` (before Word 6) or `corrupt` */
export function readFileHeader(ole: OleFile): WordStreams {
  const main = ole.stream('WordDocument');
  if (!main) throw new UnreadableError('corrupt', '缺少 WordDocument 流');
  const view = byteView(main);
  const flags = view.u16(0x0a);
  if ((flags & FLAG_ENCRYPTED) !== 0) throw new UnreadableError('encrypted', 'Word 文档有打开密码');
  if (view.u16(0) !== WORD_97 || view.u16(2) < FIRST_WORD_97_VERSION) {
    throw new UnreadableError('unsupported', 'Word 6 以前版本的文档，请用 Word 另存为 docx');
  }
  const table = ole.stream((flags & FLAG_TABLE_1) !== 0 ? '1Table' : '0Table');
  if (!table) throw new UnreadableError('corrupt', '缺少 Word 文档的表流');
  const part = (at: number): Uint8Array => {
    const start = view.u32(at);
    return table.subarray(start, start + view.u32(at + 4));
  };
  return {
    main,
    data: ole.stream('Data') ?? new Uint8Array(),
    lengths: {
      body: view.u32(0x4c),
      footnotes: view.u32(0x50),
      headers: view.u32(0x54),
      comments: view.u32(0x5c),
      endnotes: view.u32(0x60),
      boxes: view.u32(0x64),
    },
    pieces: part(0x1a2),
    paragraphPages: part(0x102),
    characterPages: part(0xfa),
    fonts: part(0x112),
  };
}
