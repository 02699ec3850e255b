import type { Diagnostic } from '../../src/model/diagnostic.js';
import { decodeSingleBytes, isLikelyBig5, isLikelyGb } from './legacy-charset.js';
import { unmarkedUtf16 } from './unmarked-utf16.js';

export interface DecodedText {
  text: string;
  /** Label of the WHATWG Encoding Standard: `utf-8`, `gb18030`, `utf-16le` … */
  encoding: string;
  diagnostics: Diagnostic[];
}

const REPLACEMENT = '\uFFFD';
/** Where HTML and XML say their encoding, the HTML Standard looks no further than this. */
const DECLARATION_BYTES = 4096;

/**
 * Bytes → text: byte order mark (or UTF-16 told by its text), then the declaration, then strict UTF-8, then strict GB18030
 * (a superset of GB2312 and GBK, which therefore both mean GB18030), then Big5 and charsets of single bytes. A declaration
 * the bytes contradict is passed over and reported, and so is a charset that had to be guessed. What fits nothing is
 * decoded all the same, with U+FFFD for each undecodable place and a diagnostic that counts them.
 *
 * @param declared encoding told from outside (a MIME header); else `<meta charset>` or `<?xml encoding>` is looked for
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = byteOrderMark(bytes) ?? unmarkedUtf16(bytes);
  if (marked) return decodeLoosely(bytes, marked);

  const label = declared ?? declarationIn(bytes);
  const encoding = label === undefined ? undefined : encodingOf(label);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (encoding && encoding !== 'utf-8') {
    const text = decodeStrictly(bytes, encoding);
    const looksLikeUtf8 = utf8 !== undefined && /[\u0800-\uFFFF]/.test(utf8);
    if (text !== undefined && !looksLikeUtf8) return { text, encoding, diagnostics: [] };
  }
  if (utf8 !== undefined) {
    return { text: utf8, encoding: 'utf-8', diagnostics: contradiction(label, encoding, 'utf-8', utf8) };
  }
  const big5 = isLikelyBig5(bytes) ? decodeStrictly(bytes, 'big5') : undefined;
  if (big5 !== undefined) return guessed({ text: big5, encoding: 'big5' });
  const gb = isLikelyGb(bytes) ? decodeStrictly(bytes, 'gb18030') : undefined;
  if (gb !== undefined) {
    return { text: gb, encoding: 'gb18030', diagnostics: contradiction(label, encoding, 'gb18030', gb) };
  }
  return encoding ? decodeLoosely(bytes, encoding) : decodeUnknown(bytes);
}

/** Bytes of no declared encoding that are neither sound UTF-8 nor sound GB18030. */
function decodeUnknown(bytes: Uint8Array): DecodedText {
  const encoding = likelierOf(bytes, 'utf-8', 'gb18030');
  const isSound = encoding === 'utf-8' ? isMostlyUtf8(bytes) : isLikelyGb(bytes);
  return isSound ? decodeLoosely(bytes, encoding) : guessed(decodeSingleBytes(bytes));
}

function guessed({ text, encoding }: Pick<DecodedText, 'text' | 'encoding'>): DecodedText {
  const message = `字符集既不是 UTF-8 也不是 GB18030，推测为 ${encoding}，文字可能有误`;
  return { text, encoding, diagnostics: [{ code: 'charset-guessed', message }] };
}

/** More characters come out than are lost. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  return (text.match(/[^\0-\x7f]/g)?.length ?? 0) > 2 * countReplacements(text);
}

/** The canonical name of an encoding label, `gb2312` and `gbk` widened to `gb18030`; undefined when it is unknown. */
function encodingOf(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function declarationIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES));
  const xml = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/.exec(head);
  const meta = /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  return (xml ?? meta)?.[1];
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function decodeLoosely(bytes: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  const bad = countReplacements(text);
  const diagnostics: Diagnostic[] =
    bad > 0
      ? [
          {
            code: 'undecodable-bytes',
            message: `按 ${encoding} 解码，有 ${bad} 处字节无法识别，以 ${REPLACEMENT} 代替`,
          },
        ]
      : [];
  return { text, encoding, diagnostics };
}

function likelierOf(bytes: Uint8Array, ...encodings: [string, ...string[]]): string {
  let best: string = encodings[0];
  let fewest = Number.POSITIVE_INFINITY;
  for (const encoding of encodings) {
    const bad = countReplacements(new TextDecoder(encoding).decode(bytes));
    if (bad < fewest) [best, fewest] = [encoding, bad];
  }
  return best;
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) count++;
  return count;
}

function contradiction(
  label: string | undefined,
  declared: string | undefined,
  used: string,
  text: string,
): Diagnostic[] {
  if (label === undefined || declared === used || !/[^\0-\x7f]/.test(text)) return [];
  return [
    {
      code: 'charset-contradicts-declaration',
      message: `声明的字符集是 ${label}，内容实为 ${used}，按后者读取`,
    },
  ];
}
