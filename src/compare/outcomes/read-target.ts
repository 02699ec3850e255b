import type { CycleIndicator } from '../../model/cycle.js';

/** A target as it is stored. */
export type Promised = Pick<
  CycleIndicator,
  'target' | 'kind' | 'operator' | 'value' | 'quantity' | 'measure' | 'level2' | 'name'
>;

/** Between which figures an actual value keeps a target, and in which direction more is better. */
export interface Bounds {
  least: number | null;
  most: number | null;
  direction: 'up' | 'down' | null;
  /** The bound itself does not keep it (>, <). */
  isOpen: boolean;
}

const FIGURES = new Set(['number', 'percent', 'money', 'price', 'frequency', 'duration', 'range', 'ratio']);
/** Names of what should be small where no sign says so. */
const THE_LESS_THE_BETTER =
  /(成本|单价|投诉|事故|发生|死亡|缺陷|差错|误差|故障|流失|违规|超支|逾期)(率|数|次数|人数|件数|量)?$/;

/** The figures a target bounds; null where it is none of figures. A figure without a sign is a least one, of costs a most one. */
export function boundsOf(target: Promised): Bounds | null {
  const { kind, quantity, operator, level2, name } = target;
  if (quantity === null || !FIGURES.has(kind)) return null;
  if (kind === 'range') return rangeOf(target);
  const saysNothing = operator === null || operator === '=' || operator === '≈';
  const isLess =
    operator === '<=' ||
    operator === '<' ||
    (saysNothing && ((level2?.includes('成本') ?? false) || THE_LESS_THE_BETTER.test(name)));
  return {
    least: isLess ? null : quantity,
    most: isLess ? quantity : null,
    direction: isLess ? 'down' : 'up',
    isOpen: operator === '<' || operator === '>',
  };
}

/** A range keeps its two figures as printed, and the lower one in the base measure. */
function rangeOf({ value, quantity }: Promised): Bounds | null {
  const [low, high] = (value ?? '').split(/[-—~～至]/).map((each) => Number(each.replace(/[^\d.]/g, '')));
  if (quantity === null || low === undefined || high === undefined || !(low > 0) || !(high > 0)) return null;
  return { least: quantity, most: (quantity * high) / low, direction: null, isOpen: false };
}

/** The words of a target without blanks and punctuation. Signs count: ≥95% is not ≤95%. */
export const plainTarget = (text: string | null): string =>
  (text ?? '').normalize('NFKC').replace(/[\s。，,;；:：、“”"'（）()]/g, '');

const DAY = /(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号]|(底|末)|(上旬)|(中旬))?/g;
const LAST_OF_MONTH = 31;

/** The last day a text names, counted as month × 31 + day; null where it names none. */
export function dayOf(text: string): { year: number | null; day: number } | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (/年底|年末|全年/.test(plain) && !/月/.test(plain))
    return { year: yearIn(plain), day: 12 * LAST_OF_MONTH + LAST_OF_MONTH };
  const [match] = [...plain.matchAll(DAY)].slice(-1);
  if (!match) return null;
  const [, year, month, day, , early, middle] = match;
  const ofMonth = day === undefined ? (early ? 10 : middle ? 20 : LAST_OF_MONTH) : Number(day);
  return { year: year === undefined ? null : Number(year), day: Number(month) * LAST_OF_MONTH + ofMonth };
}

const yearIn = (text: string): number | null => {
  const year = /(\d{4})年/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
};
