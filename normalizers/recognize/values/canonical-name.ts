import { parseProjectCode } from '../../parse/project-code/parse-project-code.js';
import { joinLines } from '../words/label-text.js';

/**
 * A project's name freed of what is glued to it: a running number (项目1综合治理费), its code
 * (11000022T000000444004-标志类任务单…), spaces inside.
 */
export function canonicalProjectName(printed: string): { name: string; code: string | null } {
  const joined = joinLines(printed).replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
  const coded = parseProjectCode(joined);
  const rest = coded ? coded.rest : joined;
  const name = rest
    .replace(/^项目\s*\d+\s*[:：、.．]?\s*(?=\S)/, '')
    .replace(/^[-－—_:：、\s]+|[-－—_:：、\s]+$/g, '')
    .replace(/(?<=[\u4e00-\u9fff，、；（）])\s+(?=[\u4e00-\u9fff，、；（）])/g, '');
  return { name: name === '' ? joined : name, code: coded?.code ?? null };
}

const NUMBER = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])';
const WORD = '(?:三级|绩效|具体|数量|质量|时效|成本|(?:经济|社会|生态)效益|可持续影响|满意度|产出|效益)?指标';
const BEHIND = '(?=[\\u4e00-\\u9fff“《])';

/**
 * What stands before an indicator's name: 指标1： with any mark or none behind the number (指标1整理…; not 指标1项), 指标： without a
 * number, the level's word (数量指标1：), a bare 1、, ①, 一、 or （一）.
 */
const RUNNING_NUMBER = new RegExp(
  [
    `^\\s*[（(]?(?:${WORD}|目标)\\s*[（(]?${NUMBER}\\s*(?:[)）]?\\s*[:：;；、.．，,—－-]+|[)）]|\\s(?=\\S))\\s*`,
    `^\\s*${WORD}\\s*\\d{1,2}(?=[\\u4e00-\\u9fff])(?![年月日项个条类级分])`,
    `^\\s*${WORD}\\s*[:：;；]\\s*`,
    `^\\s*(?:\\d{1,2}\\s*[.．、)）]|[（(]\\d{1,2}[)）]|[①-⒛][.．、]?)\\s*${BEHIND}`,
    `^\\s*(?:[一二三四五六七八九十]{1,3}\\s*[.．、]|[（(][一二三四五六七八九十]{1,3}[)）]|[㈠-㈩])\\s*${BEHIND}`,
  ].join('|'),
);

/** `指标1:化解重大矛盾` → `化解重大矛盾`; it may be printed twice (`指标1：指标1：…`). */
export const canonicalIndicatorName = (printed: string): string =>
  withoutRunningNumber(printed)
    .replace(/(?<=[\u4e00-\u9fff，、；（）])[ \t\u3000]+(?=[\u4e00-\u9fff，、；（）])/g, '')
    .trim();

function withoutRunningNumber(printed: string): string {
  const rest = printed.replace(RUNNING_NUMBER, '');
  return rest === printed || rest === '' ? printed : withoutRunningNumber(rest);
}

/** Two names are the same project when they agree without spaces and punctuation. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
