import type { ProjectRow } from '../model/comparison.js';
import { coreName, unifiedText } from './core-name.js';
import { nameWeights } from './name-weights.js';
import { SETTINGS } from './similar-settings.js';
import { shareCovered } from './term-weights.js';

export type About = 'name' | 'mention';

/**
 * Where a project is about a topic: in its name, programme or direction (all of the topic, or most of its weight:
 * 社区治安巡逻防控 in 社区（村）治安巡逻防控费), in goal or purpose only (all of it), or not at all.
 */
export function aboutTopic(row: ProjectRow, topic: string): About | null {
  const core = coreName(topic);
  const holds = (text: string | null): boolean => text !== null && unifiedText(text).includes(core);
  const isNamed = (text: string | null): boolean =>
    text !== null &&
    (holds(text) || shareCovered(core, unifiedText(text), nameWeights()) >= SETTINGS.topicInName);
  if ([row.project, row.direction].some(isNamed) || holds(row.parent)) return 'name';
  return [row.purpose, row.annualGoal, row.periodGoal].some(holds) ? 'mention' : null;
}
