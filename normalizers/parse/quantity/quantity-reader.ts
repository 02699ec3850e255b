import Big from 'big.js';
import type { Operator } from '../../../src/model/target.js';
import { readNumber } from './number-reader.js';
import { readBracketedUnit, readUnit, type UnitReading } from './unit-reader.js';
import { valueLexicon } from './value-lexicon.js';
import { wordList } from './word-list.js';

/** A figure with its unit and operators: `不少于17万份`, `5-10次`, `95%以上`. */
export interface Quantity {
  /** Including operators before and after. */
  start: number;
  end: number;
  operator: Operator | null;
  /** The words before and after the figure say different things: ≥95%以下. */
  operatorsDisagree: boolean;
  /** Decimal string as printed, without separators. */
  figure: string;
  /** Figure times a second scale, 3万5千 → 35000; equals `figure` elsewhere. */
  amount: Big;
  chinese: boolean;
  unit: UnitReading | null;
  /** Range: the upper end. */
  upper: { figure: string; amount: Big; unit: UnitReading | null } | null;
}

const operatorEntries = (table: Partial<Record<Operator, string[]>>): (readonly [string, Operator])[] =>
  (Object.entries(table) as [Operator, string[]][]).flatMap(([operator, list]) =>
    list.map((word) => [word, operator] as const),
  );

const BEFORE = wordList(operatorEntries(valueLexicon.operators.before));
const AFTER = wordList(operatorEntries(valueLexicon.operators.after));
const BETWEEN = wordList(operatorEntries(valueLexicon.operators.between));
const RANGE_DASH = /(?:-{1,2}|~|至|到)/y;
const INCLUSIVE_REMARK = /\(含[^()]{0,6}\)/y;
const PER_HUNDRED: Record<string, string> = { 百分之: '%', 千分之: '‰' };
const MAX_STACKED_OPERATORS = 3;

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

interface Bare {
  start: number;
  end: number;
  figure: string;
  amount: Big;
  chinese: boolean;
  unit: UnitReading | null;
  operator: Operator | null;
}

/** `3万5千元`: after a bare scale word a smaller scaled number may follow. */
function readCompound(text: string, first: Bare): Bare {
  if (!first.unit || first.unit.unit !== null || first.chinese) return first;
  const next = readNumber(text, first.end).reading;
  if (!next || next.chinese) return first;
  const unit = readUnit(text, next.end);
  if (!unit || unit.factor.gte(first.unit.factor)) return first;
  const amount = first.amount.plus(new Big(next.figure).times(unit.factor).div(first.unit.factor));
  return { ...first, end: unit.end, amount, unit: { ...unit, factor: first.unit.factor } };
}

/** 百分之九十: the unit stands before the figure. */
function readPerHundred(text: string, start: number): Bare | null {
  const sign = PER_HUNDRED[text.slice(start, start + 3)];
  const number = sign === undefined ? null : readNumber(text, start + 3).reading;
  const unit = sign === undefined ? null : readUnit(sign, 0);
  if (!number || !unit) return null;
  const { end, figure, chinese } = number;
  return {
    start,
    end,
    figure,
    amount: new Big(figure),
    chinese,
    unit: { ...unit, start, end: start + 3 },
    operator: null,
  };
}

function readBare(text: string, start: number): { bare: Bare | null; skip: number } {
  const perHundred = readPerHundred(text, start);
  if (perHundred) return { bare: perHundred, skip: perHundred.end };
  const { reading, skip } = readNumber(text, start);
  if (!reading) return { bare: null, skip };
  const { figure, chinese } = reading;
  const between = BETWEEN.at(text, reading.end);
  const after = between?.end ?? reading.end;
  const direct = readUnit(text, after) ?? readBracketedUnit(text, after);
  const tail = direct && !between ? BETWEEN.at(text, direct.end) : null;
  const unit = tail && direct?.unit === null ? (readUnit(text, tail.end) ?? direct) : direct;
  const scaled =
    unit !== direct && unit && direct ? { ...unit, factor: unit.factor.times(direct.factor) } : unit;
  const approximate = scaled && (between ?? (unit !== direct ? tail : null));
  const bare: Bare = {
    start,
    end: scaled ? scaled.end : reading.end,
    figure,
    amount: new Big(figure),
    chinese,
    unit: scaled,
    operator: approximate ? approximate.value : null,
  };
  return { bare: readCompound(text, bare), skip };
}

function readUpper(text: string, lower: Bare): { bare: Bare; lowerUnit: UnitReading | null } | null {
  const dash = lengthAt(RANGE_DASH, text, lower.end);
  if (dash === 0 || lower.chinese) return null;
  const { bare } = readBare(text, lower.end + dash);
  if (!bare || bare.chinese || bare.operator) return null;
  if (lower.unit === null) return { bare, lowerUnit: bare.unit };
  if (lower.unit.unit === null && bare.unit) {
    return { bare, lowerUnit: { ...bare.unit, factor: lower.unit.factor } };
  }
  return lower.unit.unit === bare.unit?.unit ? { bare, lowerUnit: lower.unit } : null;
}

/** 》 and 《 stand for ≥ and ≤ where they open or close no title. */
function titleMarkOperator(text: string, end: number): Operator | null {
  const char = text.charAt(end - 1);
  if (char === '》' && !text.slice(0, end - 1).includes('《')) return '>=';
  return char === '《' && !text.slice(end).includes('》') ? '<=' : null;
}

/** Operators that end at `end`, nearest first, not reaching before `from`. */
export function operatorsBefore(
  text: string,
  from: number,
  end: number,
): { start: number; found: Operator[] } {
  const found: Operator[] = [];
  let start = end;
  while (found.length < MAX_STACKED_OPERATORS) {
    const at = text.charAt(start - 1) === ':' && found.length === 0 ? start - 1 : start;
    const mark = at > from ? titleMarkOperator(text, at) : null;
    const word = mark ? null : BEFORE.before(text, at);
    if (mark) start = at - 1;
    else if (word && word.start >= from) start = word.start;
    else break;
    found.push(mark ?? word?.value ?? '=');
  }
  return { start, found };
}

function operatorAfter(text: string, at: number): { end: number; operator: Operator | null } {
  const start = at + lengthAt(INCLUSIVE_REMARK, text, at);
  const word = AFTER.at(text, start);
  if (!word || (word.word === '内' && /[部容外科]/.test(text.charAt(word.end))))
    return { end: at, operator: null };
  return { end: word.end + lengthAt(INCLUSIVE_REMARK, text, word.end), operator: word.value };
}

const NEGATIVE_AFTER = /[≥≤<>=≈(:,，;；、]/;

/**
 * The quantity whose figure begins at `start` (or, for `-5%`, whose sign does). Operators before it are taken back to `from`. `skip` tells where
 * reading goes on when there is none.
 */
export function readQuantity(
  text: string,
  start: number,
  from: number,
): { quantity: Quantity | null; skip: number } {
  const { bare, skip } = readBare(text, start);
  if (!bare) return { quantity: null, skip };
  const upper = readUpper(text, bare);
  const negative =
    text.charAt(start - 1) === '-' &&
    start > from &&
    (start === 1 || NEGATIVE_AFTER.test(text.charAt(start - 2))) &&
    !bare.chinese;
  const before = operatorsBefore(text, from, negative ? start - 1 : start);
  const after = operatorAfter(text, upper ? upper.bare.end : bare.end);
  const said = [...before.found, bare.operator, after.operator].filter((one) => one !== null);
  const strong = new Set(said.filter((one) => one !== '='));
  const sign = negative ? '-' : '';
  return {
    skip,
    quantity: {
      start: before.start,
      end: after.end,
      operator: [...strong][0] ?? said[0] ?? null,
      operatorsDisagree: strong.size > 1,
      figure: `${sign}${bare.figure}`,
      amount: negative ? bare.amount.times(-1) : bare.amount,
      chinese: bare.chinese,
      unit: upper ? upper.lowerUnit : bare.unit,
      upper: upper ? { figure: upper.bare.figure, amount: upper.bare.amount, unit: upper.bare.unit } : null,
    },
  };
}
