import {
  type BudgetClass,
  CLASS_DIGITS,
  type ClassLevel,
  classesNamed,
} from '../../../model/facts/budget-classes.js';
import { oncePer } from '../../subjects/once-per.js';
import { plainItem, statementSubjects } from '../../subjects/statements.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import type { ClassChain } from '../../texts/class-chains.js';

/** Names of the function classes a pack prints, with their codes. */
export const printedClasses = oncePer((disclosure: DisclosureSubject): Map<string, Set<string>> => {
  const byName = new Map<string, Set<string>>();
  for (const { code, item } of statementSubjects(disclosure).flatMap(({ statement }) => statement.lines)) {
    const name = bare(plainItem(item));
    if (code && /^2\d{2}(\d\d){0,2}$/.test(code) && name !== '')
      byName.set(name, (byName.get(name) ?? new Set()).add(code));
  }
  return byName;
});

/**
 * Why a chain of 类, 款 and 项 cannot be one (Chinese, with codes), by the national classification and the tables of the pack; null where it can. A
 * name nobody knows, and one that stands under many classes, says nothing.
 */
export function chainFault(chain: ClassChain, printed: ReadonlyMap<string, Set<string>>): string | null {
  const codesOf = (name: string, level: ClassLevel): string[] => codesNamed(name, level, printed);
  const upper = codesOf(chain.类, '类');
  const middle = codesOf(chain.款, '款');
  const [top, group] = [upper[0], middle[0]];
  if (group === undefined) return null;
  if (top !== undefined && !areUnder(middle, upper))
    return `“${chain.款}”（${middle.join('、')}）不在“${chain.类}”（${top}）之下`;
  if (chain.项 === null) return null;
  const own = codesOf(chain.项, '项');
  if (own.length > 0) {
    const isTold = own.every((code) => isPrinted(code, printed)) && !isShared(chain.项);
    return isTold && !areUnder(own, middle)
      ? `“${chain.项}”在预算表中为${own.join('、')}，不在“${chain.款}”（${group}）之下`
      : null;
  }
  const [raised] = codesOf(chain.项, '款');
  if (raised === undefined || middle.includes(raised)) return null;
  const below = namesUnder(raised, printed);
  return isPrinted(raised, printed) && !middle.some((code) => isPrinted(code, printed))
    ? `“${chain.项}”是款（${raised}），不是“${chain.款}”（${group}）的项，预算表列有${below.join('、')}`
    : null;
}

const bare = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '');

/** Words before the name of a 类 in a sentence are not known where they end: the longest known name at its end. */
function codesNamed(name: string, level: ClassLevel, printed: ReadonlyMap<string, Set<string>>): string[] {
  const digits = CLASS_DIGITS[level];
  const found = (some: string): string[] =>
    [
      ...new Set(
        [some, `${some}支出`].flatMap((each) => [
          ...classesNamed(each)
            .filter(isFunction)
            .map(({ code }) => code),
          ...(printed.get(bare(each)) ?? []),
        ]),
      ),
    ].filter((code) => code.length === digits);
  if (level !== '类') return found(name);
  for (let at = 0; at < name.length - 1; at++) {
    const codes = found(name.slice(at));
    if (codes.length > 0) return codes;
  }
  return [];
}

const isFunction = ({ classification }: BudgetClass): boolean => classification === 'function';

const areUnder = (codes: string[], uppers: string[]): boolean =>
  codes.some((code) => uppers.some((upper) => code.startsWith(upper)));

const isPrinted = (code: string, printed: ReadonlyMap<string, Set<string>>): boolean =>
  [...printed.values()].some((codes) => codes.has(code));

/** Names of 项 that stand under many 款: 行政运行, 机关服务, 其他…. */
const isShared = (name: string): boolean =>
  /^(行政运行|一般行政管理事务|机关服务|事业运行|信息化建设|事业机构|培训支出)$|^其他/.test(name) ||
  classesNamed(name).filter(({ code }) => code.length === CLASS_DIGITS.项).length > 1;

function namesUnder(upper: string, printed: ReadonlyMap<string, Set<string>>): string[] {
  return [...printed]
    .flatMap(([name, codes]) => [...codes].map((code) => ({ code, text: `${code}${name}` })))
    .filter(({ code }) => code.startsWith(upper))
    .sort((a, b) => a.code.localeCompare(b.code))
    .map(({ text }) => text);
}
