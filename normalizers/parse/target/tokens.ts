import { readNumber } from '../quantity/number-reader.js';
import { type PerReading, readPer } from '../quantity/per-reader.js';
import { type Quantity, readQuantity } from '../quantity/quantity-reader.js';
import { valueLexicon } from '../quantity/value-lexicon.js';
import { type DateReading, readDate } from './date-reader.js';

interface Span {
  start: number;
  end: number;
}

export type TargetToken = Span &
  (
    | { type: 'words' | 'separator' | 'open' | 'close' }
    | { type: 'quantity'; quantity: Quantity }
    | { type: 'date'; date: DateReading }
    | { type: 'per'; per: PerReading }
  );

const SEPARATORS = '、；;，,。\n|';
const BRACKETS: Record<string, 'open' | 'close'> = { '(': 'open', ')': 'close' };
const NUMBER_START = /[\d零〇一二两三四五六七八九十百千]/;
/** Figures after these belong to a name: G20, 第3期, A-1. */
const NAME_BEFORE = /[A-Za-z第#№_之]/;
const ENDS_FIGURE = /[、；;，,。\n|()*=/:+\-\d≤≥<>]/;
const MOBILE_NUMBER = /^1[3-9]\d{9}$/;
const ORDINAL_UNITS = new Set(valueLexicon.phrases.ordinalUnits);
const NONE_OF = new RegExp(
  `^[0零][\\u4e00-\\u9fff]{0,6}?(?:${valueLexicon.phrases.zeroOf.join('|')})(?=$|[、；;，,。0零)])`,
);
const MAX_NONE_OF = 12;

/** Words like 五个街道 or 进一步 hold figures too: a Chinese figure counts at the end of its clause, behind an operator, or behind 每…. */
function isChineseQuantity({ unit, operator, figure }: Quantity, ends: boolean, afterPer: boolean): boolean {
  if (unit?.unit === '批' && figure === '1') return false;
  if (ORDINAL_UNITS.has(unit?.unit ?? '') && operator === null && !afterPer) return false;
  return unit?.unit ? ends || operator !== null || afterPer : ends && operator !== null;
}

/** A figure in running words is a quantity only where a unit, an operator or the end of the clause shows it. */
function isQuantity(text: string, quantity: Quantity, afterPer: boolean): boolean {
  const { unit, operator, chinese, figure, end } = quantity;
  const next = text.charAt(end);
  const ends = next === '' || ENDS_FIGURE.test(next);
  if (chinese) return isChineseQuantity(quantity, ends, afterPer);
  if (unit?.unit) return true;
  if (MOBILE_NUMBER.test(figure)) return false;
  return ends || operator !== null;
}

/** 零投诉, 0事故: none of something. */
function noneOf(text: string, start: number): Quantity | null {
  if (!NONE_OF.test(text.slice(start, start + MAX_NONE_OF))) return null;
  const { quantity } = readQuantity('0', 0, 0);
  return quantity && { ...quantity, start, end: start + 1 };
}

/** A figure right behind a letter or 第 belongs to a name. */
const isNamed = (text: string, at: number, words: number): boolean =>
  at > words && NAME_BEFORE.test(text.charAt(at - 1));

interface Around {
  /** 每… stands before it in the clause. */
  afterPer: boolean;
  /** The indicator is a cost. */
  expectsMoney: boolean;
}

/** The date, 每… or quantity that begins at `at`; else where reading goes on. `words` is where the words before it begin. */
function valueAt(text: string, at: number, words: number, around: Around): TargetToken | number {
  const named = isNamed(text, at, words);
  const date = named ? null : readDate(text, at, around.expectsMoney);
  if (date) return { type: 'date', start: date.start, end: date.end, date };
  const per = readPer(text, at);
  if (per) return { type: 'per', start: per.start, end: per.end, per };
  if (!NUMBER_START.test(text.charAt(at))) return at + 1;
  if (named) return readNumber(text, at).skip;
  const { quantity, skip } = readQuantity(text, at, words);
  if (quantity && isQuantity(text, quantity, around.afterPer)) {
    return { type: 'quantity', start: quantity.start, end: quantity.end, quantity };
  }
  const zero = noneOf(text, at);
  return zero ? { type: 'quantity', start: at, end: at + 1, quantity: zero } : Math.max(skip, at + 1);
}

function markAt(text: string, at: number): TargetToken | null {
  const char = text.charAt(at);
  const type = SEPARATORS.includes(char) ? 'separator' : BRACKETS[char];
  return type ? { type, start: at, end: at + 1 } : null;
}

/**
 * One pass from left to right: dates, 每…, quantities, separators, brackets, and the words between them. Every look-up is bounded,
 * so the time grows with the length of the text.
 */
export function tokensOf(text: string, expectsMoney: boolean): TargetToken[] {
  const tokens: TargetToken[] = [];
  let words = 0;
  let afterPer = false;
  for (let at = 0; at < text.length; ) {
    const found = markAt(text, at) ?? valueAt(text, at, words, { afterPer, expectsMoney });
    if (typeof found === 'number') {
      at = found;
      continue;
    }
    if (found.start > words) tokens.push({ type: 'words', start: words, end: found.start });
    tokens.push(found);
    if (found.type === 'per') afterPer = true;
    else if (found.type === 'separator') afterPer = false;
    words = found.end;
    at = found.end;
  }
  if (words < text.length) tokens.push({ type: 'words', start: words, end: text.length });
  return tokens;
}
