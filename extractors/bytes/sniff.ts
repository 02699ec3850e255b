import { isWarc } from './is-warc.js';
import { unmarkedUtf16 } from './unmarked-utf16.js';

/** What holds the bytes together, told by their first ones: decides which readers are worth loading. */
export type Container =
  | 'empty'
  /** Nothing but white space and zero bytes. */
  | 'blank'
  | 'pdf'
  | 'zip'
  | 'rar'
  /** an archive of the web */
  | 'warc'
  | 'ole'
  | 'biff'
  | 'rtf'
  | 'image'
  | 'binary'
  | 'text';

const MAGIC: readonly [Container, readonly number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['biff', [0x09, 0x00, 0x04, 0x00]],
  ['biff', [0x09, 0x02, 0x06, 0x00]],
  ['biff', [0x09, 0x04, 0x06, 0x00]],
  ['biff', [0x09, 0x08, 0x08, 0x00]],
  ['biff', [0x09, 0x08, 0x10, 0x00]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
];

/** PDF readers accept the header anywhere in the first 1,024 bytes (ISO 32000-1, annex H.3.4.1). */
const PDF_HEADER_WITHIN = 1024;
const SAMPLE = 4096;

/** Tells the container by content. Text in any encoding, markup included, is `text`. */
export function sniff(bytes: Uint8Array): Container {
  if (bytes.length === 0) return 'empty';
  for (const [container, magic] of MAGIC) {
    if (magic.every((byte, i) => bytes[i] === byte)) return container;
  }
  if (isWarc(bytes)) return 'warc';
  if (bytes.subarray(0, SAMPLE).every(isBlank) && bytes.every(isBlank)) return 'blank';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_HEADER_WITHIN));
  if (/%PDF-\d/.test(head)) return 'pdf';
  if (/^RIFF[\s\S]{4}WEBP/.test(head) || /^BM[\s\S]{4}\0{4}/.test(head)) return 'image';
  return looksLikeText(bytes.subarray(0, SAMPLE)) ? 'text' : 'binary';
}

const isBlank = (byte: number): boolean => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** Share of bytes that may be control bytes in a text that something has damaged a little. */
const STRAY_BYTES = 0.05;

/** Text has hardly any control bytes but white space, or is UTF-16. */
function looksLikeText(sample: Uint8Array): boolean {
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return true;
  if (unmarkedUtf16(sample)) return true;
  let control = 0;
  let zero = 0;
  for (const byte of sample) {
    if (byte === 0) zero++;
    else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b && byte !== 0x1a) control++;
  }
  const stray = sample.length * STRAY_BYTES;
  return control <= stray && (zero <= stray || zero > sample.length / 5);
}
