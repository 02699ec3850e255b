import type { MoneyUnit } from '../../src/model/facts/money-units.js';
import { fenIn } from '../../src/model/facts/money-units.js';
import { type Money, type MoneyState, withoutAmount } from '../../src/model/money.js';

const STATES: [RegExp, MoneyState][] = [
  [/^$/, 'blank'],
  [/^[-—]$/, 'dash'],
  [/^(无|不适用)$/, 'none'],
  [/涉密|不公开/, 'secret'],
  [/^(XX|待定)$/, 'placeholder'],
];

/** Money as a table in `unit` prints it: `240.67`, `20万`, ``, `-`, `无`, `涉密，不公开`, `XX`; anything else is unresolved. */
export function printedMoney(printed: string, unit: MoneyUnit): Money {
  const state = STATES.find(([pattern]) => pattern.test(printed))?.[1];
  if (state) return withoutAmount(printed, state);
  const match = /^(-?\d+(?:\.(\d+))?)(万元|万|元)?$/.exec(printed);
  if (!match) return withoutAmount(printed, 'unresolved');
  const [, figure = '0', fraction = '', suffix] = match;
  const own: MoneyUnit | null = suffix ? (suffix === '元' ? '元' : '万元') : null;
  return {
    state: 'amount',
    fen: Math.round(Number(figure) * fenIn(own ?? unit)),
    printed,
    figure,
    decimals: fraction.length,
    unit: own ?? unit,
    unitFrom: own ? 'cell' : 'caption',
    ...(own ? { contextUnit: unit } : {}),
  };
}
