import type { TextLine } from './text-lines.js';

/** Start of an item of a list: begins a line of its own even where the line above is full. */
const ITEM_START =
  /^(?:\d{1,2}[.、．)）]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳]|(?:指标|目标|任务)\d{1,2}[：:])/;
const SENTENCE_END = /[。；：:;！？]$/;
const LATIN = /[A-Za-z]/;
/** Room a cell leaves at each side, at most (points). */
const MOST_PADDING = 8;

interface Room {
  left: number;
  right: number;
  padding: number;
}

/**
 * Joins the lines of one cell into its text: a line that was only broken because the next word did not fit goes on without a
 * break, any other line end stays as `\\n`. Characters stacked one to a line (年/度/绩/效) are one word.
 */
export function joinWrappedLines(lines: readonly TextLine[], left: number, right: number): string {
  const filled = lines.filter((line) => line.text !== '');
  if (filled.length === 0) return '';
  if (filled.length > 1 && filled.every((line) => [...line.text].length === 1)) {
    return filled.map((line) => line.text).join('');
  }
  const room = { left, right, padding: paddingOf(filled, left, right) };
  let text = '';
  let previous: TextLine | undefined;
  for (const line of filled) {
    if (!previous) text = line.text;
    else text += (wraps(previous, line, room) ? wordBreak(previous.text, line.text) : '\n') + line.text;
    previous = line;
  }
  return text;
}

/** Room the cell leaves beside its widest line. */
const paddingOf = (lines: readonly TextLine[], left: number, right: number): number =>
  Math.min(MOST_PADDING, ...lines.map((line) => Math.max(0, Math.min(line.left - left, right - line.right))));

/** Whether `next` only stands on its own line because its first word did not fit behind `line`. */
function wraps(line: TextLine, next: TextLine, cell: Room): boolean {
  if (ITEM_START.test(next.text) && SENTENCE_END.test(line.text)) return false;
  const word = /^[A-Za-z\d.,%]+/.exec(next.text)?.[0] ?? next.text.slice(0, 1);
  const share = (word.length / Math.max(1, next.text.length)) * (next.right - next.left);
  const needed = share - 0.4 * line.size;
  const width = cell.right - cell.left - 2 * cell.padding;
  if (line.right - line.left + needed > width) return true;
  const indented = line.left - cell.left > next.left - cell.left + 0.5 * line.size;
  return indented && line.right + needed > cell.right - cell.padding;
}

/** Whether a text cut by a page break goes on below: its last line is full and ends no sentence. */
export function continuesText(
  above: readonly TextLine[],
  below: readonly TextLine[],
  left: number,
  right: number,
): boolean {
  const last = above.at(-1);
  const first = below[0];
  if (!last || !first || SENTENCE_END.test(last.text)) return false;
  return wraps(last, first, { left, right, padding: paddingOf([...above, ...below], left, right) });
}

/** Latin words keep their space; a number or CJK text runs on. */
export const wordBreak = (before: string, after: string): string =>
  LATIN.test(before.slice(-1)) && LATIN.test(after.slice(0, 1)) ? ' ' : '';
