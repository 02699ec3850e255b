import { compact } from '../../words/label-text.js';
import { level1Of, level2Of } from '../../words/vocabulary.js';

export interface LevelNames {
  level1: string | null;
  level2: string | null;
}

/**
 * Canonical 一级 and 二级指标 of what is printed: a known level 2 stands under the level 1 it belongs to (财预〔2021〕101号: 满意度
 * and 成本 under their own), also where it is printed in the place of level 1; frameworks of other names (履职效能, 决策 …) and
 * labels the taxonomy does not know stay as printed.
 */
export function levelNames(printed1: string | null, printed2: string | null): LevelNames {
  const one = printed1 ? level1Of(printed1) : undefined;
  const two = (printed2 && level2Of(printed2)) || (printed1 && !one && level2Of(printed1)) || undefined;
  if (two) {
    const standard = one === undefined || STANDARD.has(one);
    return { level1: standard ? two.level1 : one, level2: two.name };
  }
  if (one === '成本指标' && !printed2) return { level1: one, level2: one };
  return { level1: one ?? plain(printed1), level2: plain(printed2) };
}

const STANDARD = new Set(['产出指标', '效益指标', '满意度指标', '成本指标']);

const plain = (printed: string | null): string | null => {
  const text = printed ? compact(printed).replace(/\([^()]*分[^()]*\)|\d+(\.\d+)?分$/g, '') : '';
  return text === '' ? null : text;
};
