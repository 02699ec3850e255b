import { inWords } from './chinese-numerals.js';
import { type Chosen, chooseSection } from './choose-section.js';
import { lacksSign } from './lacks-sign.js';
import { parseFormat } from './parse-format.js';
import type { FormatSection } from './section.js';
import { showDate } from './show-date.js';
import { showDecimal } from './show-decimal.js';
import { showGeneral } from './show-general.js';
import { storedDecimal } from './stored-decimal.js';

/** How a number is shown. */
export interface ShownNumber {
  text: string;
  /** The stored decimal, where fewer of its digits or no sign are shown and nothing else was done to it. */
  exact?: string;
}

/** Shows a number in a number format; undefined for fractions, scientific notation, and dates beyond the calendar. */
export type NumberFormatter = (code: string, value: number) => ShownNumber | undefined;

/** @param is1904 whether the days of the workbook are counted from 1904 */
export function numberFormatter(is1904: boolean): NumberFormatter {
  const parsed = new Map<string, FormatSection[]>();
  return (code, value) => {
    let sections = parsed.get(code);
    if (!sections) {
      sections = parseFormat(code);
      parsed.set(code, sections);
    }
    return showNumber(chooseSection(sections, value), value, is1904);
  };
}

function showNumber({ section, dropsSign }: Chosen, value: number, is1904: boolean): ShownNumber | undefined {
  switch (section.kind) {
    case 'date': {
      const text = showDate(value, section, is1904);
      return text === undefined ? undefined : { text };
    }
    case 'number':
      return inPlaceholders(section, dropsSign, value);
    case 'other':
      return undefined;
    default:
      return inGeneral(section, dropsSign, value);
  }
}

function inPlaceholders(section: FormatSection, dropsSign: boolean, value: number): ShownNumber {
  const stored = storedDecimal(value);
  const { text, rounded, isScaled } = showDecimal(stored.abs(), section);
  const hasDigits = section.tokens.some(({ kind }) => kind === 'digit');
  const isNegative = value < 0 && !dropsSign && !(hasDigits && rounded.eq(0));
  const shown = `${isNegative ? '-' : ''}${text}`;
  const isOther = !rounded.eq(stored.abs()) || (value < 0 && lacksSign(shown));
  return { text: shown, ...(hasDigits && !isScaled && isOther ? { exact: stored.toFixed() } : {}) };
}

/** General, also amid other text (G/通用格式"元"), and formats for text, in which numbers are General. */
function inGeneral(section: FormatSection, dropsSign: boolean, value: number): ShownNumber {
  const plain = showGeneral(Math.abs(value));
  const { numerals } = section;
  const own = numerals === undefined ? plain : inWords(plain, numerals);
  const text = section.tokens
    .map((token) =>
      token.kind === 'general' || token.kind === 'cell' ? own : token.kind === 'text' ? token.text : '',
    )
    .join('');
  const shown = `${value < 0 && !dropsSign ? '-' : ''}${text}`;
  const isUnsigned = value < 0 && lacksSign(shown);
  const stored = Number.isSafeInteger(value) && !isUnsigned ? undefined : storedDecimal(value);
  const isOther = stored !== undefined && (isUnsigned || !stored.abs().eq(plain));
  return { text: shown, ...(isOther ? { exact: stored.toFixed() } : {}) };
}
