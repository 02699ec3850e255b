import type { Figure } from '../../figures/figure.js';

/**
 * - `row`        a line's 合计 beside its parts
 * - `total`      a 合计 above or below the items
 * - `sides`      收入总计 = 支出总计
 * - `hierarchy`  类 = Σ 款 = Σ 项
 */
export type SumKind = 'row' | 'total' | 'sides' | 'hierarchy';

/** "This printed figure of a statement is the sum of those", and whether it is. */
export interface StatementSum {
  kind: SumKind;
  total: Figure;
  parts: Figure[];
  isMet: boolean;
  doubts: string[];
  /** What is missing may be classes the law keeps from the public. */
  isHidden?: boolean;
}
