import { decodeWindows1252 } from './windows-1252.js';

/** Share of the double bytes that common characters and punctuation have at least, in any Chinese text. */
const COMMON = 0.35;
/** Of the high bytes of Chinese texts more than a third lie below 0xC0; letters of single-byte charsets lie above. */
const BELOW_LETTERS = 0.1;
const FEWEST_HIGH_BYTES = 64;

/** Of Chinese texts in Big5, so much is common in Big5, and so little of it happens to be common in GB. */
const COMMON_BIG5 = 0.9;
const COMMON_BY_CHANCE = 0.8;

/** Whether bytes that decode as GB18030 are Chinese, and not letters of another charset that happen to pair. */
export function isLikelyGb(bytes: Uint8Array): boolean {
  const { commonGb, high, below } = doubleBytes(bytes);
  return commonGb >= COMMON && (high < FEWEST_HIGH_BYTES || below >= high * BELOW_LETTERS);
}

/** Whether bytes that decode as Big5 are of that charset rather than of GB18030. */
export function isLikelyBig5(bytes: Uint8Array): boolean {
  const { commonGb, commonBig5 } = doubleBytes(bytes);
  return commonBig5 >= COMMON_BIG5 && commonGb < COMMON_BY_CHANCE;
}

/** Shares of common characters among the double bytes, and how the bytes above ASCII lie. */
function doubleBytes(bytes: Uint8Array): {
  commonGb: number;
  commonBig5: number;
  high: number;
  below: number;
} {
  let pairs = 0;
  let commonGb = 0;
  let commonBig5 = 0;
  let high = 0;
  let below = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    const isFour = trail >= 0x30 && trail <= 0x39;
    pairs++;
    if (isFour || isCommonGb(lead, trail)) commonGb++;
    if (lead >= 0xa1 && lead <= 0xc6) commonBig5++;
    high += trail >= 0x80 ? 2 : 1;
    below += Number(isBelowLetters(lead)) + Number(isBelowLetters(trail));
    at += isFour ? 3 : 1;
  }
  const some = Math.max(1, pairs);
  return { commonGb: commonGb / some, commonBig5: commonBig5 / some, high, below };
}

/** GB 2312: rows 16 to 55, the first level, and 1 to 9, punctuation and signs. (Of Big5, level 1 ends with lead 0xC6.) */
const isCommonGb = (lead: number, trail: number): boolean =>
  trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa9));

const isBelowLetters = (byte: number): boolean => byte >= 0xa1 && byte < 0xc0;

/**
 * Text of a charset of single bytes: Cyrillic where high bytes make words (KOI8-R where they lie in the range of its small
 * letters), else Western European. Which of them it is, is a guess.
 */
export function decodeSingleBytes(bytes: Uint8Array): { text: string; encoding: string } {
  let high = 0;
  let inWords = 0;
  let upper = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0xc0) continue;
    high++;
    if ((bytes[at - 1] ?? 0) >= 0xc0 || (bytes[at + 1] ?? 0) >= 0xc0) inWords++;
    if (byte >= 0xe0) upper++;
  }
  if (inWords * 2 <= high) return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  const encoding = upper * 2 > high ? 'windows-1251' : 'koi8-r';
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
