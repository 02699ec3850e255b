import type { Target } from '../../../../src/model/target.js';
import { parseTarget } from '../../../parse/target/parse-target.js';
import type { TargetInput } from '../../../parse/target/target-context.js';

/** A figure and nothing else: its unit is that of the target it answers. */
const BARE_FIGURE = /^-?\d[\d,，]*(\.\d+)?$/;

/**
 * An actual value (实际完成值) read as a target. A figure alone has the unit of the target beside it: 95 beside ≥90% is 95%.
 * @param target the target as read
 * @param around what else stands in the row and its table
 */
export function parseActual(
  actual: string,
  target: Pick<Target, 'unit'>,
  around: Omit<TargetInput, 'text' | 'operator' | 'value' | 'unit'>,
): Target {
  const isBare = BARE_FIGURE.test(actual.normalize('NFKC').trim());
  return parseTarget({
    text: actual,
    ...around,
    ...(isBare && target.unit !== null ? { value: actual.trim(), unit: target.unit } : {}),
  });
}
