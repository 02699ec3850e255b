import { parseProjectCode } from '../parse/project-code/parse-project-code.js';
import { joinLines } from '../recognize/label-text.js';

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

/** `指标1:化解重大矛盾` → `化解重大矛盾`. */
export const canonicalIndicatorName = (printed: string): string =>
  printed
    .replace(/^\s*指标\s*\d+\s*[:：、.．]\s*/, '')
    .replace(/(?<=[\u4e00-\u9fff，、；（）])[ \t\u3000]+(?=[\u4e00-\u9fff，、；（）])/g, '')
    .trim();

/** Two names are the same project when they agree without spaces and punctuation. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
