import { departmentWords } from './department-words.js';

export interface ParsedDepartment {
  /** As printed, without label, code, 中共, seal notes and white space. */
  name: string;
  /** Budget code printed beside the name: 216001 (three digits of department, three of unit); null where there is none. */
  code: string | null;
  /** An agency glued to the department's name: 政法委部门|区委政法委员会本级. */
  agency: string | null;
}

/**
 * Takes a department cell apart: `216001政法委部门区委政法委员会本级`, `[812]自治区教育厅`, `820-马踏镇部门`,
 * `中共株洲市石峰区委政法委员会（盖章）`. Null where no name is left.
 */
export function parseDepartment(text: string): ParsedDepartment | null {
  const { code, rest } = takeCode(withoutLabel(text.replace(/\s+/g, '')));
  const plain = withoutParty(withoutNotes(rest));
  if (!/\p{Script=Han}{2}/u.test(plain.replace(/\d{4}年度?/g, ''))) return null;
  const glued = splitAgency(plain);
  return { name: glued?.name ?? plain, code, agency: glued?.agency ?? null };
}

/** Removes `中共` and `中国共产党` from the beginning. */
export function withoutParty(name: string): string {
  const prefix = departmentWords().partyPrefixes.find((word) => name.startsWith(word));
  return prefix ? name.slice(prefix.length) : name;
}

function withoutLabel(text: string): string {
  const match = /^([^:：]{2,12})[:：](.*)$/u.exec(text);
  const label = match?.[1]?.replace(/[（(][^（()）]*[）)]$/, '');
  return match && label && departmentWords().labels.includes(label) ? (match[2] ?? '') : text;
}

/** Four digits in brackets are a year. */
const BRACKETED_CODE = /[[【（(〔]([0-9]{3}|[0-9]{5,12})[\]】）)〕]/;
const LEADING_CODE = /^([0-9]{3,12})([-—–_－:：.、]*)(?=[^0-9年.%])/;
const TRAILING_CODE = /(?<=[-—–_－]|\p{Script=Han})([0-9]{3}|[0-9]{6,12})$/u;

function takeCode(text: string): { code: string | null; rest: string } {
  const plain = text.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
  const bracketed = BRACKETED_CODE.exec(plain);
  if (bracketed) {
    const rest = plain.replace(bracketed[0], '').replace(/^[-—–_－:：]+/, '');
    return { code: bracketed[1] ?? null, rest };
  }
  const leading = LEADING_CODE.exec(plain);
  if (leading && isCode(leading[1] ?? '', leading[2] !== '')) {
    return { code: leading[1] ?? null, rest: plain.slice(leading[0].length) };
  }
  const trailing = TRAILING_CODE.exec(plain);
  if (trailing && isCode(trailing[1] ?? '', false)) {
    return { code: trailing[1] ?? null, rest: plain.slice(0, trailing.index).replace(/[-—–_－]+$/, '') };
  }
  return { code: null, rest: plain };
}

/** Digits glued to a name are a code when they come in threes and are no emergency number. */
const isCode = (digits: string, separated: boolean): boolean =>
  separated || (digits.length % 3 === 0 && !departmentWords().emergencyNumbers.includes(digits));

function withoutNotes(text: string): string {
  const notes = departmentWords().notes.join('|');
  const inBrackets = new RegExp(`[（(【[](?:${notes})[）)】\\]]`, 'g');
  const sealAtEnd = /[:：]?(单位)?(盖章|公章|签章)[:：]?$/;
  const plain = text
    .replace(inBrackets, '')
    .replace(sealAtEnd, '')
    .replace(/[:：]+$/, '');
  const enclosed = /^[（(【[《“"](.+)[）)】\]》”"]$/.exec(plain);
  return enclosed?.[1] && !/[（()）]/.test(enclosed[1]) ? enclosed[1] : plain;
}

/** 政法委部门区委政法委员会本级 → 政法委部门 + 区委政法委员会本级. */
function splitAgency(name: string): { name: string; agency: string } | null {
  const { joint } = departmentWords();
  const end = name.indexOf(joint, 2) + joint.length;
  const agency = name.slice(end);
  const isName =
    /^\p{Script=Han}{3,}/u.test(agency) && /[局委会厅办部院校站队所处社馆团心室级关所]$/.test(agency);
  return end > joint.length && isName ? { name: name.slice(0, end), agency } : null;
}
