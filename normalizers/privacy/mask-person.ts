import { alternation } from '../parse/alternation.js';
import { isPersonName } from './is-person-name.js';
import { privacyWords } from './privacy-words.js';

/**
 * Masks the person a text behind a label names, with the title (周小兰科长) or the office (财务股周小兰) that stands beside the name.
 * Null where it names none. `needsSurname` as for `isPersonName`.
 */
export function maskPerson(text: string, needsSurname: boolean): string | null {
  const { mask } = privacyWords();
  const plain = text.replace(/\s+/g, '');
  const { titled, inOffice } = patterns();
  const [, beforeTitle = '', title = ''] = titled.exec(plain) ?? [];
  if (isPersonName(beforeTitle, true)) return `${mask}${title}`;
  if (isPersonName(plain, needsSurname)) return mask;
  const [, office = '', name = '', rank = ''] = inOffice.exec(plain) ?? [];
  return isPersonName(name, true) ? `${office}${mask}${rank}` : null;
}

interface Patterns {
  /** name, title */
  titled: RegExp;
  /** office, name, title */
  inOffice: RegExp;
}

let compiled: Patterns | undefined;

function patterns(): Patterns {
  if (!compiled) {
    const { titles, officeEndings, surnames, compoundSurnames } = privacyWords();
    const title = `(?:常务)?副?(?:${alternation(titles)})`;
    const surname = `(?:${alternation(compoundSurnames)}|[${surnames}])`;
    compiled = {
      titled: new RegExp(`^(\\p{Script=Han}{2,4})(${title})$`, 'u'),
      inOffice: new RegExp(
        `^(\\p{Script=Han}{1,10}(?:${alternation(officeEndings)}))(${surname}\\p{Script=Han}{1,2}?)((?:${title})?)$`,
        'u',
      ),
    };
  }
  return compiled;
}
