export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  /** `\fs24`: word and parameter. Control symbols (`\~`, `\*`) are words of one character. */
  | { kind: 'word'; word: string; parameter: number | undefined }
  /** `\'d6` */
  | { kind: 'byte'; byte: number }
  /** Plain text, as bytes from–to of the file. */
  | { kind: 'text'; from: number; to: number };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const MINUS = 0x2d;

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** Splits an RTF file into tokens (RTF Specification 1.9.1, "Syntax"); binary data (`\bin`) is stepped over. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === OPEN || byte === CLOSE) {
      at++;
      yield { kind: byte === OPEN ? 'open' : 'close' };
    } else if (byte === BACKSLASH) {
      const { token, next } = controlAt(bytes, at + 1);
      at = next;
      yield token;
    } else if (byte === 0x0d || byte === 0x0a || byte === 0) {
      at++;
    } else {
      const from = at;
      while (at < bytes.length && !endsText(bytes[at] ?? 0)) at++;
      yield { kind: 'text', from, to: at };
    }
  }
}

const endsText = (byte: number): boolean =>
  byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === 0x0d || byte === 0x0a || byte === 0;

function controlAt(bytes: Uint8Array, start: number): { token: RtfToken; next: number } {
  const first = bytes[start] ?? SPACE;
  if (!isLetter(first)) {
    if (first !== 0x27) {
      const word = String.fromCharCode(first);
      return { token: { kind: 'word', word, parameter: undefined }, next: start + 1 };
    }
    const hex = String.fromCharCode(bytes[start + 1] ?? 0, bytes[start + 2] ?? 0);
    const isHex = /^[0-9a-f]{2}$/i.test(hex);
    return isHex
      ? { token: { kind: 'byte', byte: Number.parseInt(hex, 16) }, next: start + 3 }
      : { token: { kind: 'word', word: "'", parameter: undefined }, next: start + 1 };
  }
  let at = start;
  let word = '';
  while (isLetter(bytes[at] ?? 0)) word += String.fromCharCode(bytes[at++] ?? 0);
  let digits = '';
  if (bytes[at] === MINUS && isDigit(bytes[at + 1] ?? 0)) {
    digits = '-';
    at++;
  }
  while (isDigit(bytes[at] ?? 0)) digits += String.fromCharCode(bytes[at++] ?? 0);
  if (bytes[at] === SPACE) at++;
  const parameter = digits === '' ? undefined : Number(digits);
  if (word === 'bin' && parameter !== undefined) at += Math.max(0, parameter);
  return { token: { kind: 'word', word, parameter }, next: at };
}
