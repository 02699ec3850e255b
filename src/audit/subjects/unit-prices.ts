import Big from 'big.js';
import type { Indicator } from '../../model/disclosure.js';
import { oncePerText } from '../texts/once-per-text.js';
import { priceWords } from '../texts/price-words.js';
import { topicOf } from '../texts/project-words.js';
import { isCostIndicator } from './cost-target.js';
import { bareName } from './indicator-name.js';
import { oncePer } from './once-per.js';
import { type NamedQuantity, promisedQuantities } from './quantity.js';
import type { FormEntry } from './subject.js';

/** What one of something costs: `≤2500元/家`, or 每家检查成本 `≤2500元`. */
export interface UnitPrice {
  indicator: Indicator;
  /** 元. */
  value: Big;
  /** What is counted: 家, 箱; null where only the word 单价 says that it is a price. */
  unit: string | null;
  /** How often a year it is paid; null where the form does not tell (by the day, for a meeting). */
  times: number | null;
  /** ≤ or ＜. */
  isCeiling: boolean;
}

export type PromisedQuantity = NamedQuantity & { indicator: Indicator };

export interface PricedQuantity {
  price: UnitPrice;
  quantity: PromisedQuantity;
}

const TIMES: Record<string, number> = { 年: 1, 季度: 4, 月: 12 };
const PERIODS = /^(天|日|周|小时|半天|工作日|课时|学时|学期)$/;
/** Counted by the time it happens: beside another unit it is a period, alone it is what is counted. */
const OCCASIONS = /^(次|场|期|班|届)$/;

/** The prices of one thing among an entry's targets of the year; the highest a recipient may get is none. */
export const unitPrices = oncePer((entry: FormEntry): UnitPrice[] =>
  entry.indicators.flatMap((indicator) => {
    const { parsed, horizon, name } = indicator;
    if (horizon !== 'annual' || parsed.quantity === null || isLower(indicator)) return [];
    const counted = countedBy(indicator);
    if (!counted) return [];
    const isCeiling = parsed.operator === '<=' || parsed.operator === '<';
    if (isCeiling && priceWords().ceiling.test(name)) return [];
    return [{ indicator, value: new Big(parsed.quantity), isCeiling, ...counted }];
  }),
);

const isLower = ({ parsed: { operator } }: Indicator): boolean => operator === '>=' || operator === '>';

function countedBy(indicator: Indicator): Pick<UnitPrice, 'unit' | 'times'> | null {
  const { kind, measure } = indicator.parsed;
  const name = bareName(indicator.name);
  if (kind === 'price' && measure?.startsWith('元/')) return byMeasure(measure.split('/').slice(1), name);
  return kind === 'money' && measure === '元' && isCostIndicator(indicator) ? byName(indicator.name) : null;
}

function byMeasure(per: string[], name: string): Pick<UnitPrice, 'unit' | 'times'> | null {
  const things = per.filter((unit) => !(unit in TIMES) && !PERIODS.test(unit) && !OCCASIONS.test(unit));
  const occasions = per.filter((unit) => OCCASIONS.test(unit));
  const [unit, another] = things.length > 0 ? things : occasions;
  if (unit === undefined || another !== undefined) return null;
  const periods = per.filter((each) => each !== unit);
  return { unit, times: periods.length > 0 ? timesOf(periods) : timesIn(name) };
}

/** 年 → 1, 月 → 12; a day or a meeting is paid nobody knows how often. */
const timesOf = (periods: string[]): number | null =>
  periods.reduce<number | null>((times, period) => {
    const more = TIMES[period];
    return times === null || more === undefined ? null : times * more;
  }, 1);

function timesIn(name: string): number | null {
  if (priceWords().months.test(name)) return 12;
  return priceWords().unknown.test(name) ? null : 1;
}

function byName(printed: string): Pick<UnitPrice, 'unit' | 'times'> | null {
  const name = printed.normalize('NFKC').replace(/\s/g, '');
  const { each, last } = priceWords().units;
  const units = [...name.matchAll(each)].map(([, after, before]) => after ?? before ?? '');
  const atEnd = last.exec(name)?.[1];
  const [unit, another] = [...new Set([...units, ...(atEnd ? [atEnd] : [])])];
  if (unit !== undefined) return { unit, times: another === undefined ? timesIn(name) : null };
  return /单价|均价|单位成本/.test(name) ? { unit: null, times: timesIn(name) } : null;
}

/** Each price with the one quantity it is to be multiplied with: the same unit, and the words of the same thing. */
export const pricedQuantities = oncePer((entry: FormEntry): PricedQuantity[] =>
  unitPrices(entry).flatMap((price) => {
    const quantity = quantityOf(price, entry);
    return quantity ? [{ price, quantity }] : [];
  }),
);

/** Things that are measured, not counted: a form seldom speaks of two of them. */
const MEASURED = /^(平方米|立方米|亩|公顷|公里|米|吨|千瓦时)$/;

function quantityOf(price: UnitPrice, entry: FormEntry): PromisedQuantity | null {
  const candidates = promisedQuantities(entry).filter(
    ({ unit, indicator }) =>
      !isCostIndicator(indicator) && unit !== '' && (price.unit === null || isSameUnit(unit, price.unit)),
  );
  const words = pairsIn(price.indicator.name);
  const named = candidates.filter(({ labels }) => labels.some((label) => isShared(words, pairsIn(label))));
  const [only, another] = named.length > 0 ? named : candidates;
  if (!only || another) return null;
  if (named.length > 0) return only;
  if (price.unit === null) return null;
  if (words.size === 0 || MEASURED.test(price.unit)) return only;
  const topic = pairsIn(topicOf(entry.project?.name ?? ''));
  return isShared(words, topic) && isShared(pairsIn(only.indicator.name), topic) ? only : null;
}

const SAME_UNIT: Record<string, string> = {
  名: '人',
  位: '人',
  册: '份',
  本: '份',
  台套: '台',
  套: '台',
  度: '千瓦时',
};
const isSameUnit = (a: string, b: string): boolean => (SAME_UNIT[a] ?? a) === (SAME_UNIT[b] ?? b);

/** Pairs of signs in the words that tell which thing is meant. */
const pairsIn = oncePerText((name): Set<string> => {
  const pieces = bareName(name)
    .replace(priceWords().filler, '|')
    .replace(/[\p{P}\p{S}\s]/gu, '|')
    .split('|');
  return new Set(
    pieces.flatMap((piece) =>
      Array.from({ length: Math.max(0, piece.length - 1) }, (_, at) => piece.slice(at, at + 2)),
    ),
  );
});

/** Whether two names have words of a thing in common; 经费, 数量, 采购 name none. */
export const namesSame = (a: string, b: string): boolean => isShared(pairsIn(a), pairsIn(b));

/** Whether a name has no words of a thing but those of the other. */
export const namesAlone = (name: string, thing: string): boolean =>
  [...pairsIn(name)].every((pair) => pairsIn(thing).has(pair));

const isShared = (a: Set<string>, b: Set<string>): boolean => [...a].some((pair) => b.has(pair));
