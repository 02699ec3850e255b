import type { TextLine } from './text-lines.js';

/** Start of an item of a list: begins a line of its own even where the line above is full. */
const ITEM_START =
  /^(?:\d{1,2}[.、．)）]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳]|(?:指标|目标|任务)\d{1,2}[：:])/;
const SENTENCE_END = /[。；：:;！？]$/;
const LATIN = /[A-Za-z]/;
/** Room a cell leaves at each side, at most (points). */
const MOST_PADDING = 8;

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
  const padding = Math.min(
    MOST_PADDING,
    ...filled.map((line) => Math.max(0, Math.min(line.left - left, right - line.right))),
  );
  const room = right - left - 2 * padding;
  let text = '';
  let previous: TextLine | undefined;
  for (const line of filled) {
    if (!previous) text = line.text;
    else text += (wraps(previous, line, room) ? wordBreak(previous.text, line.text) : '\n') + line.text;
    previous = line;
  }
  return text;
}

/** Whether `next` only stands on its own line because its first word did not fit behind `line`. */
function wraps(line: TextLine, next: TextLine, room: number): boolean {
  if (ITEM_START.test(next.text) && SENTENCE_END.test(line.text)) return false;
  const word = /^[A-Za-z\d.,%]+/.exec(next.text)?.[0] ?? next.text.slice(0, 1);
  const share = (word.length / Math.max(1, next.text.length)) * (next.right - next.left);
  return line.right - line.left + share > room - 0.4 * line.size;
}

/** Latin words keep their space; a number or CJK text runs on. */
export const wordBreak = (before: string, after: string): string =>
  LATIN.test(before.slice(-1)) && LATIN.test(after.slice(0, 1)) ? ' ' : '';
