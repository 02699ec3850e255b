import Big from 'big.js';
import type { Operator } from '../../../src/model/target.js';
import { readNumber } from './number-reader.js';
import { inclusiveRemark, operatorBetween } from './operator-reader.js';
import { readBracketedUnit, readUnit, readWholeUnit, type UnitReading } from './unit-reader.js';

/** A figure with its unit, without the operators around it. */
export interface ReadFigure {
  start: number;
  end: number;
  /** Decimal string as printed, without separators. */
  figure: string;
  /** In printed units; differs from `figure` where a second scale is printed: 3万5千. */
  amount: Big;
  chinese: boolean;
  unit: UnitReading | null;
  /** 余, 多 */
  operator: Operator | null;
}

const PER_HUNDRED: Record<string, string> = { 百分之: '%', 千分之: '‰' };
const WHOLLY = /百分之?百/y;

/** 百分之九十, 百分之百: the unit stands before the figure. */
function readPerHundred(text: string, start: number): ReadFigure | null {
  if (text.charAt(start + 1) !== '分') return null;
  const percent = readWholeUnit('%');
  WHOLLY.lastIndex = start;
  const wholly = WHOLLY.exec(text)?.[0];
  if (wholly !== undefined && percent) {
    const end = start + wholly.length;
    const unit = { ...percent, start, end };
    return { start, end, figure: '100', amount: new Big(100), chinese: false, unit, operator: null };
  }
  const sign = PER_HUNDRED[text.slice(start, start + 3)];
  const number = sign === undefined ? null : readNumber(text, start + 3).reading;
  const unit = sign === undefined ? null : readWholeUnit(sign);
  if (!number || !unit) return null;
  const { end, figure } = number;
  const printed = { ...unit, start, end: start + 3 };
  return { start, end, figure, amount: new Big(figure), chinese: false, unit: printed, operator: null };
}

/** `3万5千元`: after a bare scale word a smaller scaled number may follow. */
function readCompound(text: string, first: ReadFigure): ReadFigure {
  if (!first.unit || first.unit.unit !== null || first.chinese) return first;
  const next = readNumber(text, first.end).reading;
  if (!next || next.chinese) return first;
  const unit = readUnit(text, next.end);
  if (!unit || unit.factor.gte(first.unit.factor)) return first;
  const amount = first.amount.plus(new Big(next.figure).times(unit.factor).div(first.unit.factor));
  return { ...first, end: unit.end, amount, unit: { ...unit, factor: first.unit.factor } };
}

/** The unit behind a number, with 余 or 多 before it (160余次) or within it (10万余元), or in brackets behind a scale (100万(条)). */
function readUnitBehind(text: string, end: number): { unit: UnitReading | null; operator: Operator | null } {
  const before = operatorBetween(text, end);
  const remark = inclusiveRemark(text, end);
  const at = before?.end ?? end + remark;
  const unit = readUnit(text, at) ?? readBracketedUnit(text, at);
  if (!unit || before || unit.unit !== null)
    return { unit, operator: unit && before ? before.operator : null };
  const bracketed = readBracketedUnit(text, unit.end);
  if (bracketed?.unit) {
    return {
      unit: { ...bracketed, start: unit.start, factor: bracketed.factor.times(unit.factor) },
      operator: null,
    };
  }
  const within = operatorBetween(text, unit.end);
  const rest = within && readUnit(text, within.end);
  if (!within || !rest) return { unit, operator: null };
  const whole = { ...rest, start: unit.start, factor: rest.factor.times(unit.factor) };
  return { unit: whole, operator: within.operator };
}

/** The figure that begins at `start`; `skip` is where reading goes on where there is none. */
export function readFigure(text: string, start: number): { figure: ReadFigure | null; skip: number } {
  const perHundred = readPerHundred(text, start);
  if (perHundred) return { figure: perHundred, skip: perHundred.end };
  const { reading, skip } = readNumber(text, start);
  if (!reading) return { figure: null, skip };
  const { unit, operator } = readUnitBehind(text, reading.end);
  const end = unit?.end ?? reading.end;
  const { figure, chinese } = reading;
  const read = { start, end, figure, amount: new Big(figure), chinese, unit, operator };
  return { figure: readCompound(text, read), skip };
}
