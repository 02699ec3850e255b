import Big from 'big.js';
import type { Indicator } from '../../model/disclosure.js';
import type { Operator, Target } from '../../model/target.js';
import { joinedText } from '../texts/joined-text.js';
import { oncePerText } from '../texts/once-per-text.js';
import { oncePer } from './once-per.js';
import { coreOf } from './quantity.js';
import type { FormEntry } from './subject.js';

/** One figure an indicator asks for, with the words that name it. */
export interface NamedTarget {
  entry: FormEntry;
  indicator: Indicator;
  /** The indicator's name, or the part of it this figure belongs to. */
  name: string;
  /** The words that name the thing, as they are compared. */
  key: string;
  /** In the base measure. */
  value: Big;
  /** Base measure without its year: `份`, `%`, `元`. */
  unit: string;
  operator: Operator | null;
  /** As printed: `≥15份`. */
  printed: string;
}

const FIGURES = new Set<Target['kind']>(['number', 'frequency', 'percent', 'money', 'price', 'duration']);

/** The figures of an entry's indicators; a row of several names and as many figures is taken apart. */
export const namedTargets = oncePer((entry: FormEntry): NamedTarget[] =>
  entry.indicators.flatMap((indicator) =>
    partsOf(indicator).flatMap(({ target, name }) => {
      const { quantity, measure, operator, raw, kind } = target;
      if (quantity === null || !FIGURES.has(kind) || target.upper !== undefined) return [];
      const unit = (measure ?? '').replace(/\/年$/, '');
      const grows = unit === '%' && /增长|增速|增幅/.test(raw) && !/增/.test(name) ? '增长' : '';
      const key = thingOf(name) + grows;
      const named = { entry, indicator, name, key, unit, operator, printed: raw.trim() };
      return [{ ...named, value: new Big(quantity) }];
    }),
  ),
);

function partsOf({ name, target, parsed }: Indicator): { target: Target; name: string }[] {
  if (parsed.kind !== 'multi') return [{ target: { ...parsed, raw: target ?? parsed.raw }, name }];
  const parts = parsed.parts ?? [];
  const names = name.split(/[；;、，,]/).filter((piece) => piece.trim() !== '');
  return parts.flatMap((part, index) => {
    const own = part.label || (names.length === parts.length ? names[index] : undefined);
    return own ? [{ target: part, name: own }] : [];
  });
}

const FILLERS =
  /\d{4}年度?|上半年|下半年|(较|比)(上年|去年|上一年)度?|同比|环比|进行|实现|获得|提交|各类|当年|全年|年度|共计|的|对/g;
const LAST = /(增长|提高|下降)(率|幅度|比例|速度|幅)$|(增速|增幅)$/;

/**
 * The words that name a thing, as they are compared: years, fillers and the unit in brackets left out, growth said in one way.
 * 进出口总额较上年增长 and 进出口总额增长率 → 进出口总额增长.
 */
export const thingOf = oncePerText((name): string => {
  const plain = joinedText(name)
    .replace(/^.*[,，;；](?=.{4,}$)/, '')
    .replace(/\([^()]{0,5}\)$/, '')
    .replace(/^其中:?(?=..)/, '')
    .replace(FILLERS, '')
    .replace(LAST, (_, word: string | undefined) => word ?? '增长');
  return coreOf(plain.replace(/[()]/g, ''))
    .replace(/(?<=满意)[度率]$/, '')
    .replace(/总值/g, '总额')
    .replace(/(?<=..)量$/, '');
});

/** The same thing, or one name with one word (two signs) more in front: 外贸进出口总额增长, 进出口总额增长. */
export function isSameOutcome(a: string, b: string): boolean {
  if (isSameThing(a, b)) return true;
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  const before = longer.slice(0, longer.length - shorter.length);
  return (
    shorter.length >= 6 && before.length <= 2 && longer.endsWith(shorter) && !/[不未无非零]/.test(before)
  );
}

/** Two names of the same characters in another order are one: 企业参展, 参展企业. */
export const isSameThing = (a: string, b: string): boolean =>
  a === b || (a.length >= 4 && a.length === b.length && b.includes(a.charAt(0)) && signsOf(a) === signsOf(b));

const signsOf = oncePerText((text): string => [...text].sort().join(''));
