import { radicals } from './radicals.js';

/**
 * Characters that print nothing: soft hyphen, zero-width spaces and joiners, direction marks, variation selectors, fillers,
 * tags, and control characters other than white space.
 */
const INVISIBLE =
  '\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f' +
  '\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{1bca0}-\\u{1bca3}\\u{e0000}-\\u{e0fff}';
/** Radicals (U+2E80–2FDF) and compatibility ideographs, which look like ordinary characters and are other ones. */
const LOOKALIKE = '\\u2e80-\\u2fdf\\uf900-\\ufaff\\u{2f800}-\\u{2fa1f}';

const MENDABLE = new RegExp(`[${INVISIBLE}${LOOKALIKE}]`, 'u');
const ALL_INVISIBLE = new RegExp(`[${INVISIBLE}]+`, 'gu');
const ALL_LOOKALIKE = new RegExp(`[${LOOKALIKE}]`, 'gu');

/**
 * The text a person sees, in the characters a person would type: what prints nothing is dropped, radicals and compatibility
 * ideographs become the ordinary characters they look like. Nothing else changes: ≥, ㎡, ① and full-width digits stay as
 * printed, for which reason this is not NFKC.
 */
export const mendCharacters = (text: string): string =>
  MENDABLE.test(text) ? text.replace(ALL_INVISIBLE, '').replace(ALL_LOOKALIKE, ordinary) : text;

const ordinary = (char: string): string => radicals.get(char) ?? char.normalize('NFKC');
