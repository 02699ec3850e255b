const D = '[0-9０-９]';
const JOINT = '[ \\-—–－―_]{0,3}';
const AREA = `[（(]?(?:[0０]${D}{2,3})[)）]?`;

/** A number behind a contact label: with or without area code, extension, or an internal number of five digits and more. */
export const LABELLED_PHONE =
  `(?:[+＋]?[8８][6６]${JOINT})?(?:[1１][3-9３-９]${D}${JOINT}${D}{4}${JOINT}${D}{4}|${AREA}${JOINT}${D}{3,4}${JOINT}${D}{4}|` +
  `${D}{3,4}${JOINT}${D}{3,4}${JOINT}${D}{4}|${D}{3,4}[ \\-—–－]${D}{4}|${D}{6,12})(?:\\s?[-—转]\\s?${D}{1,5})?(?!${D})`;

/** What follows a number that is an amount or a count. */
export const COUNTED = '(?!\\s*(?:[元万亿次户人个件条部台%％]|[.．,，][0-9０-９]))';

const UNGLUED_BEFORE = '(?<![0-9０-９A-Za-z.,，〔\\-—–－])';
const UNGLUED_AFTER = '(?![0-9０-９A-Za-z]|[-—–－][0-9０-９])';

/**
 * Numbers that are private wherever they stand: mobiles (11 digits from 13 to 19, not ending in five zeros, which is an
 * amount in 元) and numbers with an area code (010 and 02x: eight digits, others seven or eight).
 */
export const PHONE_ANYWHERE = new RegExp(
  `${UNGLUED_BEFORE}(?:(?!${D}{6}[0０]{5})[1１][3-9３-９]${D}{9}|` +
    `(?:[（(](?:[0０][1１][0０]|[0０][2２]${D})[)）]|(?:[0０][1１][0０]|[0０][2２]${D}))[ ]?[-—–－)）][-—–－ ]{0,2}${D}{4} ?${D}{4}|` +
    `[（(]?[0０][3-9３-９]${D}{2}[)）]?[ ]?[-—–－)）][-—–－ ]{0,2}${D}{3,4} ?${D}{4})${UNGLUED_AFTER}${COUNTED}`,
  'g',
);
