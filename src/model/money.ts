import type { MoneyUnit } from './facts/money-units.js';

/**
 * Money is integer fen (分); a float never holds an amount.
 * - `amount`: a figure, 0 included        - `blank`: the cell is empty
 * - `dash`: a lone `-` or `—`            - `none`: 无, 不适用
 * - `secret`: 涉密，不公开               - `placeholder`: XX, 待定
 * - `unresolved`: a figure whose unit is unknown, or a text that could be two amounts
 */
export type MoneyState = 'amount' | keyof typeof NO_AMOUNT_TITLES;

/** What people call it where a cell holds no amount. */
export const NO_AMOUNT_TITLES = {
  blank: '空白',
  dash: '只有一横',
  none: '无',
  secret: '涉密不公开',
  placeholder: '未填的模板',
  unresolved: '不能确定是多少',
} as const;

export interface Money {
  state: MoneyState;
  /** Integer fen; null unless state is `amount`. Safe up to 9·10¹⁵ fen. */
  fen: number | null;
  /** As printed in the cell, the part that is the amount. */
  printed: string;
  /** The figure as printed, without unit, operator and separators: `3.70`. */
  figure: string | null;
  /** Decimals printed: 3.7 → 1, 3.70 → 2. */
  decimals: number | null;
  /** The unit the figure is read in. */
  unit: MoneyUnit | null;
  unitFrom: 'cell' | 'label' | 'caption' | 'paragraph' | 'document' | null;
  /** The unit the surroundings give, when the cell prints one of its own (20万 in a 万元 table). */
  contextUnit?: MoneyUnit | null;
}

/** What is known of a cell that holds no amount. */
export const withoutAmount = (printed: string, state: MoneyState): Money => ({
  state,
  fen: null,
  printed,
  figure: null,
  decimals: null,
  unit: null,
  unitFrom: null,
});
