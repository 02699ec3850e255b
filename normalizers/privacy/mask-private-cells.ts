import { type ContactLabel, contactLabel } from './contact-label.js';
import { isFigureLabel, isPlainNumber } from './figure-label.js';
import { maskPerson } from './mask-person.js';
import { maskPrivate } from './mask-private.js';
import { LABELLED_PHONE } from './phone-patterns.js';
import { privacyWords } from './privacy-words.js';

/**
 * Masks a row of cells (or a run of paragraphs) in reading order, where label and value may stand apart: `填表人 | 张三 |
 * 联系电话 | 22629806`. A label speaks for the next cell that is not blank. Behind a blank one, with more to follow, that cell may
 * be the next label: there only what has a surname is a name. Returns as many texts as it was given.
 */
export function maskPrivateCells(texts: readonly string[]): string[] {
  const last = texts.findLastIndex((text) => text.trim() !== '');
  let label: ContactLabel | null = null;
  let figure = false;
  return texts.map((text, index) => {
    if (text.trim() === '') return text;
    const apart = index < last && texts[index - 1]?.trim() === '';
    const speaking: ContactLabel | null =
      label?.name && apart ? { ...label, name: 'office-or-person' } : label;
    const isFigure = figure && isPlainNumber(text);
    const masked = isFigure ? text : speaking ? maskUnderLabel(text, speaking) : maskPrivate(text);
    label = contactLabel(text);
    figure = label === null && isFigureLabel(text);
    return masked;
  });
}

/** Masks the value of a label that stands in another cell. */
export function maskUnderLabel(text: string, label: ContactLabel): string {
  const { mask } = privacyWords();
  const masked = maskPrivate(text);
  if (contactLabel(text)) return masked;
  const withoutPhones = label.phone ? masked.replace(new RegExp(LABELLED_PHONE, 'g'), mask) : masked;
  if (!label.name) return withoutPhones;
  const needsSurname = label.name === 'office-or-person';
  return withoutPhones
    .split(new RegExp(`([、,，/\\n（(【[]|\\s{2,}|\\s*${mask}\\s*)`))
    .map((part) => maskPerson(part, needsSurname) ?? part)
    .join('');
}
