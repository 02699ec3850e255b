const D = '[0-9０-９]';
const JOINT = '[ \\-—–－―_]{0,3}';
const AREA = `[（(]?(?:[0０]${D}{2,3})[)）]?`;

/** A number behind a contact label: with or without area code, extension, or an internal number of five digits and more. */
export const LABELLED_PHONE =
  `(?:[+＋]?[8８][6６]${JOINT})?(?:[1１][3-9３-９]${D}${JOINT}${D}{4}${JOINT}${D}{4}|${AREA}${JOINT}${D}{3,4}${JOINT}${D}{4}|` +
  `${D}{3,4}${JOINT}${D}{3,4}${JOINT}${D}{4}|${D}{3,4}[ \\-—–－]${D}{4}|${D}{6,12})(?:\\s?[-—转]\\s?${D}{1,5})?(?!${D})`;

/** What follows a number that is an amount or a count. */
export const COUNTED = '(?!\\s*(?:[元万亿次户人个件条部台%％]|[.．,，][0-9０-９]))';
