import { alternation } from '../parse/alternation.js';
import { COUNTED } from './phone-patterns.js';
import { privacyWords } from './privacy-words.js';

/**
 * Masks the numbers that are private wherever they stand: mobiles in one piece or in groups, with +86 or without; numbers with
 * a known area code; identity cards (GB 11643: date of birth and check character of ISO 7064 mod 11-2); bank cards of
 * UnionPay (62…, 16 to 19 digits, check digit of Luhn); mailboxes. Amounts, counts and codes behind their label stay.
 */
export function maskNumbers(text: string): string {
  if (!/[0-9０-９]{3}|[@＠]/.test(text)) return text;
  const { mask } = privacyWords();
  const { phone, card } = patterns();
  return text
    .replace(MAILBOX, mask)
    .replace(LABELLED_CARD, mask)
    .replace(card, (found) => (isIdentityCard(found) || isBankCard(found) ? mask : found))
    .replace(phone, mask);
}

const D = '[0-9０-９]';
const JOINT = '[ \\u00a0\\u3000\\-—–－]';
/** The part before the sign has 64 characters at most (RFC 5321, 4.5.3.1.1). */
const MAILBOX = /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}[@＠][A-Za-z0-9-]+(?:[.．][A-Za-z0-9-]+)+/g;

/** A card of the first or second generation behind its label, be it printed with a slip. */
const LABELLED_CARD =
  /(?<=(?:身份证|公民身份)(?:证?号码?|号)?[ \u3000]?[:：]?[ \u3000]?)(?:[0-9０-９]{17}[0-9０-９XxＸ]|[0-9０-９]{15})(?![0-9０-９])/g;

let compiled: { phone: RegExp; card: RegExp } | undefined;

function patterns(): { phone: RegExp; card: RegExp } {
  if (!compiled) {
    const { areaCodes, figureLabels } = privacyWords();
    const figure = `(?<!(?:${alternation(figureLabels)}|[数量值额])(?:[（(][^（()）]{0,6}[）)])?[ \\u3000]?[:：为是共]?[ \\u3000]?)`;
    const before = `${figure}(?<![0-9０-９A-Za-z.〔]|[0-9０-９][-—–－])`;
    const after = `(?![0-9０-９A-Za-z]|[-—–－][0-9０-９])`;
    const country = `(?:[（(]?[+＋]?(?:0086|86|８６)[)）]?${JOINT}?)?`;
    const inHundredThousands = `(?!${D}{6}[0０]{5})`;
    const mobile = `${inHundredThousands}[1１][3-9３-９]${D}(?:${D}{8}|(${JOINT})${D}{4}\\1${D}{4}|${D}(${JOINT})${D}{3}\\2${D}{4})`;
    const codes = areaCodes.flatMap(codesBetween);
    const long = codes.filter((code) => code.length === 3);
    const short = codes.filter((code) => code.length === 4);
    const joint = `(?:(?:[)）]${JOINT}{0,3}|${JOINT}{1,3})[1-9]|[2-8])`;
    const landline =
      `(?:[（(](?=${D}{3,4}[)）]))?(?:(?:${alternation(long)})${joint}${D}{3} ?${D}{4}|` +
      `(?:${alternation(short)})${joint}${D}{2,3} ?${D}{4})`;
    compiled = {
      phone: new RegExp(
        `${before}(?:${country}${mobile}${after}(?!\\s*(?:[元万亿次户人个件条部台%％]|[.．]${D}))|${landline}${after}${COUNTED})`,
        'g',
      ),
      card: new RegExp(
        `${before}(?:${D}{17}[0-9０-９XxＸ]|62${D}{14,17}|62${D}{2}(?: ${D}{4}){3}(?: ${D}{1,3})?)${after}`,
        'g',
      ),
    };
  }
  return compiled;
}

/** 0310-0319 → the ten codes. */
function codesBetween(range: string): string[] {
  const [first = '', last = first] = range.split('-');
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) =>
    String(Number(first) + index).padStart(first.length, '0'),
  );
}

/** Eighteen characters of an identity card: region, date of birth, sequence, check character. */
function isIdentityCard(text: string): boolean {
  const plain = text.normalize('NFKC').toUpperCase();
  if (!/^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(plain))
    return false;
  const sum = [...plain.slice(0, 17)].reduce(
    (total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11),
    0,
  );
  return plain.at(-1) === '10X98765432'[sum % 11];
}

function isBankCard(text: string): boolean {
  const digits = text.normalize('NFKC').replace(/ /g, '');
  if (!/^62\d{14,17}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
