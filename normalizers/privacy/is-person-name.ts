import { privacyWords } from './privacy-words.js';

/**
 * Is this the name of a person? `needsSurname`: behind labels where an office may stand as well, only a text of two to
 * four characters that begins with a surname is one (综治科 and 高新区 are not).
 */
export function isPersonName(text: string, needsSurname: boolean): boolean {
  const { surnames, compoundSurnames, officeEndings, placeEndings, noName, commonWords, formWords } =
    privacyWords();
  if (!/^[\p{Script=Han}·]{2,15}$/u.test(text) || noName.some((word) => text.startsWith(word))) return false;
  if (commonWords.includes(text)) return false;
  if (formWords.some((word) => text.includes(word))) return false;
  if (text.includes('·')) return true;
  const compound = compoundSurnames.some((surname) => text.startsWith(surname));
  if (text.length > 4) return false;
  const hasSurname = compound || surnames.includes(text[0] ?? '');
  const isPlaceToo = needsSurname || !hasSurname || text.length > 3;
  const endings = isPlaceToo ? [...officeEndings, ...placeEndings] : officeEndings;
  const isOffice = text.length > 2 && endings.some((ending) => text.endsWith(ending));
  if (isOffice) return false;
  return hasSurname ? text.length <= (compound ? 4 : 3) || !needsSurname : !needsSurname;
}
