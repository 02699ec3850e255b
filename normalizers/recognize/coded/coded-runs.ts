import { compact } from '../words/label-text.js';
import { level1Of, level2Of } from '../words/vocabulary.js';
import { type CodedIndicator, itemsOfBody } from './coded-items.js';

/**
 * Indicators in a text whose items each begin with their levels, with codes and running numbers or without. Empty where it holds
 * none.
 *
 * @param isLoose whether levels that stand alone, without a code, count
 * @param over the 一级指标 that stands above the text
 */
export function readCodedRuns(text: string, isLoose: boolean, over: string | null = null): CodedIndicator[] {
  const flat = joinLines(text);
  const heads = headsOf(flat, over);
  const [first] = heads;
  if (!first || (!heads.some(({ isFirm }) => isFirm) && !(isLoose && first.index <= LONGEST_LABEL)))
    return [];
  const indicators = heads.flatMap(({ level1, level2, end }, i) =>
    itemsOfBody(flat.slice(end, heads[i + 1]?.index)).map((item) => ({ level1, level2, ...item })),
  );
  const isCoded = heads.some(({ code }) => code !== undefined);
  return isCoded || indicators.some(({ target }) => target !== '') ? indicators : [];
}

/** 绩效指标： before the first item. */
const LONGEST_LABEL = 8;

interface Head {
  /** A code, or two levels joined by more than a colon: no prose is written so. */
  isFirm: boolean;
  level1: string;
  level2: string | null;
  code: string | undefined;
  index: number;
  end: number;
}

const SEPARATORS = '[-—–－,;:、/>》→|_]';
const NUMBER =
  '(?:(?:[①-⑳]|\\([\\d一二三四五六七八九十]{1,3}\\))[.、]?|(?<![\\u4e00-\\u9fff])(?:(?<![\\d.≥≤<>=])(?:\\d{1,2}[.．]\\d{1,2}[.、．]?|\\d{1,3}[.、．)]|[一二三四五六七八九十]、))?)';
const WORD = new RegExp(
  `${NUMBER}(?:(\\d{1,4})[-—–－])?([\\u4e00-\\u9fff]{2,20})(?=${SEPARATORS}|[(①-⑳\\d]|$)`,
  'g',
);
const SEPARATOR = new RegExp(SEPARATORS);
const ONLY_SEPARATORS = new RegExp(`^${SEPARATORS}*$`);

/**
 * The levels in a text, a 一级 and a 二级指标 side by side as one. A third one beside them is a name (可持续影响指标), as are those
 * without a code where others have codes.
 */
function headsOf(text: string, over: string | null): Head[] {
  const heads: Head[] = [];
  let level1 = over;
  let open: Head | null = null;
  for (const { index, 0: whole, 1: code, 2: printed = '' } of text.matchAll(WORD)) {
    const end = index + whole.length;
    const [word, glued] = splitLevels(printed);
    const last = heads.at(-1);
    const follows = last !== undefined && ONLY_SEPARATORS.test(text.slice(last.end, index));
    if (follows && open === null && code === undefined) continue;
    if (open && follows && glued === null && (level2Of(word) !== undefined || code !== undefined)) {
      open.level2 = word;
      open.code ??= code;
      open.isFirm ||= code !== undefined || !text.slice(open.end, index).includes(':');
      open.end = end;
      open = null;
    } else if (/指标$/.test(word) && level1Of(word) !== undefined) {
      level1 = word;
      const isFirm = code !== undefined || glued !== null;
      const head: Head = { isFirm, level1, level2: glued, code, index, end };
      heads.push(head);
      open = glued === null ? head : null;
    } else if (/指标$/.test(word) && level2Of(word) !== undefined && isSeparated(text, end)) {
      const level2 = level1 === null ? null : word;
      heads.push({ isFirm: code !== undefined, level1: level1 ?? word, level2, code, index, end });
      open = null;
    }
  }
  const isCoded = heads.some(({ code }) => code !== undefined);
  return heads.filter(
    ({ end, level2, isFirm }) => (level2 !== null || isSeparated(text, end)) && (isFirm || !isCoded),
  );
}

const isSeparated = (text: string, end: number): boolean =>
  end === text.length || SEPARATOR.test(text[end] ?? '');

/** 产出指标数量指标: both levels in one word. */
function splitLevels(word: string): [string, string | null] {
  const at = word.indexOf('指标') + 2;
  const [first, second] = [word.slice(0, at), word.slice(at)];
  return second !== '' && level1Of(first) !== undefined && level2Of(second) !== undefined
    ? [first, second]
    : [word, null];
}

/** One line, full width folded, without the names of the columns; a line that begins with a level is parted from the one above. */
function joinLines(text: string): string {
  const lines = text.split('\n').map((line) => compact(spacedRow(line)));
  const joined = lines.reduce((whole, line, i) => {
    const rest = `${line}${lines[i + 1] ?? ''}`;
    return i > 0 && !ENDS_OPEN.test(whole) && beginsItem(rest) ? `${whole};${line}` : `${whole}${line}`;
  }, '');
  return joined
    .replace(/[［[]([\u4e00-\u9fff]{2,14})[\]］]/g, ';$1-')
    .replace(/[一二]级指标:/g, '')
    .replace(/[,;]?(三级指标|指标名称):/g, ',');
}

/** A line that ends with a separator or within a code goes on: 1、1-⏎产出指标，1⏎1-数量指标. */
const ENDS_OPEN = new RegExp(`(?:${SEPARATORS}|${SEPARATORS}\\d)$`);

/** 产出指标 数量指标 培训人数 ≥300人: the cells of a row, as wide as their texts. */
function spacedRow(line: string): string {
  const pieces = line.trim().split(/[ \t\u3000]+/);
  const [first = '', second = ''] = pieces;
  const isRow = pieces.length >= 4 && level1Of(first) !== undefined && level2Of(second) !== undefined;
  return isRow ? `${pieces.slice(0, -1).join('-')}:${pieces.at(-1)}` : line;
}

function beginsItem(line: string): boolean {
  WORD.lastIndex = 0;
  const [match] = line.matchAll(WORD);
  if (match?.index !== 0) return false;
  const [word] = splitLevels(match[2] ?? '');
  return /指标$/.test(word) && (level1Of(word) !== undefined || level2Of(word) !== undefined);
}
