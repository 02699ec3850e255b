import type { Target } from '../target.js';

/** A target or an actual value as rules and the store have it: what was read, and the text it was read from. */
export interface PrintedTarget extends Pick<Target, 'kind' | 'operator' | 'value' | 'measure'> {
  text: string | null;
  /** In the base measure. */
  quantity: string | number | null;
  upper?: Target['upper'];
  scale?: Target['scale'];
  rank?: Target['rank'];
  flags?: Target['flags'];
}

/** What a target is the target of: tells which way is better where no sign does. */
export interface TargetOf {
  name: string;
  level2: string | null;
}

/** The words of a target without blanks and punctuation. Signs count: ≥95% is not ≤95%. */
export const plainTarget = (text: string | null): string =>
  (text ?? '').normalize('NFKC').replace(/[\s。，,;；:：、“”"'（）()]/g, '');
