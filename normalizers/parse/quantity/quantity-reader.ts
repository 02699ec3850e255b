import type Big from 'big.js';
import type { Operator } from '../../../src/model/target.js';
import { type ReadFigure, readFigure } from './figure-reader.js';
import { operatorAfter, operatorsBefore } from './operator-reader.js';
import type { UnitReading } from './unit-reader.js';

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
  /** In printed units; differs from `figure` where a second scale is printed: 3万5千. */
  amount: Big;
  chinese: boolean;
  unit: UnitReading | null;
  /** Range: the upper end. */
  upper: { figure: string; amount: Big; unit: UnitReading | null } | null;
}

const RANGE_DASH = /(?:-{1,2}|~|至|到)/y;
const BEFORE_MINUS = /[≥≤<>=≈(:,，;；、]/;

interface Upper {
  figure: ReadFigure;
  lowerUnit: UnitReading | null;
}

/** 5-10次, 80%至90%, 2万-3万元: the lower end has the unit of the upper where it prints none of its own. */
function readUpper(text: string, lower: ReadFigure): Upper | null {
  RANGE_DASH.lastIndex = lower.end;
  const dash = RANGE_DASH.exec(text)?.[0];
  if (dash === undefined || lower.chinese) return null;
  const { figure } = readFigure(text, lower.end + dash.length);
  if (!figure || figure.chinese || figure.operator) return null;
  if (lower.unit === null) return { figure, lowerUnit: figure.unit };
  if (lower.unit.unit === null && figure.unit) {
    return { figure, lowerUnit: { ...figure.unit, factor: lower.unit.factor } };
  }
  return lower.unit.unit === figure.unit?.unit ? { figure, lowerUnit: lower.unit } : null;
}

/** A dash is a minus at the head of the text and behind operators and separators. */
const isNegative = (text: string, start: number, from: number): boolean =>
  text.charAt(start - 1) === '-' &&
  start > from &&
  (start === 1 || BEFORE_MINUS.test(text.charAt(start - 2)));

/**
 * The quantity whose figure begins at `start`. Operators (and a minus) before it are taken back to `from`; `skip` tells where reading goes
 * on when there is none.
 */
export function readQuantity(
  text: string,
  start: number,
  from: number,
): { quantity: Quantity | null; skip: number } {
  const { figure, skip } = readFigure(text, start);
  if (!figure) return { quantity: null, skip };
  const upper = readUpper(text, figure);
  const negative = !figure.chinese && isNegative(text, start, from);
  const before = operatorsBefore(text, from, negative ? start - 1 : start);
  const end = upper ? upper.figure.end : figure.end;
  const after = operatorAfter(text, end);
  const said = [...before.found, figure.operator, after?.operator ?? null].filter((one) => one !== null);
  const strong = new Set(said.filter((one) => one !== '='));
  return {
    skip,
    quantity: {
      start: before.start,
      end: after?.end ?? end,
      operator: [...strong][0] ?? said[0] ?? null,
      operatorsDisagree: strong.size > 1,
      figure: `${negative ? '-' : ''}${figure.figure}`,
      amount: negative ? figure.amount.times(-1) : figure.amount,
      chinese: figure.chinese,
      unit: upper ? upper.lowerUnit : figure.unit,
      upper: upper && { figure: upper.figure.figure, amount: upper.figure.amount, unit: upper.figure.unit },
    },
  };
}
