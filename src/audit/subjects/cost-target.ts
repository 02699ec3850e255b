import Big from 'big.js';
import type { Indicator } from '../../model/disclosure.js';
import type { FormEntry } from './subject.js';

/** 社会成本 and 生态环境成本 are not spending. */
export const isCostIndicator = ({ level1, level2 }: Indicator): boolean =>
  (level1 === '成本指标' || /成本/.test(level2 ?? '')) && !/社会|生态|环境/.test(level2 ?? '');

/** Cost indicators whose target is one amount of money, in fen. */
export function costTargets(entry: FormEntry): { indicator: Indicator; fen: Big }[] {
  return entry.indicators.flatMap((indicator) => {
    const { kind, quantity, measure } = indicator.parsed;
    if (!isCostIndicator(indicator) || kind !== 'money' || quantity === null || measure !== '元') return [];
    return [{ indicator, fen: new Big(quantity).times(100) }];
  });
}
