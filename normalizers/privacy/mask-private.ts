import { alternation } from '../parse/alternation.js';
import { isPersonName } from './is-person-name.js';
import { maskNumbers } from './mask-numbers.js';
import { maskPerson } from './mask-person.js';
import { COUNTED, LABELLED_PHONE } from './phone-patterns.js';
import { privacyWords } from './privacy-words.js';

/**
 * Masks names and phone numbers of form fillers, contacts and responsible persons: `填表人：＊＊ 联系电话：＊＊`. Names are masked
 * behind a label, before a title (科长) or a masked number; phones without area code behind a label; other private numbers anywhere. Labels stay. Everything
 * else (amounts, project codes, dates, file numbers, hotlines such as 12345热线) stays as it is.
 */
export function maskPrivate(text: string): string {
  const { mask } = privacyWords();
  const { label, title, titled, numbered, behindOffice } = patterns();
  const isLabelled = label.test(text);
  const found = maskNumbers(maskFollowers(isLabelled ? maskLabelled(text) : text));
  const untitled = title.test(found) ? found.replace(titled, asName) : found;
  const unnumbered = untitled.includes(mask) ? untitled.replace(numbered, asNumbered) : untitled;
  return isLabelled ? unnumbered.replace(behindOffice, asNumbered) : unnumbered;
}

function asName(name: string): string {
  const { mask, commonWords, publicNames } = privacyWords();
  return commonWords.includes(name) || publicNames.some((each) => name.endsWith(each)) ? name : mask;
}

const asNumbered = (name: string): string => (isPersonName(name, true) ? privacyWords().mask : name);

/** Masks numbers and names behind their labels. */
function maskLabelled(text: string): string {
  const { mask } = privacyWords();
  const { person, phone } = patterns();
  return text
    .replace(phone, (_, label: string) => `${label}${mask}`)
    .replace(
      person,
      (whole: string, label: string, leader: string | undefined, names: string, number = '') => {
        const needsSurname = leader !== undefined || !/[:：]\s*$/.test(label);
        const people = names.split(/[、,，/]/).map((name) => maskPerson(name, needsSurname));
        if (people.some((each) => each === null)) return whole;
        const shown = new Set(people).size > 1 ? people.join('、') : people[0];
        return `${label}${shown}${number.replace(new RegExp(LABELLED_PHONE), mask)}`;
      },
    );
}

/** Masks names and numbers behind what is masked. */
function maskFollowers(text: string): string {
  const { mask } = privacyWords();
  if (!text.includes(mask)) return text;
  return text.replace(patterns().follower, (run) =>
    run.replace(/[^\s、，,/（(]+(?:[-—（(）)]\d+)*/g, (part) =>
      /^\p{Script=Han}+$/u.test(part) && !isPersonName(part, true) ? part : mask,
    ),
  );
}

interface Patterns {
  /** Any label of a person or a number: without one nothing is masked by its label. */
  label: RegExp;
  /** Any title: without one nobody is masked by it. */
  title: RegExp;
  /** label, leader's label, names, number behind them */
  person: RegExp;
  /** label, numbers */
  phone: RegExp;
  /** Names and numbers behind what is masked: 联系人：＊＊ 李四, 联系电话：＊＊（张三） */
  follower: RegExp;
  /** A surname and a given name before a title; not those a place or a memory is named after (某某同志故居). */
  titled: RegExp;
  /** The same before a number that is masked, alone, glued to a label or behind what one turns to a person with: 联系人李四＊＊, 请找李四（＊＊）. */
  numbered: RegExp;
  /** A name set off from the office before it: 填报人：财务股 周小兰. */
  behindOffice: RegExp;
}

let compiled: Patterns | undefined;

function patterns(): Patterns {
  compiled ??= compile();
  return compiled;
}

/** Blanks between a label and what it labels: a bound, since a pattern tries every length at every place of a long blank. */
const WIDEST = 200;

function compile(): Patterns {
  const words = privacyWords();
  const space = `\\s{0,${WIDEST}}`;
  const notes = alternation(words.signNotes);
  const people = spaced(words.personLabels);
  const duties = `(?<![\\p{Script=Han}])(?:${alternation(words.owners)})?(?:${spaced(words.dutyLabels)})`;
  const leaderWords = spaced(words.leaderLabels);
  const leaders = `${leaderWords}|${duties}`;
  const phones = spaced(words.phoneLabels);
  const labels = [people, leaders, phones, spaced(words.dateLabels)].join('|');
  const inBrackets = '[（(][^（()）\\n]{0,12}[）)]';
  const decoration = `(?:${inBrackets}|${notes}|(?:[及和、/]?(?:其)?(?:${phones})))*`;
  const colon = `${space}[:：]${space}`;
  const gap = `[ \\t\\u3000]{1,${WIDEST}}`;
  const sign = '[\\p{Script=Han}·]';
  const name = `(?!${labels}|${notes})${sign}(?:[ \\u3000]{0,3}${sign}){1,14}?`;
  const surname = `(?:${alternation(words.compoundSurnames)}|[${words.surnames}])`;
  const given = `[${words.givenNames}]`;
  const end = `(?=\\s|$|[，,。；;、/（(）)【】[\\]《<|｜_—–－\\-0-9０-９＊]|${labels}|${notes})`;
  return {
    label: new RegExp([people, leaderWords, spaced(words.dutyLabels), phones].join('|')),
    title: new RegExp(alternation(words.titles)),
    person: new RegExp(
      `((?:${people})${decoration}(?:${colon}|${gap}|(?<=[）)]))|(${leaders})${decoration}(?:${colon}|(?<=[）)字章])(?:${gap})?|(?<=^[\\p{Script=Han} ]{2,12})${gap}(?=${sign}{2,3}(?:\\s|$))))` +
        `(${name}(?:${space}[、,，/]${space}${name})*)${end}([\\s,，、/（(【[:：—–－\\-]{0,${WIDEST}}${LABELLED_PHONE}${COUNTED})?`,
      'gu',
    ),
    phone: new RegExp(
      `((?:${phones})(?:${inBrackets})?(?:号码?)?${space}[:：]?${space})` +
        `${LABELLED_PHONE}${COUNTED}(?:${space}[、,，/;；]${space}${LABELLED_PHONE}${COUNTED})*`,
      'gu',
    ),
    follower: new RegExp(
      `(?<=${words.mask})(?:[ \\u3000、，,/（(]{1,4}(?:(?!${labels}|${alternation(words.owners)})[${words.surnames}]${sign}{1,2}${end}|${LABELLED_PHONE}${COUNTED}))+`,
      'gu',
    ),
    titled: new RegExp(
      `(?:(?<!\\p{Script=Han})${surname}${given}|(?<=${alternation(words.turningTo)})${surname}${given}|${surname}${given}{2})(?=(?:副|常务副)?(?:${alternation(words.titles)})(?!${alternation(words.memorials)}))`,
      'gu',
    ),
    numbered: new RegExp(
      `(?:(?<!\\p{Script=Han})|(?<=${people}|${leaders}|${alternation(words.titles)}|${alternation(words.turningTo)}))(?!${labels})${surname}${sign}{1,2}` +
        `(?=[_＿ \\u3000，,、（(【[:：—–－\\-]{0,2}(?:(?:${phones})${space}[:：]?${space})?${words.mask})`,
      'gu',
    ),
    behindOffice: new RegExp(
      `(?=${surname})(?<=(?:${people}|${leaders})${colon}\\p{Script=Han}{1,10}(?:${alternation(words.officeEndings)})${gap})(?!${labels})${surname}${sign}{1,2}${end}`,
      'gu',
    ),
  };
}

/** Labels are often printed with spaces between the characters: 填 表 人：. */
const spaced = (labels: readonly string[]): string =>
  alternation(labels).replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, '[ \\u3000]{0,4}');
