/**
 * The value of a parameter as a person writes it: what reads as a number is one, `'…'` keeps it text. A code with a leading
 * zero, or with more digits than a float holds, is text.
 */
export function parseSqlValue(text: string): string | number {
  const quoted = /^'(.*)'$/s.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15;
  return isNumber ? Number(text) : text;
}
