import { alternation } from '../parse/alternation.js';
import { contactLabel } from './contact-label.js';
import { isPersonName } from './is-person-name.js';
import { maskPrivate } from './mask-private.js';
import { privacyWords } from './privacy-words.js';

const BETWEEN = /([_＿+＋\-—–－,，;；、()（）[\]【】《》“”"'’\s]+)/;

/**
 * Masks the name of a file, folder, sheet or document, where parts are set off by signs (填报人_张三, 目标表-联系人李四) and a name
 * may be glued to its label. Everything that is private in a text is so in a name.
 */
export function maskName(name: string): string {
  const { mask } = privacyWords();
  const parts = maskPrivate(name).split(BETWEEN);
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return part;
      const label = contactLabel(parts[index - 2] ?? '');
      const speaks = label?.name && isPersonName(part, label.name !== 'person');
      return speaks && mayBeName(part) ? mask : maskPrivate(part).replace(gluedName(), maskGlued);
    })
    .join('');
}

function maskGlued(whole: string, label: string, name: string): string {
  return isPersonName(name, true) && mayBeName(name) ? `${label}${privacyWords().mask}` : whole;
}

/** A list or a form is no person: 联系人-名单, 审核-汇总表. */
const mayBeName = (text: string): boolean => !/[表册单书簿卡版稿件]$/.test(text);

let glued: RegExp | undefined;

/** 填报人张三, 附件1经办人员李小四: label and name end the part. */
function gluedName(): RegExp {
  if (!glued) {
    const { personLabels, leaderLabels, surnames, compoundSurnames } = privacyWords();
    const name = `(?:${alternation(compoundSurnames)}|[${surnames}])\\p{Script=Han}{1,2}`;
    glued = new RegExp(
      `(${alternation([...personLabels, ...leaderLabels])})(${name})(?=$|签字|签名|签章|盖章)`,
      'u',
    );
  }
  return glued;
}
