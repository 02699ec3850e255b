import { statementFaults } from '../../equations/statements/faults.js';
import { type StatementPair, statementPairs } from '../../equations/statements/pairs.js';
import { statementObstacle } from '../../equations/statements/statement-verdicts.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFen, showFigure } from '../../figures/format.js';
import { slipWords } from '../../figures/unit-slip.js';
import { wholeStatements } from '../../subjects/statements.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { type StatementSpec, spendingTable } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const statementsDiffer = defineDocumentRule({
  id: 'statements-differ',
  version: 1,
  title: '同一个数在两张预算表中不同',
  severity: 'error',
  tolerance: 'T1',
  authority: arithmetic('同一口径的数在各表中应当一致'),
  formula:
    '收支总表合计 = 收入总表、支出总表合计；财政拨款收支总表各项 = 一般公共预算支出表；一般公共预算基本支出 = 基本支出表合计',
  why: '同一份预算的几张表说的不是同一个数，多半有一张没有更新；口径不同的（含上年结转、含其他资金）不作比较。',
  messages: {
    differs: '“{what}”在{one}中为{first}，在{other}中为{second}，相差{difference}{also}，待核实。',
  },
  *check(disclosure) {
    const obstacle = statementObstacle(disclosure);
    if (obstacle) return yield obstacle;
    const pairs = statementPairs(disclosure);
    if (pairs.length === 0) return yield notApplicable('没有可以互相核对的预算表');
    const known = new Set(wholeStatements(disclosure).flatMap(faultyFigures));
    const failing = pairs.filter(
      ({ isMet, one, other }) =>
        !isMet && ![...one.figures, ...other.figures].some((each) => known.has(each)),
    );
    const byTables = new Map<string, StatementPair[]>();
    for (const pair of failing) {
      const key = `${pair.one.name}|${pair.other.name}`;
      byTables.set(key, [...(byTables.get(key) ?? []), pair]);
    }
    if (byTables.size === 0) yield pass;
    for (const own of byTables.values()) yield describe(own);
  },
  examples: {
    passes: [
      { title: '收支总表与支出总表相同', disclosures: [{ statements: [whole('100'), spending('100')] }] },
      {
        title: '支出总表含结转，与总计相同',
        disclosures: [{ statements: [whole('100', '5'), spending('105')] }],
      },
    ],
    reports: [
      {
        title: '支出总表还是改动以前的数',
        disclosures: [{ statements: [whole('100'), spending('98')] }],
        fields: ['statements:支出合计'],
      },
    ],
    notApplicable: [
      { title: '没有预算表', disclosures: [{}] },
      { title: '只有一张表', disclosures: [{ statements: [whole('100')] }] },
      {
        title: '支出总表有两张，不知道该和哪一张比',
        disclosures: [{ statements: [whole('100'), spending('98'), spending('60')] }],
      },
    ],
  },
});

/** What is reported within a statement is not reported again between statements. */
const faultyFigures = (subject: ReturnType<typeof wholeStatements>[number]): Figure[] =>
  statementFaults(subject).flatMap(({ culprit, sum }) => [sum.total, ...(culprit ? [culprit] : [])]);

/** Two tables that differ in several figures are one finding, on the one that differs most. */
function describe(pairs: StatementPair[]): Verdict {
  const spread = ({ one, other }: StatementPair): number =>
    Math.abs((fenOf(one.figures[0] ?? null) ?? 0) - (fenOf(other.figures[0] ?? null) ?? 0));
  const [first, ...others] = [...pairs].sort((a, b) => spread(b) - spread(a));
  const [one, other] = [first?.one.figures[0], first?.other.figures[0]];
  if (!first || !one || !other) return pass;
  const difference = (fenOf(one) ?? 0) - (fenOf(other) ?? 0);
  const unit = one.money.unit ?? '万元';
  return fail({
    field: first.field,
    project: null,
    message: 'differs',
    parameters: {
      what: first.what,
      one: first.one.name,
      first: showFigure(one),
      other: first.other.name,
      second: showFigure(other),
      difference: `${showFen(Math.abs(difference), unit)}${slipWords(one, other)}`,
      also:
        others.length > 0
          ? `（另有${others.length}处不同：${others
              .slice(0, 3)
              .map(({ what }) => what)
              .join('、')}）`
          : '',
    },
    reported: showFigure(one),
    expected: showFigure(other),
    differenceFen: difference,
    totalFen: fenOf(one) ?? undefined,
    operands: pairs.flatMap(({ one: some, other: rest }) => [...some.figures, ...rest.figures]),
  });
}

function whole(total: string, carried = ''): StatementSpec {
  const end = String(Number(total) + Number(carried));
  const half = (at: number, side: 'income' | 'expenditure'): StatementSpec['lines'] => [
    { half: at, item: '一、一般公共预算', level: 1, amounts: [side === 'income' ? total : end] },
    {
      half: at,
      item: side === 'income' ? '本年收入合计' : '本年支出合计',
      role: 'total',
      amounts: [side === 'income' ? total : end],
    },
    {
      half: at,
      item: side === 'income' ? '上年结转' : '结转下年',
      role: 'carried',
      level: 1,
      amounts: [side === 'income' ? carried : ''],
    },
    { half: at, item: side === 'income' ? '收入总计' : '支出总计', role: 'total', amounts: [end] },
  ];
  return {
    kind: 'income-expenditure',
    title: '部门收支总表',
    columns: [
      ['预算数', 'budget', 0, 'income'],
      ['预算数', 'budget', 1, 'expenditure'],
    ],
    lines: [...half(0, 'income'), ...half(1, 'expenditure')],
  };
}

function spending(total: string): StatementSpec {
  return spendingTable({ item: '合计', role: 'total', amounts: [total, total, ''] });
}
