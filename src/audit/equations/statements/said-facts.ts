import type { Said } from '../../../model/statement.js';
import { type Figure, fenOf, figureOf } from '../../figures/figure.js';
import { isSaidOf } from '../../figures/printed-sum.js';
import { oncePer } from '../../subjects/once-per.js';
import { plainItem, type StatementSubject, wholeStatements } from '../../subjects/statements.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import type { FigureReading } from '../../verdicts/form-reading.js';
import { isOfYear, ofKind, totalLines, totalsOf, totalsOfKind, yearFigures } from './facts.js';

/** A figure of the prose as an operand. */
export function saidFigure(said: Said, money: Said['money'], { unseen }: DisclosureSubject): Figure | null {
  const reading: FigureReading = {
    form: { state: 'filled', certainty: { claimed: 1, missing: [], rowsThatFit: 1 } },
    decimals: {},
    unseen,
  };
  return money ? figureOf(said.subject, money, said.evidence, reading) : null;
}

/** Whether a sentence speaks of the year of the pack. */
export const isOfPackYear = ({ aboutYear }: Said, { disclosure }: DisclosureSubject): boolean =>
  aboutYear === null || disclosure.year === null || aboutYear === disclosure.year;

/** The subject without what every sentence says: 预算, 安排, 本年, 合计. */
export const plainSubject = (subject: string): string =>
  subject
    .normalize('NFKC')
    .replace(/[\s“”"'《》]/g, '')
    .replace(/\((类|款|项)\)|\(\d{3,7}\)/g, '')
    .replace(
      /20\d\d年度?|本年度?|当年度?|全年|年初|预计|安排的?|预算数?|决算数?|总额|总计|合计|总(?=收入|支出|收支)/g,
      '',
    )
    .replace(/^(部门|单位)+/, '')
    .replace(/^一般公共(财政拨款)?(?=三公)/, '');

/**
 * Every figure the statements print that a sentence may mean: an amount of the prose that is one of them is right. Empty where
 * its subject is none of the statements' words, or is printed for a part of the spending only.
 */
export function figuresMeant(said: Said, disclosure: DisclosureSubject): Figure[] {
  const { subject, code } = said;
  const plain = plainSubject(subject).replace(/^涉及/, '');
  const all = wholeStatements(disclosure);
  if (/^涉及/.test(subject)) return WHOLE_FUND.test(plain) ? coveredFigures(said, disclosure) : [];
  for (const [pattern, read] of SUBJECTS) {
    if (pattern.test(plain)) return withAmount(read(all, plain));
  }
  const lines = (linesByItem(disclosure).get(plain) ?? []).filter(
    ({ of }) => plain.length >= SHORTEST || (code !== null && of === code),
  );
  const isWhole = lines.some(({ isFunction, of }) => isFunction || (code !== null && of === code));
  return isWhole ? withAmount(lines.flatMap(({ figures }) => figures)) : [];
}

const WHOLE_FUND = /^一般公共(财政)?(拨款)?(支出)?$/;

/**
 * 绩效目标管理全覆盖，涉及一般公共预算拨款…: the whole fund, where the amount is not that of all projects. Empty where the sentence
 * says it of some of the spending.
 */
function coveredFigures(said: Said, disclosure: DisclosureSubject): Figure[] {
  const isWhole = /全覆盖|(均|全部|全面)(已|都)?(实行|实施|实现|纳入|编制)[^，。；]{0,6}绩效目标/.test(
    said.sentence,
  );
  if (!isWhole || /项目|专项|重点|部分/.test(said.sentence)) return [];
  const all = wholeStatements(disclosure);
  const own = saidFigure(said, said.money, disclosure);
  const ofProjects = withAmount([
    ...all.flatMap((subject) => totalsOfKind(subject, 'project')),
    ...totals(all, 'project-expenditure'),
  ]).filter((figure) => own && isSaidOf(own, figure));
  return withAmount([
    ...ofProjects,
    ...totals(all, 'general-public', 'fiscal', 'income-expenditure'),
    ...ofKind(all, 'income', 'expenditure', 'income-expenditure').flatMap((subject) =>
      totalsOfKind(subject, 'general-public'),
    ),
    ...all.flatMap((subject) => linesOf(subject, (item) => /^一般公共预算/.test(item))),
  ]);
}

const withAmount = (figures: Figure[]): Figure[] => figures.filter((figure) => fenOf(figure) !== null);

type Reader = (all: StatementSubject[], subject: string) => Figure[];

const totals = (all: StatementSubject[], ...kinds: Parameters<typeof ofKind>[1][]): Figure[] =>
  ofKind(all, ...kinds).flatMap((subject) => totalsOf(subject));

/** One fund: its own statement, and its lines and columns in the others. */
const fund = (kind: 'general-public' | 'government-fund' | 'state-capital', name: RegExp): Reader => {
  return (all) => [
    ...totals(all, kind, ...(kind === 'general-public' ? (['basic-economy'] as const) : [])),
    ...all.flatMap((subject) => [
      ...totalsOfKind(subject, kind),
      ...linesOf(subject, (item) => name.test(item)),
      ...columnsNamed(subject, name),
    ]),
    ...(kind === 'general-public' ? totals(all, 'fiscal', 'income-expenditure') : []),
  ];
};

/** Amounts of the totals of a statement in columns of a name. */
const columnsNamed = ({ statement, figures, ...subject }: StatementSubject, name: RegExp): Figure[] =>
  totalLines({ statement, figures, ...subject }).flatMap((line) =>
    (figures[line] ?? []).flatMap((figure, column) => {
      const own = statement.columns[column];
      return figure && own && isOfYear(own) && own.label.split('/').some((part) => name.test(part))
        ? [figure]
        : [];
    }),
  );

/** Amounts of the lines of a name. */
const linesOf = (subject: StatementSubject, isNamed: (item: string) => boolean): Figure[] =>
  subject.statement.lines.flatMap(({ item }, index) =>
    isNamed(plainItem(item)) ? yearFigures(subject, index) : [],
  );

/** Lines and columns of a name in every statement of some kinds. */
const named =
  (name: RegExp, ...kinds: Parameters<typeof ofKind>[1][]): Reader =>
  (all) =>
    ofKind(all, ...kinds).flatMap((subject) => [
      ...linesOf(subject, (item) => name.test(item)),
      ...columnsNamed(subject, name),
    ]);

/** 会议费 and 培训费 as the table of 三公 prints them; classes of that name in other tables are of a part of the spending. */
function beside(name: RegExp): Reader {
  return (all) => {
    const own = named(name, 'three-public')(all, '');
    return own.length > 0 ? [...own, ...named(name, 'basic-economy', 'general-public')(all, '')] : [];
  };
}

/** Statements that part spending by what it is for. */
const DETAILED = ['basic-economy', 'general-public', 'expenditure', 'income-expenditure', 'fiscal'] as const;

/** What the prose speaks of, and where the statements print it. */
const SUBJECTS: [RegExp, Reader][] = [
  [/^收入$/, (all) => [...totals(all, 'income', 'fiscal'), ...sides(all)]],
  [/^支出$/, (all) => [...totals(all, 'expenditure', 'fiscal'), ...sides(all)]],
  [/^收支$/, (all) => [...totals(all, 'income', 'expenditure'), ...sides(all)]],
  [
    /^财政拨款(收入|支出|收支)?$/,
    (all) => [
      ...totals(all, 'fiscal', 'general-public'),
      ...named(/^财政拨款/, 'income-expenditure', 'income', 'expenditure')(all, ''),
      ...fund('general-public', /^一般公共预算/)(all, ''),
    ],
  ],
  [/^一般公共(财政)?(拨款)?(收入|支出)?$/, fund('general-public', /^一般公共预算/)],
  [/^政府性基金(拨款)?(收入|支出)?$/, fund('government-fund', /^政府性基金/)],
  [/^国有资本经营(拨款)?(收入|支出)?$/, fund('state-capital', /^国有资本经营/)],
  [
    /^基本支出$/,
    (all) => [
      ...totals(all, 'basic-economy'),
      ...all.flatMap((subject) => totalsOfKind(subject, 'basic')),
      ...named(/^基本支出/, 'income-expenditure', 'fiscal', 'general-public', 'expenditure')(all, ''),
    ],
  ],
  [
    /^项目支出$/,
    (all) => [
      ...totals(all, 'project-expenditure'),
      ...all.flatMap((subject) => totalsOfKind(subject, 'project')),
      ...named(/^项目支出/, 'income-expenditure', 'fiscal', 'general-public', 'expenditure')(all, ''),
    ],
  ],
  [/^人员经费$/, named(/人员(经费|支出)/, ...DETAILED)],
  [/^(日常)?公用经费$/, named(/公用(经费|支出)/, ...DETAILED)],
  [
    /^三公(经费)?(支出)?$/,
    (all) => [...totals(all, 'three-public'), ...named(/三公/, 'three-public')(all, '')],
  ],
  [/^(一般公共(财政)?)?会议费$/, beside(/^会议费/)],
  [/^(一般公共(财政)?)?培训费$/, beside(/^培训费/)],
  [/^因公出国/, named(/出国/, 'three-public', 'basic-economy')],
  [/^公务接待费?/, named(/接待/, 'three-public', 'basic-economy')],
  [/^公务用车购置(及|和|与)运行/, named(/公务用车(购置)?/, 'three-public')],
  [/^公务用车购置/, named(/购置/, 'three-public', 'basic-economy')],
  [/^公务用车运行/, named(/运行/, 'three-public', 'basic-economy')],
];

const sides = (all: StatementSubject[]): Figure[] => totals(all, 'income-expenditure');

/** A line under its plain item. */
interface NamedLine {
  of: string | null;
  /** A function class: its line is of all money of the statement, while economy classes are often of 基本支出 only. */
  isFunction: boolean;
  figures: Figure[];
}

/** Lines of every statement under an equal item, read once. */
const linesByItem = oncePer((disclosure: DisclosureSubject): Map<string, NamedLine[]> => {
  const byItem = new Map<string, NamedLine[]>();
  for (const subject of wholeStatements(disclosure)) {
    for (const [index, line] of subject.statement.lines.entries()) {
      if (line.role === 'total' || line.role === 'carried') continue;
      const key = plainSubject(plainItem(line.item));
      if (key === '') continue;
      const isFunction = /^2\d{2,6}$/.test(line.code ?? '') && subject.statement.kind !== 'basic-economy';
      const named = { of: line.code, isFunction, figures: yearFigures(subject, index) };
      byItem.set(key, [...(byItem.get(key) ?? []), named]);
    }
  }
  return byItem;
});

/** A shorter word is no name of a class without its code. */
const SHORTEST = 4;
