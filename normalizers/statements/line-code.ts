/** A code before the name in one cell: [201]一般公共服务支出 · 2050299-其他普通教育支出 · 201 一般公共服务支出 · 30101基本工资. */
export function splitCode(text: string): { code: string | null; item: string } {
  const plain = text.replace(/\s+/g, '');
  const bracketed = /^[[【(（](\d{3,12})[\]】)）](?=\D)(.+)$/.exec(plain);
  if (bracketed) return { code: bracketed[1] ?? null, item: bracketed[2] ?? '' };
  const leading =
    /^(\d{3,12}|[A-C]\d{0,10})[-—_－](?=[^\d年])(.+)$/.exec(plain) ??
    /^(\d{3}|\d{5,9})(?=[\u4e00-\u9fff“"(（])(?![年元万亿个])(.+)$/.exec(plain);
  if (leading) return { code: leading[1] ?? null, item: leading[2] ?? '' };
  return { code: null, item: plain };
}
