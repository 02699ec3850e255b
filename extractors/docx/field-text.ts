import { dingbatText } from './dingbat-text.js';

/** A check mark or cross laid over an empty box or circle (带圈字符). */
const OVERLAID = new Map([
  ['□√', '☑'],
  ['□✓', '☑'],
  ['□×', '☒'],
]);
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/**
 * What a field shows that has no stored result: `EQ \o\ac(□,√)` → ☑, `SYMBOL 254 \f "Wingdings"` → ☑. Other fields
 * (`XE`, `TC`, …) show nothing.
 */
export function fieldText(instruction: string): string {
  const [, base, laid] =
    /^\s*eq\s+\\o(?:\\a[clr])?\s*\(([^,，;；]*)[,，;；]([^)]*)\)/i.exec(instruction) ?? [];
  if (base !== undefined && laid !== undefined) return overlaid(base.trim(), laid.trim());
  const [, code, font] = /^\s*symbol\s+(0x[\da-f]+|\d+)(?:.*\\f\s*"?([^"\\]+)"?)?/i.exec(instruction) ?? [];
  if (code !== undefined) {
    return dingbatText(font?.trim() ?? null, Number(code)) ?? String.fromCodePoint(Number(code) & 0xffff);
  }
  return '';
}

function overlaid(base: string, laid: string): string {
  if (base === '○' && /^(1?\d|20)$/.test(laid)) return CIRCLED[Number(laid) - 1] ?? laid;
  return OVERLAID.get(base + laid) ?? laid;
}
