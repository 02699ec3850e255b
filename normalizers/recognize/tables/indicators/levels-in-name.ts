import { compact } from '../../words/label-text.js';
import { level1Of, level2Of } from '../../words/vocabulary.js';

/**
 * Levels printed in front of the name in one cell: 产出指标质量指标来信扫描完成率, 产出指标-数量指标-机柜数量. Null where the text does
 * not begin with a 一级指标 and a 二级指标.
 */
export function splitLevelsInName(text: string): { level1: string; level2: string; name: string } | null {
  const flat = compact(text);
  const match = /^(.{2,8}?指标)[-—－、/>:]?(.{2,14}?指标)[-—－、/>:]?(.+)$/.exec(flat);
  if (!match) return null;
  const [, level1 = '', level2 = '', name = ''] = match;
  return level1Of(level1) && level2Of(level2) ? { level1, level2, name: lastOf(text, name.length) } : null;
}

/** The end of the text as printed that holds so many characters other than spaces. */
function lastOf(text: string, count: number): string {
  let start = text.length;
  for (let left = count; left > 0 && start > 0; start--) if (/\S/.test(text[start - 1] ?? '')) left--;
  return text.slice(start).trim();
}
