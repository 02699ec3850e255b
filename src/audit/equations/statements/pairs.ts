import type { ColumnKind } from '../../../model/statement.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { isPrintedSum, isSamePrinted } from '../../figures/printed-sum.js';
import { oncePer } from '../../subjects/once-per.js';
import { plainItem, type StatementSubject, wholeStatements } from '../../subjects/statements.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import {
  doMeet,
  figuresOfKind,
  linesNamed,
  ofKind,
  totalLines,
  totalsOf,
  totalsOfKind,
  wholeOf,
} from './facts.js';

/** One thing two statements of a pack print, each with what it prints for it (several where scopes may differ). */
export interface StatementPair {
  /** Names the thing, without figures. */
  field: string;
  what: string;
  one: { name: string; figures: Figure[] };
  other: { name: string; figures: Figure[] };
  isMet: boolean;
}

/** Everything that stands in two statements. Kinds of which a pack has several statements are compared with none. */
export const statementPairs = oncePer((disclosure: DisclosureSubject): StatementPair[] => {
  const all = wholeStatements(disclosure);
  const only = (kind: Parameters<typeof ofKind>[1]): StatementSubject | null => {
    const [own, another] = ofKind(all, kind);
    return own && !another ? own : null;
  };
  const whole = only('income-expenditure');
  const spending = only('expenditure');
  const fiscal = only('fiscal');
  const general = only('general-public');
  const basics = only('basic-economy');
  return [
    ...pair('收入合计', whole, (each) => totalsOf(each, 'income'), only('income'), totalsOf),
    ...pair('支出合计', whole, (each) => totalsOf(each, 'expenditure'), spending, totalsOf),
    ...pair(
      '一般公共预算',
      fiscal,
      (each) => fundOf(each, 'general-public', /^一般公共预算/),
      general,
      totalsOf,
    ),
    ...pair(
      '政府性基金',
      fiscal,
      (each) => fundOf(each, 'government-fund', /^政府性基金/),
      only('government-fund'),
      totalsOf,
    ),
    ...pair(
      '基本支出',
      general,
      (each) => [...totalsOfKind(each, 'basic'), ...(spending ? totalsOfKind(spending, 'basic') : [])],
      basics,
      totalsOf,
    ),
    ...codePairs(spending, general),
    ...namePairs(whole, spending),
    ...namePairs(fiscal, general),
  ];
});

type Reader = (subject: StatementSubject) => Figure[];

function pair(
  what: string,
  one: StatementSubject | null,
  readOne: Reader,
  other: StatementSubject | null,
  readOther: Reader,
): StatementPair[] {
  if (!one || !other) return [];
  const [some, others] = [readOne(one), readOther(other)];
  if (!hasAmounts(some) || !hasAmounts(others)) return [];
  const isMet = doMeet(some, others) || isSumOf(some, others) || isCarried(one, some, others);
  return [
    {
      field: `statements:${what}`,
      what,
      one: { name: one.name, figures: some },
      other: { name: other.name, figures: others },
      isMet,
    },
  ];
}

/** Whether a list has several totals, each for a part of what is one figure elsewhere: 人员经费合计 and 公用经费合计. */
const isSumOf = (some: Figure[], others: Figure[]): boolean =>
  others.length > 1 && some.some((figure) => isPrintedSum(figure, others) === true);

/** Whether money carried over from the year before explains the difference: one of the two counts it in. */
function isCarried({ statement, figures }: StatementSubject, some: Figure[], others: Figure[]): boolean {
  const carried = statement.lines.flatMap(({ role, side }, line) =>
    role === 'carried' && side !== 'expenditure'
      ? (figures[line] ?? []).flatMap((figure) => fenOf(figure) ?? [])
      : [],
  );
  const sums = new Set([...carried, carried.reduce((sum, fen) => sum + fen, 0)]);
  return some.some((figure) =>
    others.some((other) => sums.has(Math.abs((fenOf(figure) ?? 0) - (fenOf(other) ?? 0)))),
  );
}

const hasAmounts = (figures: Figure[]): boolean => figures.some((figure) => fenOf(figure) !== null);

/**
 * One fund in the statement of fiscal income and expenditure: its line of income, its column of spending; with money carried over
 * the totals of the table too, where it is the only fund.
 */
function fundOf(fiscal: StatementSubject, kind: ColumnKind, name: RegExp): Figure[] {
  const lines = linesNamed(fiscal, (item) => name.test(item));
  return [
    ...lines.flatMap((line) => wholeOf(fiscal, line)),
    ...totalsOfKind(fiscal, kind),
    ...(kind === 'general-public' ? totalsOf(fiscal) : []),
  ];
}

const COMPARED: readonly ColumnKind[] = ['basic', 'project'];

/** Where both statements have one total, every class has one amount. */
function codePairs(one: StatementSubject | null, other: StatementSubject | null): StatementPair[] {
  if (!one || !other || !haveOneTotal(one, other)) return [];
  const [some, others] = [onePerKey(one, codeOf), onePerKey(other, codeOf)];
  return [...some].flatMap(([code, line]) => {
    const beside = others.get(code);
    return beside === undefined ? [] : linePairs(one, line, other, beside);
  });
}

/** Classes of function by name, where one statement prints no codes. */
function namePairs(one: StatementSubject | null, other: StatementSubject | null): StatementPair[] {
  if (!one || !other || !haveOneTotal(one, other)) return [];
  const nameOf = (subject: StatementSubject) => (line: number) => {
    const { code, item, role, side } = subject.statement.lines[line] ?? {};
    const isClass = role === 'item' && side !== 'income' && (code == null || /^2\d\d$/.test(code));
    const name = plainItem(item ?? '');
    return isClass && name.endsWith('支出') ? name : '';
  };
  const [some, others] = [onePerKey(one, nameOf), onePerKey(other, nameOf)];
  return [...some].flatMap(([name, line]) => {
    const beside = others.get(name);
    return beside === undefined ? [] : linePairs(one, line, other, beside);
  });
}

const codeOf =
  ({ statement }: StatementSubject) =>
  (line: number): string => {
    const { code, role, item } = statement.lines[line] ?? {};
    const isClass = /^2\d\d$/.test(code ?? '') ? item?.endsWith('支出') : /^2(\d{4}|\d{6})$/.test(code ?? '');
    return role === 'item' && isClass ? (code ?? '') : '';
  };

/** Lines by their key, those left out that share one. */
function onePerKey(
  subject: StatementSubject,
  keyOf: (subject: StatementSubject) => (line: number) => string,
): Map<string, number> {
  const key = keyOf(subject);
  const found = new Map<string, number>();
  const several = new Set<string>();
  for (const line of subject.statement.lines.keys()) {
    const own = key(line);
    if (own === '') continue;
    if (found.has(own)) several.add(own);
    found.set(own, line);
  }
  for (const own of several) found.delete(own);
  return found;
}

function haveOneTotal(one: StatementSubject, other: StatementSubject): boolean {
  const side = totalLines(one, 'expenditure').length > 0 ? ('expenditure' as const) : undefined;
  const [some, others] = [totalsOf(one, side), totalsOf(other)];
  const [total, another] = others;
  return (
    total !== undefined &&
    another === undefined &&
    some.length > 0 &&
    some.every((each) => isSamePrinted(each, total))
  );
}

function linePairs(
  one: StatementSubject,
  line: number,
  other: StatementSubject,
  beside: number,
): StatementPair[] {
  const item = plainItem(one.statement.lines[line]?.item ?? '');
  const compare = (what: string, some: Figure[], others: Figure[]): StatementPair[] =>
    some.length === 1 && others.length === 1 && hasAmounts(some) && hasAmounts(others)
      ? [
          {
            field: `statements:${what}`,
            what,
            one: { name: one.name, figures: some },
            other: { name: other.name, figures: others },
            isMet: doMeet(some, others),
          },
        ]
      : [];
  return [
    ...compare(item, wholeOf(one, line), wholeOf(other, beside)),
    ...COMPARED.flatMap((kind) =>
      compare(
        `${item}·${kind === 'basic' ? '基本支出' : '项目支出'}`,
        figuresOfKind(one, line, kind),
        figuresOfKind(other, beside, kind),
      ),
    ),
  ];
}
