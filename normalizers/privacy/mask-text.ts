import { maskPrivate } from './mask-private.js';
import { privacyWords } from './privacy-words.js';

/** An amount, a quantity, a code: what a number is cannot be seen without what stands around it. */
const PLAIN = /^[-+]?[0-9.,，]+$/;

/** Masks texts taken from a document by what became of its cells: the whole text of one, or pieces masked in one. */
export function masker(
  whole: ReadonlyMap<string, string>,
  pieces: readonly string[],
): (text: string) => string {
  const { mask } = privacyWords();
  const longestFirst = [...pieces].sort((a, b) => b.length - a.length);
  return (text) => {
    const cell = whole.get(text);
    if (cell !== undefined && cell !== text) return cell;
    const masked = longestFirst.reduce((rest, piece) => rest.replaceAll(piece, mask), text);
    return cell === undefined && !PLAIN.test(masked) ? maskPrivate(masked) : masked;
  };
}

/** Masks every text of a value made of plain objects and lists; the value itself where nothing is changed. */
export function maskText<T>(value: T, mask: (text: string) => string): T {
  if (typeof value === 'string') return mask(value) as T;
  if (Array.isArray(value)) {
    const masked = value.map((each: unknown) => maskText(each, mask));
    return (masked.some((each, at) => each !== value[at]) ? masked : value) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, maskText(each, mask)] as const);
  const isSame = entries.every(([key, each]) => each === (value as Record<string, unknown>)[key]);
  return isSame ? value : (Object.fromEntries(entries) as T);
}
