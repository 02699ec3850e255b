import { statementText } from './statement-text.js';
import { statementWords } from './statement-words.js';

/** A label as the vocabulary knows it, without its unit: 金额（万元） → 金额. */
export const columnLabel = (label: string): string =>
  statementText(label).replace(/\((万?元|单位:.*|人民币.*)\)$/, '');

/** How well a column under a label names the rows (项目名称 more than 单位名称); 0: it does not. A bracket may explain it. */
export function labelRank(label: string): number {
  const bare = columnLabel(label);
  const core = bare.replace(/\([^()]*\)$/, '');
  const ranks = statementWords()
    .columns.items.filter(({ pattern }) => pattern.test(bare) || pattern.test(core))
    .map(({ rank }) => rank);
  return Math.max(0, ...ranks);
}
