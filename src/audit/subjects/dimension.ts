import type { Indicator } from '../../model/disclosure.js';

/** Second levels that are one dimension of their own; all benefits are one. */
const OWN = new Set(['数量指标', '质量指标', '时效指标', '社会成本指标', '生态环境成本指标']);

/** The dimension an indicator stands under: 数量, 质量, 时效, 成本, 效益 or 满意度指标; null where none is printed. */
export function dimensionOf({ level1, level2 }: Pick<Indicator, 'level1' | 'level2'>): string | null {
  if (level2 && OWN.has(level2)) return level2;
  if (level1 === '产出指标') return null;
  return level1;
}
