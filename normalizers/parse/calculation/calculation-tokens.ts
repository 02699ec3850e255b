import Big from 'big.js';
import { readNumber } from '../quantity/number-reader.js';
import { readPer } from '../quantity/per-reader.js';
import { readBracketedUnit, readUnit, type UnitReading } from '../quantity/unit-reader.js';
import type { ValueText } from '../quantity/value-text.js';

/** A figure with its unit inside a calculation: `12（人）`, `0.1万元/个`, `3000`. */
export interface AmountToken {
  start: number;
  end: number;
  /** As printed, without separators. */
  figure: string;
  unit: UnitReading | null;
  /** 每人每月 before the figure: further denominators of a price. */
  pers: string[];
}

export type CalculationToken = { start: number; end: number } & (
  | { type: 'amount'; amount: AmountToken }
  | { type: 'operator'; operator: '*' | '+' | '-' | '/' | '=' }
  | { type: 'separator' | 'open' | 'close' | 'words' }
);

const SEPARATORS = '、；;，,。\n|';
const OPERATORS: Record<string, '*' | '+' | '/' | '='> = { '*': '*', '+': '+', '/': '/', '=': '=' };
const MAX_PERS = 4;
/** Figures behind a letter, 第, or a dash or dot within a code belong to a name. */
const NAME_BEFORE = /[A-Za-z第#№_]$|[A-Za-z\d][.-]$/;
/** A figure without a unit counts only beside an operator or bracket. */
const BESIDE = /[*+=/()xX]/;
const YEAR = /^(?:19|20)\d{2}$/;
const TIMES_LETTER = /[xX]/;
const FIGURE_START = /[\d(]/;

function amountAt(text: string, start: number, pers: string[]): { amount: AmountToken | null; skip: number } {
  const { reading, skip } = readNumber(text, start);
  if (!reading || reading.chinese) return { amount: null, skip };
  const unit = readUnit(text, reading.end) ?? readBracketedUnit(text, reading.end);
  const isYear = YEAR.test(reading.figure) && unit?.unit === '年';
  const bare = !unit && !BESIDE.test(text.charAt(start - 1)) && !BESIDE.test(text.charAt(reading.end));
  if (isYear || bare) return { amount: null, skip: unit?.end ?? skip };
  return { amount: { start, end: unit?.end ?? reading.end, figure: reading.figure, unit, pers }, skip };
}

/** A dash is a minus only right between two figures; between words it is punctuation. */
function isMinus(text: string, at: number, before: CalculationToken | undefined): boolean {
  return text.charAt(at) === '-' && followsFigure(at, before) && FIGURE_START.test(text.charAt(at + 1));
}

function followsFigure(at: number, before: CalculationToken | undefined): boolean {
  return before?.end === at && (before.type === 'amount' || before.type === 'close');
}

function isTimesLetter(text: string, at: number, before: CalculationToken | undefined): boolean {
  return (
    TIMES_LETTER.test(text.charAt(at)) && followsFigure(at, before) && FIGURE_START.test(text.charAt(at + 1))
  );
}

/** The separator, bracket or operator at `at`; `before` is the token that ends there. */
function markAt(text: string, at: number, before: CalculationToken | undefined): CalculationToken | null {
  const span = { start: at, end: at + 1 };
  const char = text.charAt(at);
  if (SEPARATORS.includes(char)) return { ...span, type: 'separator' };
  if (char === '(') return { ...span, type: 'open' };
  if (char === ')') return { ...span, type: 'close' };
  if (isTimesLetter(text, at, before)) return { ...span, type: 'operator', operator: '*' };
  if (isMinus(text, at, before)) return { ...span, type: 'operator', operator: '-' };
  const operator = OPERATORS[char];
  return operator ? { ...span, type: 'operator', operator } : null;
}

/** One pass from left to right; words are what lies between. */
export function calculationTokens({ text }: ValueText): CalculationToken[] {
  const tokens: CalculationToken[] = [];
  let words = 0;
  let pers: string[] = [];
  const push = (token: CalculationToken): number => {
    if (token.start > words) tokens.push({ type: 'words', start: words, end: token.start });
    tokens.push(token);
    if (token.type === 'separator' || token.type === 'amount') pers = [];
    words = token.end;
    return token.end;
  };
  for (let at = 0; at < text.length; ) {
    const mark = markAt(text, at, words === at ? tokens.at(-1) : undefined);
    const per = mark ? null : readPer(text, at);
    if (mark) at = push(mark);
    else if (per) {
      pers = [...pers.slice(0, MAX_PERS - 1), per.unit];
      at = per.end;
    } else {
      const { amount, skip } = amountAt(text, at, pers);
      const named = at > words && NAME_BEFORE.test(text.slice(Math.max(0, at - 2), at));
      at =
        amount && !named
          ? push({ type: 'amount', start: at, end: amount.end, amount })
          : Math.max(skip, at + 1);
    }
  }
  if (words < text.length) tokens.push({ type: 'words', start: words, end: text.length });
  return tokens;
}

/** Figure times scale: 20万份 → 200000. */
export const amountValue = ({ figure, unit }: AmountToken): Big => new Big(figure).times(unit?.factor ?? 1);
