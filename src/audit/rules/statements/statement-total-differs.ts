import { FAULT_MESSAGES } from '../../equations/statements/describe-fault.js';
import { faultVerdicts } from '../../equations/statements/statement-verdicts.js';
import { arithmetic } from '../authority.js';
import type { StatementSpec } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const statementTotalDiffers = defineDocumentRule({
  id: 'statement-total-differs',
  version: 1,
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
  return {
    kind: 'expenditure',
    title: '部门支出总表',
    columns: [
      ['合计', 'total'],
      ['基本支出', 'basic'],
      ['项目支出', 'project'],
    ],
    lines: [
      { item: '合计', role: 'total', amounts: [total, basic, project] },
      { code: '201', item: '一般公共服务支出', amounts: ['50', first, '10'] },
      { code: '208', item: '社会保障和就业支出', amounts: ['30', '25', '5'] },
      { code: '221', item: '住房保障支出', amounts: [total === '120.01' ? '40.01' : '40', '35', '5'] },
    ],
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
