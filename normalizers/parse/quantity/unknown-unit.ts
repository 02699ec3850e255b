import Big from 'big.js';
import { operatorAfter } from './operator-reader.js';
import { readUnit, type UnitReading } from './unit-reader.js';
import { valueLexicon } from './value-lexicon.js';

/** 航次, 标准箱（个）, /人（次）, dpi: what a unit no list knows looks like. */
const WORD =
  /\/?[\u4e00-\u9fff]{1,4}(?:\([\u4e00-\u9fff/]{1,4}\))?(?![\u4e00-\u9fff])|[A-Za-z°]{1,4}(?:\/[A-Za-z]{1,4})?(?![A-Za-z])/y;
/** What a column of units holds where there is none. */
const NO_UNIT = /^(无|空|定性|定量|不适用|文字|其他)$/;
const NOT_UNITS = new RegExp(valueLexicon.phrases.notUnits.join('|'), 'u');

const counter = (start: number, end: number, unit: string, factor: Big): UnitReading => ({
  start,
  end,
  unit,
  kind: 'counter',
  factor,
  per: [],
});

/**
 * The word right behind a figure as its unit, where it stands alone up to `end` (of its clause) and is no state or deed (合格,
 * 完成); `scale` is the scale word before it. Null where it is no unit.
 */
export function unknownUnit(
  text: string,
  start: number,
  end: number,
  scale: UnitReading | null,
): UnitReading | null {
  const word = wordAt(text, start);
  if (word === null || word === '' || NOT_UNITS.test(word)) return null;
  const stop = start + word.length;
  if (stop !== end && operatorAfter(text, stop)?.end !== end) return null;
  return counter(scale?.start ?? start, stop, word, scale?.factor ?? new Big(1));
}

/** A word before 以上, 以内 is not longer than up to it. */
function wordAt(text: string, start: number): string | null {
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0];
  if (word === undefined) return null;
  for (let length = 1; length < word.length; length++) {
    if (operatorAfter(text, start + length)) return word.slice(0, length);
  }
  return operatorAfter(text, start) ? null : word;
}

/** What a column of units prints that no list knows: all of it is the unit, behind a scale word. Null where it is known. */
export function unknownColumnUnit(text: string): UnitReading | null {
  const known = readUnit(text, 0);
  const end = known?.end ?? 0;
  const rest = text.slice(end);
  if (!/^[\u4e00-\u9fffA-Za-z]/.test(rest) || NO_UNIT.test(rest) || operatorAfter(text, end)) return null;
  const isScale = known !== null && known.unit === null;
  return counter(0, text.length, isScale ? rest : text, isScale ? known.factor : new Big(1));
}
