/** The beginning of a text that is longer than `most` characters, with the number of characters left out. */
export function clipText(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept}…（略 ${text.length - kept.length} 字）`;
}
