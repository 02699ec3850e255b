import type { CycleIndicator } from '../../model/cycle.js';
import type { PrintedTarget } from '../../model/promises/printed-target.js';

/** The target of a stored indicator. */
export const targetOf = ({
  target,
  kind,
  operator,
  value,
  quantity,
  measure,
}: CycleIndicator): PrintedTarget => ({
  text: target,
  kind,
  operator,
  value,
  quantity,
  measure,
});

/** The actual value of a stored indicator. */
export const actualOf = ({
  actual,
  actualKind,
  actualQuantity,
  actualMeasure,
}: CycleIndicator): PrintedTarget => ({
  text: actual,
  kind: actualKind ?? 'text',
  operator: null,
  value: null,
  quantity: actualQuantity,
  measure: actualMeasure,
});
