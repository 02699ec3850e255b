/** 201 | 40 | 04 → 2014004; a column that repeats what stands before it (201 | 20140) is not joined twice. */
export function joinCodes(parts: readonly string[]): string | null {
  let code = '';
  for (const part of parts) {
    if (part === '' || /^[*—-]+$/.test(part)) continue;
    code = code !== '' && part.length > code.length && part.startsWith(code) ? part : code + part;
  }
  return code === '' ? null : code;
}

/**
 * The texts of the columns 类 | 款 | 项 of a row, where 类 and 款 are printed only in the row they begin with: blanks before a code of two digits
 * take what stands above them. Nothing is taken where the row above has nothing there.
 */
export function withCodesAbove(own: readonly string[], above: readonly string[]): string[] {
  const first = own.findIndex((part) => part !== '');
  const taken = above.slice(0, first);
  const isWhole = taken.length === first && taken.every((part) => /^\d{2,3}$/.test(part));
  return first > 0 && isWhole && /^\d{2}$/.test(own[first] ?? '')
    ? [...taken, ...own.slice(first)]
    : [...own];
}
