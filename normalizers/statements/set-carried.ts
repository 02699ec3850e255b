import type { StatementLine } from '../../src/model/statement.js';
import { numberingOf, withoutNumber } from './line-numbering.js';
import { statementText } from './statement-text.js';
import { statementWords } from './statement-words.js';

/** A carried row, and whether rows under it have begun. */
interface Head {
  line: StatementLine;
  isOpen: boolean;
  /** 其中 stands under it. */
  isSplit: boolean;
}

/**
 * Sets what stands between 本年合计 and 总计 apart from the items: a row there is carried (未安排支出的实户资金), and a row that splits a carried
 * one by funds (上年结转 / 一般公共预算拨款 / 政府性基金预算拨款) is part of it; carried itself where it has an amount and the row above has none.
 * Takes the lines of one half with their levels and roles.
 */
export function setCarried(lines: readonly StatementLine[]): void {
  const { ofYear, spent } = statementWords().lines;
  const names = new Set<string>();
  const uppermost = Math.min(...lines.flatMap(({ item }) => numberingOf(item) ?? []));
  let head: Head | null = null;
  let isBehindTotal = false;
  for (const line of lines) {
    const text = statementText(line.item);
    const name = withoutNumber(line.item);
    if (line.role === 'total' || line.code !== null) {
      head = null;
      isBehindTotal = line.role === 'total' && ofYear.test(text);
    } else if (head && isUnder(line, head, uppermost, isBehindTotal || names.has(name))) {
      head.isOpen = true;
      head.isSplit ||= line.role === 'part';
      head.line.level ??= 1;
      line.level = head.line.level + 1;
      line.role = head.isSplit || printsAmount(head.line) || !printsAmount(line) ? 'part' : 'carried';
    } else if (line.role === 'carried' || (line.role === 'item' && isBehindTotal && !spent.test(text))) {
      line.role = 'carried';
      head = { line, isOpen: false, isSplit: false };
    } else if (line.role === 'item') {
      head = null;
    }
    names.add(name);
  }
}

function isUnder(
  line: StatementLine,
  { line: above, isOpen }: Head,
  uppermost: number,
  isAgain: boolean,
): boolean {
  const { part, funds, otherFunds } = statementWords().lines;
  if (part.test(statementText(line.item))) return true;
  const [own, upper] = [numberingOf(line.item), numberingOf(above.item)];
  if (own !== null && upper !== null) return own > upper;
  if (own !== null && own > uppermost) return true;
  const name = withoutNumber(line.item);
  if (line.role === 'carried' && funds.test(withoutNumber(above.item))) return false;
  return (funds.test(name) && (isAgain || isOpen || upper !== null)) || (isOpen && otherFunds.test(name));
}

const printsAmount = ({ figures }: StatementLine): boolean =>
  figures.some(({ money }) => money?.state === 'amount');
