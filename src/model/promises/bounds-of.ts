import Big from 'big.js';
import type { TargetKind } from '../target.js';
import type { PrintedTarget, TargetOf } from './printed-target.js';

/** Between which figures an actual value keeps a target, and in which direction more is better. */
export interface Bounds {
  least: Big | null;
  most: Big | null;
  direction: 'up' | 'down' | null;
  /** The bound itself does not keep it (>, <). */
  isOpen: boolean;
  /** The direction is printed, or is that of a cost; else it is only likely from the name. */
  isSure: boolean;
}

/** Kinds of target whose figure is one that another can be held against. */
export const FIGURES: readonly TargetKind[] = [
  'number',
  'percent',
  'money',
  'price',
  'frequency',
  'duration',
  'range',
];
/** Names of what should be small where no sign says so. */
const THE_LESS_THE_BETTER =
  /(成本|单价|投诉|事故|发生|死亡|缺陷|差错|误差|故障|流失|违规|超支|逾期)(率|数|次数|人数|件数|量)?$/;
/** Money that is earned, not spent. */
const EARNED = /(收入|产值|效益|税收|利润|销售|营收|投资额|融资)/;

/** The figures a target bounds; null where it is none of figures. A figure without a sign is a least one, of costs a most one. */
export function boundsOf(target: PrintedTarget, of: TargetOf): Bounds | null {
  const { kind, quantity, operator } = target;
  if (quantity === null || !(FIGURES.includes(kind) || kind === 'ratio')) return null;
  if (kind === 'range') return rangeOf(target);
  const isUnsigned = operator === null || operator === '=' || operator === '≈';
  const isOfCosts = of.level2?.includes('成本') ?? false;
  const isSpent = isMoneySpent(target, of);
  const isLess =
    operator === '<=' ||
    operator === '<' ||
    (isUnsigned && (isOfCosts || isSpent || THE_LESS_THE_BETTER.test(of.name)));
  return {
    least: isLess ? null : new Big(quantity),
    most: isLess ? new Big(quantity) : null,
    direction: isLess ? 'down' : 'up',
    isOpen: operator === '<' || operator === '>',
    isSure: !isUnsigned || (isOfCosts && isSpent && operator !== '≈'),
  };
}

const isMoneySpent = ({ kind }: PrintedTarget, { name, level2 }: TargetOf): boolean =>
  (kind === 'money' || kind === 'price') && !EARNED.test(`${level2 ?? ''} ${name}`);

/** A range as read has its upper end; as stored it keeps its two figures as printed, and the lower one in the base measure. */
function rangeOf({ value, quantity, upper }: PrintedTarget): Bounds | null {
  if (quantity === null) return null;
  const between = (least: Big, most: Big): Bounds => ({
    least,
    most,
    direction: null,
    isOpen: false,
    isSure: true,
  });
  if (upper !== undefined) return between(new Big(quantity), new Big(upper));
  const [low, high] = (value ?? '').split(/[-—~～至]/).map((each) => Number(each.replace(/[^\d.]/g, '')));
  if (low === undefined || high === undefined || !(low > 0) || !(high > 0)) return null;
  return between(new Big(quantity), new Big(quantity).times(high).div(low));
}
