import { figuresMeant, plainSubject, saidFigure } from '../../equations/statements/said-facts.js';
import { statementObstacle } from '../../equations/statements/statement-verdicts.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFigure } from '../../figures/format.js';
import { isSaidOf } from '../../figures/printed-sum.js';
import { statementSubjects } from '../../subjects/statements.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const narrativeYearDiffers = defineDocumentRule({
  id: 'narrative-year-differs',
  version: 2,
  title: '文字说明的年份与预算年度不符',
  severity: 'warning',
  tolerance: 'T0',
  authority: arithmetic('本年预算表中的数说的是本年'),
  formula: '金额与本年预算表相同、与上年数不同的句子，所说的年份 = 预算年度',
  why: '文字写着别的年份而金额是本年的，多半是沿用上年的文稿没有改年份。',
  messages: {
    differs: '文字写“{year}年”的“{subject}”为{amount}，与{packYear}年预算表的“{label}”相同，年份待核实。',
  },
  *check(disclosure) {
    const { year, said } = disclosure.disclosure;
    if (year === null) return yield notApplicable('不知道是哪一年的预算');
    const own = said.filter(({ aboutYear, money }) => aboutYear !== null && money?.fen);
    if (own.length === 0) return yield notApplicable('文字没有写年份');
    const obstacle = statementObstacle(disclosure);
    if (obstacle) return yield obstacle;
    const others = own.filter(({ aboutYear }) => aboutYear !== year);
    const known = compared(disclosure);
    for (const each of others) {
      const figure = saidFigure(each, each.money, disclosure);
      const same = figuresOfSubject(each, disclosure).find((meant) => figure && isSaidOf(figure, meant));
      const isUnchanged = each.change?.direction === 'same' || each.percent?.direction === 'same';
      if (
        !figure ||
        !same ||
        isUnchanged ||
        known.has(fenOf(same) ?? 0) ||
        saysItself(disclosure, each, year)
      ) {
        yield pass;
        continue;
      }
      yield fail({
        field: `year:${plainSubject(each.subject)}`,
        project: null,
        message: 'differs',
        parameters: {
          year: String(each.aboutYear),
          subject: each.subject,
          amount: showFigure(figure),
          packYear: String(year),
          label: same.label,
        },
        reported: String(each.aboutYear),
        expected: String(year),
        operands: [figure, same],
      });
    }
    if (others.length === 0) yield pass;
  },
  examples: {
    passes: [
      { title: '写的是预算年度', disclosures: [pack(2023, '120万元')] },
      { title: '写上年，金额也是上年的', disclosures: [pack(2022, '110万元')] },
    ],
    reports: [{ title: '写上年，金额是本年的', disclosures: [pack(2022, '120万元')], fields: ['year:支出'] }],
    notApplicable: [
      { title: '没有写年份', disclosures: [{ said: [{ subject: '支出预算', amount: '1万元' }] }] },
      { title: '没有预算表', disclosures: [{ said: pack(2022, '1万元').said }] },
    ],
  },
});

/** Amounts in columns of the year before: the same figure may be of both years. */
function compared(disclosure: DisclosureSubject): Set<number> {
  const fen = statementSubjects(disclosure).flatMap(({ statement, figures }) =>
    figures.flatMap((row) =>
      row.flatMap((figure, column) =>
        statement.columns[column]?.kind === 'last-year' ? (fenOf(figure) ?? []) : [],
      ),
    ),
  );
  return new Set(fen);
}

type Said = DisclosureSubject['disclosure']['said'][number];

/** Whether the prose gives the subject the same amount for the year of the pack as well: nothing changed. */
const saysItself = ({ disclosure }: DisclosureSubject, other: Said, year: number): boolean =>
  disclosure.said.some(
    ({ subject, aboutYear, money, base, change, sentence }) =>
      plainSubject(subject) === plainSubject(other.subject) &&
      (aboutYear === year ||
        (aboutYear === null && (!hasChanged(other) || sentence === other.sentence || isSame(change))) ||
        base?.fen === other.money?.fen) &&
      (money?.fen === other.money?.fen || base?.fen === other.money?.fen) &&
      other.money?.fen !== undefined,
  );

const isSame = (change: Said['change']): boolean => change?.direction === 'same';

/** 比上年增加…: the amount is the one of the year the pack is of, not that of the year before. */
const hasChanged = ({ change }: Said): boolean => change !== null && !isSame(change);

/** 机关运行经费 of an administration is its 公用经费, which the statements print. */
function figuresOfSubject(said: Said, disclosure: DisclosureSubject): Figure[] {
  const isRunning = /^机关运行经费(支出)?$/.test(plainSubject(said.subject));
  return figuresMeant(isRunning ? { ...said, subject: '公用经费' } : said, disclosure);
}

function pack(year: number, amount: string): DisclosureSpec {
  return {
    statements: [
      {
        kind: 'expenditure',
        title: '部门支出总表',
        columns: [['合计', 'total']],
        lines: [{ item: '合计', role: 'total', amounts: ['120'] }],
      },
    ],
    said: [{ subject: '支出预算', aboutYear: year, amount }],
  };
}
