import type { Horizon } from '../../../src/model/disclosure.js';
import { compact } from './label-text.js';

/** 中期, 长期, 实施期 → period; 年度, 当年 → annual. */
export function horizonOf(text: string): Horizon | undefined {
  const flat = compact(text);
  if (/中长?期|长期|实施(周)?期|三年|项目期/.test(flat)) return 'period';
  return /年度|当年|本年|全年/.test(flat) ? 'annual' : undefined;
}
