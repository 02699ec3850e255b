import Big from 'big.js';
import { operatorAfter } from './operator-reader.js';
import { type UnitKind, valueLexicon } from './value-lexicon.js';
import { type WordMatch, wordList } from './word-list.js';

/** A unit as printed after a figure: `万份`, `元/人/月`, `%`. */
export interface UnitReading {
  start: number;
  end: number;
  /** Base unit of the numerator; null for a scale word alone (20万). */
  unit: string | null;
  kind: UnitKind | null;
  /** What one printed unit is in base units: 万份 → 10000, 公里 → 1000. */
  factor: Big;
  /** Units of the denominators, canonical: 元/人/月 → 人, 月. */
  per: string[];
}

interface UnitSpelling {
  unit: string;
  kind: UnitKind;
  factor: Big;
  weak: boolean;
}

const SPELLINGS: (readonly [string, UnitSpelling])[] = valueLexicon.units.flatMap(
  ({ unit, kind, weak = false, spellings }) =>
    Object.entries(spellings).map(
      ([spelling, size]) => [spelling, { unit, kind, factor: new Big(size), weak }] as const,
    ),
);
const UNITS = wordList(SPELLINGS);
const STRONG = wordList(SPELLINGS.filter(([, { weak }]) => !weak));
const IDEOGRAPH = /[\u4e00-\u9fff]/;
const LETTER = /[A-Za-z]/;
/** Without 人/次 for 人次: behind a price each stroke is a denominator. */
const DENOMINATORS = wordList(SPELLINGS.filter(([spelling]) => !spelling.includes('/')));
/** 元/生, 元/床位: a thing of any name, up to the next stroke or mark. */
const UNKNOWN_DENOMINATOR = /[\u4e00-\u9fff]{1,4}(?=$|[/·)(、，,；;。\n])/y;
const SCALES = wordList(
  Object.entries(valueLexicon.scales).map(([word, size]) => [word, new Big(size)] as const),
);
const MAX_DENOMINATORS = 3;
/** Person-time written as one word is two denominators: 元/人月 = 元/人/月. */
const PERSON_TIME: Record<string, string[]> = { 人天: ['人', '天'], 人月: ['人', '月'], 人年: ['人', '年'] };

/** The unit that begins at `start`, without scale and denominators. */
export function unitAt(text: string, start: number): { end: number; unit: string; kind: UnitKind } | null {
  const found = UNITS.at(text, start);
  return found && { end: found.end, unit: found.value.unit, kind: found.value.kind };
}

/** A weak unit counts only where no word goes on behind it: 3村 but not 3村民, 5个村以上; so does one in letters: L but not Lux. */
function spellingAt(text: string, start: number): WordMatch<UnitSpelling> | null {
  const found = UNITS.at(text, start);
  if (found && LETTER.test(text.charAt(found.end - 1)) && LETTER.test(text.charAt(found.end))) return null;
  if (!found?.value.weak) return found;
  const goesOn = IDEOGRAPH.test(text.charAt(found.end)) && !operatorAfter(text, found.end);
  return goesOn ? STRONG.at(text, start) : found;
}

function readNumerator(text: string, start: number): UnitReading | null {
  const direct = spellingAt(text, start);
  if (direct) {
    const { unit, kind, factor } = direct.value;
    return { start, end: direct.end, unit, kind, factor, per: [] };
  }
  const scale = SCALES.at(text, start);
  if (!scale) return null;
  const scaled = spellingAt(text, scale.end);
  if (!scaled) {
    return { start, end: scale.end, unit: null, kind: null, factor: scale.value, per: [] };
  }
  const { unit, kind, factor } = scaled.value;
  return { start, end: scaled.end, unit, kind, factor: scale.value.times(factor), per: [] };
}

function separatorLength(text: string, at: number, inDenominator: boolean): number {
  if (text.startsWith('/每', at)) return 2;
  const char = text.charAt(at);
  if (char === '/' || char === '每') return 1;
  return inDenominator && (char === '·' || char === '.' || char === '*') ? 1 : 0;
}

interface Denominator {
  end: number;
  per: string[];
}

function unknownDenominator(text: string, at: number): Denominator | null {
  UNKNOWN_DENOMINATOR.lastIndex = at;
  const name = UNKNOWN_DENOMINATOR.exec(text)?.[0];
  return name === undefined ? null : { end: at + name.length, per: [name] };
}

/** One denominator; what is larger than its base unit (公里, 万人) keeps its name, so that the price keeps its size. */
function readDenominator(text: string, at: number, first: boolean): Denominator | null {
  const length = separatorLength(text, at, !first);
  if (length === 0 && first) return null;
  const start = at + length;
  const direct = DENOMINATORS.at(text, start);
  const scale = direct ? null : SCALES.at(text, start);
  const unit = scale ? DENOMINATORS.at(text, scale.end) : direct;
  if (!unit) return text.charAt(at) === '/' ? unknownDenominator(text, start) : null;
  if (length === 0 && unit.value.kind !== 'time' && unit.value.unit !== '人') return null;
  const name = `${scale?.word ?? ''}${unit.value.factor.eq(1) ? unit.value.unit : unit.word}`;
  return { end: unit.end, per: PERSON_TIME[name] ?? [name] };
}

/** The unit that begins at `start`: scale, unit and denominators (`/人/月`, `每人每天`, `/人·月`); null where none does. */
export function readUnit(text: string, start: number): UnitReading | null {
  const reading = readNumerator(text, start);
  if (!reading) return null;
  for (let count = 0; count < MAX_DENOMINATORS; count++) {
    const next = readDenominator(text, reading.end, count === 0);
    if (!next) break;
    reading.per.push(...next.per);
    reading.end = next.end;
  }
  return reading;
}

/** A unit in brackets: `（元/人/月）`. Null where the brackets hold anything else. */
export function readBracketedUnit(text: string, start: number): UnitReading | null {
  if (text.charAt(start) !== '(') return null;
  const reading = readUnit(text, start + 1);
  return reading && text.charAt(reading.end) === ')' ? { ...reading, start, end: reading.end + 1 } : null;
}

/** The whole of `text` as one unit; null where something is left over. */
export function readWholeUnit(text: string): UnitReading | null {
  const reading = readUnit(text, 0);
  return reading && reading.end === text.length ? reading : null;
}

/** Base measure with its denominators: `元/人/月`; null for a scale word alone. */
export function measureOf(unit: UnitReading): string | null {
  return unit.unit === null ? null : [unit.unit, ...unit.per].join('/');
}
