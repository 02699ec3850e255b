import type { TextLine } from './text-lines.js';

/** A labelled item of a list begins a line of its own. */
const LABELLED_ITEM = /^(?:指标|目标|任务)\s?\d{1,2}\s?[：:]/;
/** A number or bullet may begin an item, if the line above ends a sentence. */
const ITEM_START =
  /^(?:\d{1,2}(?:[、)）]|[.．](?!\d))|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])/;
const SENTENCE_END = /[。；：:;！？]$/;
/** What no writer puts at the end, or the start, of a line on purpose. */
const NEVER_LAST = /[、，,≥≤＞＜＝=（(《“‘【]$/;
const NEVER_FIRST = /^[，。、；：！？）)》”’】%％/]/;
const LATIN = /[A-Za-z]/;
/** A Latin word, or what ends a part of a sentence; not the middle of an address. */
const LATIN_PAUSE = /[A-Za-z\d)][,;:.!?)]$|\s&$/;
const ADDRESS = /(?:[/@_]|www\.)\S*$/i;
/** What a figure in Latin text begins with. */
const FIGURE_START = /[\d$€£]/;
const LATIN_WORD = /(?:^|\s)[a-z]{2,}$/;
/** A whole figure, and one whose groups or decimals leave no doubt where it ends. */
const FIGURE = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const GROUPED = /\d,\d{3}(?:\.\d+)?$/;
const CENTS = /\.\d\d$/;
/** What cannot be parted from the start of a line: a Latin word or number, a character with the marks around it. */
const FIRST_WORD = /^(?:[A-Za-z\d.,%]+|[（(《“‘【]*.)[，。、；：！？）)》”’】%]*/u;
/** Room (in font heights) that may be left at a line end beside the word that did not fit. */
const TOLERANCE = 0.4;
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

/** The text of a cell with tables between its lines: no line goes on behind a table. Each table stands before the line told. */
export function joinAroundTables(
  lines: readonly TextLine[],
  tables: readonly { linesBefore: number }[],
  left: number,
  right: number,
): string {
  return linesBetween(lines, tables)
    .map((between) => joinWrappedLines(between, left, right))
    .filter((text) => text !== '')
    .join('\n');
}

/** The lines before the first table, between two tables, and after the last. */
function linesBetween(lines: readonly TextLine[], tables: readonly { linesBefore: number }[]): TextLine[][] {
  const ends = [...tables.map(({ linesBefore }) => linesBefore), lines.length];
  return ends.map((end, i) => lines.slice(ends[i - 1] ?? 0, end));
}

/** Room the cell leaves beside its widest line. */
const paddingOf = (lines: readonly TextLine[], left: number, right: number): number =>
  Math.min(MOST_PADDING, ...lines.map((line) => Math.max(0, Math.min(line.left - left, right - line.right))));

/** Whether `next` only stands on its own line because its first word did not fit behind `line`. */
function wraps(line: TextLine, next: TextLine, cell: Room): boolean {
  if (beginsItem(next.text, line.text) || areTwoFigures(line.text, next.text)) return false;
  if (NEVER_LAST.test(line.text) || NEVER_FIRST.test(next.text)) return true;
  const word = FIRST_WORD.exec(next.text)?.[0] ?? '';
  const share = (word.length / Math.max(1, next.text.length)) * (next.right - next.left);
  const needed = share + TOLERANCE * line.size;
  if (line.right - line.left + needed > cell.right - cell.left - 2 * cell.padding) return true;
  const rightAligned = line.left < next.left - 0.5 * line.size;
  return !rightAligned && line.right + needed > cell.right - cell.padding;
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

/** Whether a line begins an item of a list, after the line before. */
export const beginsItem = (text: string, before: string): boolean =>
  LABELLED_ITEM.test(text) || (ITEM_START.test(text) && SENTENCE_END.test(before));

/** Whether two lines are a figure each that make none together: two amounts, one below the other. */
function areTwoFigures(before: string, after: string): boolean {
  if (!FIGURE.test(before) || !FIGURE.test(after) || FIGURE.test(before + after)) return false;
  return GROUPED.test(before) || GROUPED.test(after) || (CENTS.test(before) && CENTS.test(after));
}

/** Latin words keep their space; an address, a number or CJK text runs on. */
export function wordBreak(before: string, after: string): string {
  const first = after.slice(0, 1);
  if (FIGURE_START.test(first)) return LATIN_WORD.test(before) ? ' ' : '';
  if (!LATIN.test(first)) return '';
  if (LATIN.test(before.slice(-1))) return ' ';
  return LATIN_PAUSE.test(before) && !ADDRESS.test(before) ? ' ' : '';
}
