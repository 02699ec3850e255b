import type { ProjectRow } from '../model/comparison.js';
import { plainText } from './bigrams.js';
import { coreName } from './core-name.js';
import { nameWeights } from './name-weights.js';
import { SETTINGS } from './similar-settings.js';
import { coverage } from './term-weights.js';

export type About = 'name' | 'mention';

/**
 * Where a project is about a topic: in its name, programme or direction (all of the topic, or most of its weight:
 * 扫黑除恶专项斗争 in 扫黑除恶工作经费), in goal or purpose only (all of it), or not at all.
 */
export function aboutTopic(row: ProjectRow, topic: string): About | null {
  const core = coreName(topic);
  const holds = (text: string | null): boolean => text !== null && plainText(text).includes(core);
  const isNamed = (text: string | null): boolean =>
    text !== null && (holds(text) || coverage(core, text, nameWeights()) >= SETTINGS.topicInName);
  if ([row.project, row.direction].some(isNamed) || holds(row.parent)) return 'name';
  return [row.purpose, row.annualGoal, row.periodGoal].some(holds) ? 'mention' : null;
}
