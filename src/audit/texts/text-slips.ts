const PAIRS: [open: string, close: string][] = [
  ['(', ')'],
  ['《', '》'],
  ['【', '】'],
  ['〔', '〕'],
];

const ANY_MARK = /[()（）《》“”【】〔〕]/;

/**
 * The bracket or quotation mark that has no partner; null where all have. Numbering such as `1)` needs none, 》 and 《 before
 * a figure stand for ≥ and ≤, << and >> for 《 and 》, and a quotation mark turned the wrong way is one all the same.
 */
export function unbalanced(text: string): string | null {
  if (!ANY_MARK.test(text)) return null;
  const plain = text
    .normalize('NFKC')
    .replace(/<<|≪/g, '《')
    .replace(/>>|≫/g, '》')
    .replace(/《\s*(?=\d+(\.\d+)?\s*(%|\p{Script=Han}{0,3})\s*($|[。；;，,、]))/gu, '')
    .replace(/(^|[\s。；;，,、：:])[\d一二三四五六七八九十a-zA-Z]{1,3}\)/g, '$1');
  for (const [open, close] of PAIRS) {
    let depth = 0;
    for (let at = 0; at < plain.length; at++) {
      const char = plain.charAt(at);
      if (char === open) depth += 1;
      if (char === close && !(depth === 0 && isAtLeast(plain, at))) depth -= 1;
      if (depth < 0) return close;
    }
    if (depth > 0) return open;
  }
  return (plain.match(/[“”]/g) ?? []).length % 2 === 1 ? '“' : null;
}

/** 知晓率》85%: a lone 》 before a figure stands for ≥. */
const isAtLeast = (text: string, at: number): boolean => /^》\s?\d/.test(text.slice(at, at + 3));

/** 。。 or ，， ; dots of an ellipsis are none. */
export function doubledMark(text: string): string | null {
  const found = /([。，、；：,;？！])(?:\s*\1)+/.exec(text);
  return found?.[0].replace(/\s+/g, '') ?? null;
}

const DANGLING = /([，、,]|以及|[^参赋]与|[^缓饱总温谦柔共调平随中]和|[^目标有]的)$/;
/** Behind 油、气 another single character is no stump. */
const STUMP = /[^、，,]{3}([、，,]\p{Script=Han})$/u;
/** Longer than what either pattern looks at. */
const END = 12;

/** What a text that was cut off ends with: a comma, 和, 的, or one character behind a comma; null where it ends well. */
export function danglingEnd(text: string): string | null {
  if (!/[，、,\p{Script=Han}]$/u.test(text.trimEnd().slice(-2))) return null;
  const plain = text.replace(/\s+/g, '');
  if (plain.endsWith('的') && /是[^，。；]*的$/.test(plain)) return null;
  const end = plain.slice(-END);
  return (DANGLING.exec(end) ?? STUMP.exec(end))?.[1] ?? null;
}

/** Whether the text stops without a mark. */
export const isOpenEnded = (text: string): boolean => /\p{Script=Han}/u.test(text.trimEnd().slice(-1));
