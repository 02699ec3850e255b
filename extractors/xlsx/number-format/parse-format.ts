import type { FormatSection, FormatToken, Language } from './section.js';

/** How Excel of other languages writes General into a file. */
const GENERAL = /^(?:general|g\/(?:通用格式|標準|标准|표준))/i;
const HALF_OF_DAY = /^(?:am\/pm|a\/p|上午\/下午)/i;
const DATE_LETTERS = /^(?:y+|m+|d+|h+|s+|a{3,}|e+(?![-+])|g+|b+)/i;
const ELAPSED = /^\[(h+|m+|s+)\]/i;
const CONDITION = /^\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+(?:E[-+]?\d+)?)\]/i;
/** Dates and times as the system of the reader writes them, here a Chinese one. */
const SYSTEM_DATE = 'yyyy"年"m"月"d"日"';
const SYSTEM_TIME = 'h:mm:ss';

/** The sections of a number format (ECMA-376 part 1, 18.8.31, and what Chinese Excel and WPS write beside that). */
export function parseFormat(code: string): FormatSection[] {
  const sections: FormatSection[] = [{ tokens: [], kind: 'number' }];
  let rest = code;
  while (rest !== '') {
    const section = sections.at(-1) ?? { tokens: [], kind: 'number' };
    if (rest.startsWith(';')) {
      sections.push({ tokens: [], kind: 'number' });
      rest = rest.slice(1);
    } else if (rest.startsWith('[')) {
      rest = readBracket(rest, section);
    } else {
      const { token, length } = readToken(rest);
      if (token) section.tokens.push(token);
      rest = rest.slice(length);
    }
  }
  for (const section of sections) section.kind = kindOf(section);
  return sections;
}

function readToken(rest: string): { token?: FormatToken; length: number } {
  const general = GENERAL.exec(rest)?.[0];
  if (general) return { token: { kind: 'general' }, length: general.length };
  const half = HALF_OF_DAY.exec(rest)?.[0];
  if (half) return { token: { kind: 'date', letters: half.toLowerCase() }, length: half.length };
  const letters = DATE_LETTERS.exec(rest)?.[0];
  if (letters) return { token: { kind: 'date', letters: letters.toLowerCase() }, length: letters.length };
  const [first = ''] = rest;
  switch (first) {
    case '"': {
      const end = rest.indexOf('"', 1);
      const text = rest.slice(1, end < 0 ? undefined : end);
      return { token: { kind: 'text', text }, length: text.length + 2 };
    }
    // `!` escapes like `\` in the formats of East Asian Excel.
    case '\\':
    case '!': {
      const [text = ''] = rest.slice(1);
      return { token: { kind: 'text', text }, length: 1 + text.length };
    }
    case '_':
      return { token: { kind: 'text', text: ' ' }, length: 2 };
    case '*':
      return { length: 2 };
    case '0':
    case '#':
    case '?':
      return { token: { kind: 'digit', placeholder: first }, length: 1 };
    case '.':
      return { token: { kind: 'point' }, length: 1 };
    case ',':
      return { token: { kind: 'comma' }, length: 1 };
    case '%':
      return { token: { kind: 'percent' }, length: 1 };
    case '@':
      return { token: { kind: 'cell' }, length: 1 };
    case '/':
      return { token: { kind: 'slash' }, length: 1 };
    case 'E':
    case 'e':
      return { token: { kind: 'exponent' }, length: 1 };
    default:
      return { token: { kind: 'text', text: first }, length: first.length };
  }
}

/** Colour, condition, elapsed time, numerals, or currency and language; what is none of these shows nothing. */
function readBracket(rest: string, section: FormatSection): string {
  const end = rest.indexOf(']');
  if (end < 0) return '';
  const elapsed = ELAPSED.exec(rest)?.[1];
  const condition = CONDITION.exec(rest);
  const numerals = /^\[dbnum([123])\]/i.exec(rest)?.[1];
  const after = rest.slice(end + 1);
  if (elapsed) section.tokens.push({ kind: 'elapsed', letters: elapsed.toLowerCase() });
  else if (condition) section.condition = { operator: condition[1] ?? '', limit: Number(condition[2]) };
  else if (numerals) section.numerals = numerals === '1' ? 1 : numerals === '2' ? 2 : 3;
  else if (rest.startsWith('[$')) return readLocale(rest.slice(2, end), after, section);
  return after;
}

/** `[$¥-804]`: symbol, then language; `[$-F800]` and `[$-F400]` stand for the system's own date and time. */
function readLocale(inside: string, after: string, section: FormatSection): string {
  const dash = inside.indexOf('-');
  const symbol = dash < 0 ? inside : inside.slice(0, dash);
  const locale = dash < 0 ? '' : inside.slice(dash + 1);
  if (symbol) section.tokens.push({ kind: 'text', text: symbol });
  if (/^(f800|x-sysdate)/i.test(locale)) return `${SYSTEM_DATE}${restOfFormat(after)}`;
  if (/^(f400|x-systime)/i.test(locale)) return `${SYSTEM_TIME}${restOfFormat(after)}`;
  const language = languageOf(locale);
  if (language) section.language = language;
  return after;
}

/** From the next section on. */
const restOfFormat = (after: string): string => /;.*/s.exec(after)?.[0] ?? '';

/** Of an LCID in hexadecimal, whose upper half says calendar and numerals ([MS-LCID]), or of a language tag. */
function languageOf(locale: string): Language | undefined {
  if (/^zh-(tw|hk|mo|hant)/i.test(locale)) return 'zh-Hant';
  if (/^zh/i.test(locale)) return 'zh';
  if (/^ja/i.test(locale)) return 'ja';
  if (!/^[\da-f]+$/i.test(locale)) return locale === '' ? undefined : 'en';
  const lcid = Number.parseInt(locale, 16) & 0xffff;
  switch (lcid & 0x3ff) {
    case 0:
      return undefined;
    case 0x04:
      return [0x0804, 0x1004].includes(lcid) ? 'zh' : 'zh-Hant';
    case 0x11:
      return 'ja';
    default:
      return 'en';
  }
}

function kindOf({ tokens }: FormatSection): FormatSection['kind'] {
  const has = (...kinds: FormatToken['kind'][]): boolean => tokens.some(({ kind }) => kinds.includes(kind));
  if (has('date', 'elapsed')) return 'date';
  if (has('exponent') || (has('slash') && has('digit'))) return 'other';
  if (has('general')) return 'general';
  return has('cell') ? 'text' : 'number';
}
