import { readNumber } from '../quantity/number-reader.js';
import { type Quantity, readQuantity } from '../quantity/quantity-reader.js';
import { type DateReading, readDate } from './date-reader.js';
import { type PerReading, readPer } from './per-reader.js';

interface Span {
  start: number;
  end: number;
}

export type Token = Span &
  (
    | { type: 'words' | 'separator' | 'open' | 'close' }
    | { type: 'quantity'; quantity: Quantity }
    | { type: 'date'; date: DateReading }
    | { type: 'per'; per: PerReading }
  );

const SEPARATORS = '、；;，,。\n|';
const NUMBER_START = /[\d零〇一二两三四五六七八九十百千]/;
/** Figures after these belong to a name: G20, 第3期, A-1. */
const NAME_BEFORE = /[A-Za-z第#№_]/;
const ENDS_FIGURE = /[、；;，,。\n|()*=/:-]/;
const MOBILE_NUMBER = /^1[3-9]\d{9}$/;
const ZERO = /^(?:0|零)$/;
const MAX_WORDS_AFTER_ZERO = 8;

/** A figure in running words is a quantity only where a unit, an operator or the end of the clause shows it. */
function isQuantity(text: string, quantity: Quantity): boolean {
  const { unit, operator, chinese, figure, end } = quantity;
  const next = text.charAt(end);
  const ends = next === '' || ENDS_FIGURE.test(next);
  if (unit?.weak) return ends || operator !== null;
  if (unit?.unit) return !(chinese && figure === '1' && unit.unit === '批');
  if (chinese) return ends && operator !== null;
  if (MOBILE_NUMBER.test(figure)) return false;
  return ends || operator !== null;
}

function zeroBefore(text: string, start: number): Quantity | null {
  const rest = text.slice(start + 1, start + 2 + MAX_WORDS_AFTER_ZERO);
  if (
    !ZERO.test(text.charAt(start)) ||
    !/^[\u4e00-\u9fff]+$/.test(rest) ||
    rest.length > MAX_WORDS_AFTER_ZERO
  )
    return null;
  return readQuantity('0', 0, 0).quantity;
}

/**
 * One pass from left to right: dates, 每…, quantities, separators, brackets, and the words between them. Every look-up is bounded,
 * so the time grows with the length of the text.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let words = 0;
  const push = (token: Token): void => {
    if (token.start > words) tokens.push({ type: 'words', start: words, end: token.start });
    tokens.push(token);
    words = token.end;
  };
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    if (SEPARATORS.includes(char)) push({ type: 'separator', start: at, end: ++at });
    else if (char === '(') push({ type: 'open', start: at, end: ++at });
    else if (char === ')') push({ type: 'close', start: at, end: ++at });
    else at = readValue(text, at, words, push);
  }
  if (words < text.length) tokens.push({ type: 'words', start: words, end: text.length });
  return tokens;
}

/** Reads what begins at `at`; answers where reading goes on. */
function readValue(text: string, at: number, words: number, push: (token: Token) => void): number {
  const date = NAME_BEFORE.test(text.charAt(at - 1)) && at > words ? null : readDate(text, at);
  if (date) {
    push({ type: 'date', start: date.start, end: date.end, date });
    return date.end;
  }
  const per = readPer(text, at);
  if (per) {
    push({ type: 'per', start: per.start, end: per.end, per });
    return per.end;
  }
  if (!NUMBER_START.test(text.charAt(at))) return at + 1;
  if (at > words && NAME_BEFORE.test(text.charAt(at - 1))) return readNumber(text, at).skip;
  const { quantity, skip } = readQuantity(text, at, words);
  if (quantity && isQuantity(text, quantity)) {
    push({ type: 'quantity', start: quantity.start, end: quantity.end, quantity });
    return quantity.end;
  }
  const zero = at === words ? zeroBefore(text, at) : null;
  if (zero) {
    const placed = { ...zero, start: at, end: at + 1 };
    push({ type: 'quantity', start: at, end: at + 1, quantity: placed });
    return placed.end;
  }
  return Math.max(skip, at + 1);
}
