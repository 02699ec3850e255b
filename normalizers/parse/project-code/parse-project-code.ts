/** A project code (项目编码) of 21 characters taken apart; see the docstring of `parseProjectCode`. */
export interface ProjectCode {
  /** The code in capital letters, half-width. */
  code: string;
  /** GB/T 2260, or a code the finance system gives to a place GB/T 2260 does not know. */
  regionCode: string;
  /** Year the project was set up, four digits. A project that runs on keeps the code of its first year. */
  year: number;
  /** P, T, Y, R … */
  class: string;
  /** What stands before or after the code: the project's name; '' where there is nothing. */
  rest: string;
}

/**
 * region (6 digits) · year (2) · class letter · 11 characters of serial · last character. The last is a check character in
 * some provinces only, so it is not verified here.
 */
const CODE = /(?<![0-9A-Z])([1-8]\d{5})(\d{2})([A-Z])([0-9A-Z]{12})(?![0-9A-Z])/;

/**
 * Finds the 21-character code in a text, alone or glued to a name (`11000022T000000444004-标志类任务单…`); white space inside
 * the code (a narrow column broke it) is ignored. Null for codes of other lengths: keep those as printed.
 */
export function parseProjectCode(text: string): ProjectCode | null {
  const plain = text.replace(/[０-９Ａ-Ｚ]/g, (sign) => sign.normalize('NFKC'));
  const match = CODE.exec(plain) ?? CODE.exec(joinBrokenCode(plain));
  if (!match) return null;
  const [code, regionCode = '', year = '', kind = ''] = match;
  const source = match.input;
  const before = source.slice(0, match.index);
  const after = source.slice(match.index + code.length);
  return {
    code,
    regionCode,
    year: 2000 + Number(year),
    class: kind,
    rest: `${trimJoint(before)}${trimJoint(after)}`,
  };
}

/** Removes white space between two characters of a code: `11000022T000000444 004-…`. */
const joinBrokenCode = (text: string): string => text.replace(/(?<=[0-9A-Z])\s+(?=[0-9A-Z])/g, '');

const trimJoint = (text: string): string =>
  text.replace(/^[\s\-—–－_:：.、，)）\]】]+|[\s\-—–－_:：.、，(（[【]+$/g, '');
