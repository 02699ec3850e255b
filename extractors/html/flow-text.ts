/** Forced line break and preserved space inside raw flow text; neither can come out of an HTML parser. */
export const HARD_BREAK = '\0';
const PRESERVED_SPACE = '\u00A0';

const WIDE = '\\u1100-\\u11FF\\u2E80-\\uA4CF\\uAC00-\\uD7AF\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF00-\\uFFEF';
const BREAK_BETWEEN_WIDE = new RegExp(`(?<=[${WIDE}])[ \\t\\f]*[\\r\\n][ \\t\\f\\r\\n]*(?=[${WIDE}])`, 'g');

/** Source text inside `<pre>`: its line ends and spaces are kept. */
export const preserveSpace = (text: string): string =>
  text.replace(/\r\n?|\n/g, HARD_BREAK).replace(/[ \t]/g, PRESERVED_SPACE);

/**
 * Raw text of one block → the text a browser shows: white space collapsed, line ends of the source between two East
 * Asian wide characters removed (CSS Text 3, section 4.1.3), a last forced break without effect, no-break spaces as spaces.
 */
export function renderFlowText(raw: string): string {
  if (!/[\s\0]/.test(raw)) return raw;
  const lines = raw.split(HARD_BREAK).map((line) =>
    (/[\r\n]/.test(line) ? line.replace(BREAK_BETWEEN_WIDE, '') : line)
      .replace(/[ \t\r\n\f]+/g, ' ')
      .replace(/^ | $/g, '')
      .replaceAll(PRESERVED_SPACE, ' '),
  );
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  while (lines.length > 0 && lines[0]?.trim() === '') lines.shift();
  return lines.join('\n');
}
