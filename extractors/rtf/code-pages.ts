import { decodeWindows1252 } from '../bytes/windows-1252.js';

/** `\fcharset` → Windows code page (RTF Specification 1.9.1, "Font Table"). */
const CHARSET_PAGES: Record<number, number> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

const LABELS: Record<number, string> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  54936: 'gb18030',
  65001: 'utf-8',
};

export const SYMBOL_CHARSET = 2;

export const codePageOfCharset = (charset: number): number | undefined => CHARSET_PAGES[charset];

/**
 * Bytes of a run of text → text. Some writers leave Chinese text in a Western font and mean the document's code page: bytes
 * that are whole characters of it are read so.
 */
export function decodeRun(bytes: Uint8Array, fontPage: number | undefined, documentPage: number): string {
  const page = fontPage ?? documentPage;
  if (page === 1252 && documentPage !== 1252) {
    const text = decodePage(bytes, documentPage, true);
    if (text !== undefined && /[\u3000-\u9fff\uff00-\uffef]/.test(text)) return text;
  }
  return decodePage(bytes, page, false) ?? decodeWindows1252(bytes);
}

function decodePage(bytes: Uint8Array, page: number, fatal: boolean): string | undefined {
  const label = LABELS[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : undefined);
  if (label === undefined || label === 'windows-1252') return undefined;
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
