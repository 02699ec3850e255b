import { anyOf } from '../any-of.js';
import { isPersonName } from './is-person-name.js';
import { COUNTED, LABELLED_PHONE, PHONE_ANYWHERE } from './phone-patterns.js';
import { privacyWords } from './privacy-words.js';

/**
 * Masks names and phone numbers of form fillers, contacts and responsible persons: `填表人：＊＊ 联系电话：＊＊`. Names are masked
 * behind a label only; phones behind a label, and mobiles and numbers with an area code anywhere. Labels stay. Everything
 * else (amounts, project codes, dates, file numbers, hotlines such as 12345热线) stays as it is.
 */
export function maskPrivate(text: string): string {
  const { mask } = privacyWords();
  const { person, phone } = patterns();
  return text
    .replace(phone, (_, label: string) => `${label}${mask}`)
    .replace(
      person,
      (whole: string, label: string, leader: string | undefined, names: string, number = '') => {
        const needsSurname = leader !== undefined || !/[:：]\s*$/.test(label);
        const areNames = names
          .split(/[、,，/]/)
          .every((name) => isPersonName(name.replace(/\s+/g, ''), needsSurname));
        return areNames ? `${label}${mask}${number.replace(new RegExp(LABELLED_PHONE), mask)}` : whole;
      },
    )
    .replace(PHONE_ANYWHERE, mask);
}

let compiled: { person: RegExp; phone: RegExp } | undefined;

function patterns(): { person: RegExp; phone: RegExp } {
  if (!compiled) {
    const words = privacyWords();
    const notes = anyOf(words.signNotes);
    const labels = anyOf([
      ...words.personLabels,
      ...words.leaderLabels,
      ...words.phoneLabels,
      ...words.dateLabels,
    ]);
    const phones = anyOf(words.phoneLabels);
    const decoration = `(?:[（(][^（()）\\n]{0,12}[）)]|${notes}|(?:[及和、/]?(?:其)?(?:${phones})))*`;
    const behindPerson = `(?:\\s*[:：]\\s*|[ \\t\\u3000]+)`;
    const behindLeader = '\\s*[:：]\\s*';
    const sign = '[\\p{Script=Han}·]';
    const name = `(?!${labels}|${notes})${sign}(?:[ \\u3000]{0,3}${sign}){1,14}?`;
    const end = `(?=\\s|$|[，,。；;、/（(）)0-9０-９＊]|${labels}|${notes})`;
    compiled = {
      person: new RegExp(
        `((?:${anyOf(words.personLabels)})${decoration}${behindPerson}|` +
          `(${anyOf(words.leaderLabels)})${decoration}${behindLeader})` +
          `(${name}(?:\\s*[、,，/]\\s*${name})*)${end}([\\s,，、/（(:：]*${LABELLED_PHONE}${COUNTED})?`,
        'gu',
      ),
      phone: new RegExp(
        `((?:${phones})(?:[（(][^（()）\\n]{0,12}[）)])?(?:号码?)?\\s*[:：]?\\s*)` +
          `${LABELLED_PHONE}${COUNTED}(?:\\s*[、,，/;；]\\s*${LABELLED_PHONE}${COUNTED})*`,
        'gu',
      ),
    };
  }
  return compiled;
}
