import { bareLabel, compact } from './label-text.js';
import { fieldOf, labelText, level1Of, level2Of, rolesOf } from './vocabulary.js';

const MAX_LABEL = 14;
/** A label with the spaces it may be printed with. */
const LONGEST_SPACED = 60;

const isLevel = (text: string): boolean => level1Of(text) !== undefined || level2Of(text) !== undefined;

/** 产出指标, 社会效益, 满意度指标（10分）: a word that names a class of indicators wherever it stands; 数量, 成本 alone do not. */
export function isLevelWord(text: string): boolean {
  if (!/[标益意响]/.test(text)) return false;
  const flat = compact(text);
  return flat.length <= MAX_LABEL && /指标|效益|满意|可持续影响/.test(flat) && isLevel(flat);
}

/** 产出指标数量指标培训人数: a cell that begins with a class of indicators, whatever stands behind it. */
export function beginsWithLevel(text: string): boolean {
  if (!text.includes('标')) return false;
  const flat = bareLabel(text).full;
  const end = flat.indexOf('指标');
  return end > 0 && end <= MAX_LABEL && isLevel(flat.slice(0, end + 2));
}

const LEVELS_OF_A_PACK = 2;

/** Several indicators written into one cell, each with its class: 1－产出指标，11－数量指标，培训人数 … */
export const holdsCodedIndicators = (text: string): boolean =>
  /指标/.test(text) &&
  text
    .replace(/\s+/g, '')
    .split(/[^\u4e00-\u9fff]+/)
    .filter((piece) => /指标$/.test(piece) && isLevel(piece)).length >= LEVELS_OF_A_PACK;

/** The roles that only columns of indicators have: 三级指标, 年度指标值, 实际完成值; 单位, 分值 and 备注 stand in any table. */
export const indicatorRoles = (text: string): readonly string[] =>
  /指标|目标值|完成值/.test(text)
    ? rolesOf(labelText(text).core).filter((role) => role.startsWith('indicator.'))
    : [];

/** 绩效目标, 年度总体目标: the label of a goal. */
export function isGoalLabel(text: string): boolean {
  if (!/[标效]/.test(text) || text.length > LONGEST_SPACED) return false;
  const { core } = labelText(text);
  return fieldOf(core)?.field.startsWith('goal.') ?? rolesOf(core).some((role) => role.startsWith('goal.'));
}

/** A text long enough to be a goal, and no definition of the word (绩效目标 | 指…). */
export const isGoalText = (text: string): boolean =>
  /[\u4e00-\u9fff]{4}/.test(text) && compact(text).length >= 8 && !/^(是?指|反映|即)/.test(compact(text));

/** ≥95%, ＝, 97万元, 15分钟, 优良中低差: what stands where an indicator has its target; a plain number, a year or a date is none. */
export function isTargetLike(text: string): boolean {
  const flat = compact(text);
  if (flat.length === 0 || flat.length > 30) return false;
  if (/^([≥≤≧≦><=]|不[低少高多]于|不超过|定性$|优良中低差$)/.test(flat)) return true;
  return /^\d[\d,.]*(%|‰|[\u4e00-\u9fff/]{1,6})$/.test(flat) && !/[年月日号]$/.test(flat);
}

/** 指标8：服务外包合同额 */
export const isNumberedIndicator = (text: string): boolean => /^指标\d{1,3}[:、.]./.test(compact(text));
