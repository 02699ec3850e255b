import { type OutdatedClassName, outdatedClassName } from '../../../model/facts/budget-classes.js';
import { ownsProse, paragraphsOf, proseReading } from '../../subjects/prose.js';
import { plainItem, type StatementSubject, statementSubjects } from '../../subjects/statements.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { outdatedClassesIn } from '../../texts/outdated-classes-in.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { StatementSpec } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const classificationNameOutdated = defineDocumentRule({
  id: 'classification-name-outdated',
  version: 4,
  title: '收支分类科目用了旧名',
  severity: 'note',
  tolerance: 'none',
  authority: guidance('财政部各年度《政府收支分类科目》：预算按当年的科目编制'),
  formula: '科目名称 = 当年《政府收支分类科目》中的名称',
  why: '科目改名以后仍用旧名，多半是沿用以前的表，金额也值得再看；一份文件只提示一次。',
  messages: { outdated: '预算表或文字用了旧的科目名称：{cases}，待核实。' },
  *check(disclosure) {
    const { year } = disclosure.disclosure;
    const subjects = statementSubjects(disclosure);
    if (subjects.length === 0) return yield notApplicable('没有预算表');
    if (year === null) return yield notApplicable('不知道是哪一年的预算');
    const found = [
      ...subjects.flatMap((subject) => outdatedIn(subject, year)),
      ...(ownsProse(disclosure) ? outdatedInProse(disclosure, year) : []),
    ];
    if (found.length === 0) return yield pass;
    const names = [...new Map(found.map(({ renamed }) => [renamed.old, renamed])).values()];
    yield fail({
      field: 'classes',
      project: null,
      message: 'outdated',
      parameters: {
        cases: names.map((each) => `“${each.old}”（${each.from}年起${each.code}为“${each.new}”）`).join('、'),
      },
      reported: names.map((each) => each.old).join('、'),
      expected: names.map((each) => each.new).join('、'),
      operands: found.map(({ operand }) => operand),
    });
  },
  examples: {
    passes: [
      { title: '用当年的名称', disclosures: [{ statements: [table('卫生健康支出')] }] },
      {
        title: '改名以前的年度用旧名',
        disclosures: [{ year: 2018, statements: [table('医疗卫生与计划生育支出')] }],
      },
      {
        title: '别的科目仍叫这个名称',
        disclosures: [{ statements: [table('其他资本性支出', '50399')] }],
      },
      {
        title: '文字里不是科目名称',
        disclosures: [
          {
            statements: [table('卫生健康支出')],
            prose: [
              '用于行政事业单位离退休人员的支出。',
              '行政单位离退休（项）10万元。',
              '扶贫（万元）按计划安排。',
              '行政事业单位离退休（2080502）10万元。',
              '其他资本性支出（款级）10万元，其他资本性支出（31099）2万元。',
              '资本性支出（支出经济分类科目类级）：反映资本性支出。',
              '其他资本性支出（含设备购置）10万元。',
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '2023 年仍用机构改革前的名称',
        disclosures: [{ statements: [table('医疗卫生与计划生育支出')] }],
        fields: ['classes'],
      },
      {
        title: '2023 年仍用两次改名以前的名称',
        disclosures: [{ statements: [table('医疗卫生支出')] }],
        fields: ['classes'],
      },
      {
        title: '2023 年的经济分类仍用 2017 年的名称',
        disclosures: [{ statements: [table('对个人和家庭的补助支出', '303')] }],
        fields: ['classes'],
      },
      {
        title: '文字仍用旧的款名、项名',
        disclosures: [
          {
            statements: [table('卫生健康支出')],
            prose: ['7.社会保障和就业（类）行政事业单位离退休（款）归口管理的行政单位离退休（项）。'],
          },
        ],
        fields: ['classes'],
      },
      {
        title: '经济分类的类仍用 2017 年的名称',
        disclosures: [
          {
            statements: [table('卫生健康支出')],
            prose: ['（十六）其他资本性支出（支出经济分类科目类级）：反映购置设备的支出。'],
          },
        ],
        fields: ['classes'],
      },
    ],
    notApplicable: [
      { title: '没有预算表', disclosures: [{}] },
      { title: '年度未知', disclosures: [{ year: null, statements: [table('卫生健康支出')] }] },
    ],
  },
});

interface Outdated {
  renamed: OutdatedClassName;
  operand: OperandDraft;
}

const outdatedInProse = (disclosure: DisclosureSubject, year: number): Outdated[] =>
  paragraphsOf(disclosure).flatMap(({ text, evidence }) =>
    outdatedClassesIn(text, year).map((renamed) => ({
      renamed,
      operand: { label: '科目名称', evidence, form: proseReading(disclosure) },
    })),
  );

function outdatedIn({ statement, reading, figures }: StatementSubject, year: number): Outdated[] {
  return statement.lines.flatMap(({ item, code, evidence }, index) => {
    const renamed = outdatedClassName(plainItem(item), code, year);
    const isFilled = (figures[index] ?? []).some((figure) => (figure?.money.fen ?? 0) !== 0);
    return renamed && isFilled ? [{ renamed, operand: { label: '科目名称', evidence, form: reading } }] : [];
  });
}

function table(name: string, code = '210'): StatementSpec {
  return {
    kind: 'expenditure',
    columns: [['合计', 'total']],
    lines: [
      { item: '合计', role: 'total', amounts: ['10'] },
      { code, item: name, amounts: ['10'] },
    ],
  };
}
