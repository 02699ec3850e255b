import type { ColumnKind } from '../../../model/statement.js';
import { FAULT_MESSAGES } from '../../equations/statements/describe-fault.js';
import { faultVerdicts } from '../../equations/statements/statement-verdicts.js';
import { arithmetic } from '../authority.js';
import { type ColumnSpec, type StatementSpec, spendingTable } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const statementTotalDiffers = defineDocumentRule({
  id: 'statement-total-differs',
  version: 2,
  title: '预算表的合计与各项不符',
  severity: 'error',
  tolerance: 'T1',
  authority: arithmetic('预算表的合计等于所列各项之和，收入总计等于支出总计'),
  formula: '合计 = 基本支出 + 项目支出；合计 = Σ 各行；总计 = 本年合计 + 结转；收入总计 = 支出总计',
  why: '预算表加不起来，两个数中必有一个不对；“其中”行不与其上级相加，空白按0，四舍五入与截尾不计；依法不公开的内容不计。',
  messages: FAULT_MESSAGES,
  *check(disclosure) {
    yield* faultVerdicts(disclosure, false);
  },
  examples: {
    passes: [
      { title: '合计等于基本支出加项目支出', disclosures: [{ statements: [spending('120', '100', '20')] }] },
      {
        title: '总计等于本年合计加结转，“其中”不相加',
        disclosures: [{ statements: [sides({ carried: '5', total: '105', spent: '105' })] }],
      },
      {
        title: '“三公”表：合计含会议费和培训费，增减按年相减',
        disclosures: [{ statements: [threePublic('17', '12')] }],
      },
      {
        title: '“三公”表的合计只含三项',
        disclosures: [{ statements: [threePublic('9', '7')] }],
      },
      {
        title: '以万元列示，四舍五入差 0.01',
        disclosures: [{ statements: [spending('120.01', '100', '20')] }],
      },
    ],
    reports: [
      {
        title: '合计比两项之和多 3 万元',
        disclosures: [{ statements: [spending('123', '100', '20')] }],
        fields: ['expenditure:合计'],
      },
      {
        title: '收入总计与支出总计不等',
        disclosures: [{ statements: [sides({ carried: '5', total: '105', spent: '108' })] }],
        fields: ['income-expenditure:收入总计'],
      },
      {
        title: '“三公”表本年的合计少了会议费：增减随之不符，一项疑点',
        disclosures: [{ statements: [threePublic('14', '9')] }],
        fields: ['three-public:合计·本年/合计'],
      },
      {
        title: '“三公”小计不等于三项之和',
        disclosures: [{ statements: [onlyThreePublic('8.5')] }],
        fields: ['three-public:合计·小计'],
      },
      {
        title: '一行的基本支出不对，该行与该列都不符：一项疑点',
        disclosures: [{ statements: [spending('120', '100', '20', '47')] }],
        fields: ['expenditure:一般公共服务支出·合计'],
      },
    ],
    notApplicable: [
      { title: '没有预算表', disclosures: [{}] },
      {
        title: '表没有读全',
        disclosures: [{ statements: [{ ...spending('123', '100', '20'), partial: true }] }],
      },
    ],
  },
});

function spending(total: string, basic: string, project: string, first = '40'): StatementSpec {
  return spendingTable(
    { item: '合计', role: 'total', amounts: [total, basic, project] },
    { code: '201', item: '一般公共服务支出', amounts: ['50', first, '10'] },
    { code: '208', item: '社会保障和就业支出', amounts: ['30', '25', '5'] },
    { code: '221', item: '住房保障支出', amounts: [total === '120.01' ? '40.01' : '40', '35', '5'] },
  );
}

/** A table of three years; the total of the year and its change as given (17 and 12 add up). */
function threePublic(total: string, change: string): StatementSpec {
  const YEARS: [string, ColumnKind][] = [
    ['上年', 'last-year'],
    ['本年', 'other'],
    ['增减', 'change'],
  ];
  const names = ['合计', '“三公”经费/小计', '“三公”经费/公务接待费', '“三公”经费/出国', '会议费', '培训费'];
  const before = total === '9' ? '2' : '5';
  return {
    kind: 'three-public',
    columns: YEARS.flatMap(([year, kind]) =>
      names.map(
        (name): ColumnSpec => [`${year}/${name}`, kind === 'other' && name === '合计' ? 'total' : kind],
      ),
    ),
    lines: [
      {
        item: '合计',
        role: 'total',
        amounts: [
          ...[before, '2', '1', '1', '2', '1'],
          ...[total, '9', '5', '4', '3', '5'],
          ...[change, '7', '4', '3', '1', '4'],
        ],
      },
    ],
  };
}

function onlyThreePublic(total: string): StatementSpec {
  return {
    kind: 'three-public',
    columns: [
      ['小计', 'total'],
      ['因公出国（境）费', 'other'],
      ['公务接待费', 'other'],
      ['公务用车购置及运行费/小计', 'other'],
      ['公务用车购置及运行费/购置费', 'other'],
      ['公务用车购置及运行费/运行费', 'other'],
    ],
    lines: [{ item: '合计', role: 'total', amounts: [total, '2', '1.5', '6', '4', '2'] }],
  };
}

function sides({ carried, total, spent }: Record<'carried' | 'total' | 'spent', string>): StatementSpec {
  const right = { half: 1 };
  return {
    kind: 'income-expenditure',
    title: '部门收支总表',
    columns: [
      ['预算数', 'budget', 0, 'income'],
      ['预算数', 'budget', 1, 'expenditure'],
    ],
    lines: [
      { item: '一、一般公共预算拨款收入', level: 1, amounts: ['90'] },
      { item: '其中：专项资金', role: 'part', level: 2, amounts: ['20'] },
      { item: '二、其他收入', level: 1, amounts: ['10'] },
      { item: '本年收入合计', role: 'total', amounts: ['100'] },
      { item: '上年结转', role: 'carried', level: 1, amounts: [carried] },
      { item: '收入总计', role: 'total', amounts: [total] },
      { ...right, item: '一、一般公共服务支出', level: 1, amounts: ['60'] },
      { ...right, item: '二、农林水支出', level: 1, amounts: [String(Number(spent) - 60)] },
      { ...right, item: '本年支出合计', role: 'total', amounts: [spent] },
      { ...right, item: '结转下年', role: 'carried', level: 1, amounts: [''] },
      { ...right, item: '支出总计', role: 'total', amounts: [spent] },
    ],
  };
}
