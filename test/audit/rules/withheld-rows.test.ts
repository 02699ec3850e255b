import { describe, expect, it } from 'vitest';
import type { DisclosureSpec } from '../../../src/audit/rules/example.js';
import { type LineSpec, type StatementSpec, spendingTable } from '../../../src/audit/rules/pack-example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

type Row = [code: string, item: string, amount: string];

const POLICE: Row = ['2040201', '行政运行', '10'];
const PENSION: Row = ['2080505', '机关事业单位基本养老保险缴费支出', '4'];
const HEALTH: Row = ['2101101', '行政单位医疗', '3'];

const lineOf = ([code, item, amount]: Row): LineSpec => ({ code, item, amounts: [amount, '', amount] });

const spending = (total: string, ...rows: Row[]): StatementSpec =>
  spendingTable(...rows.map(lineOf), { item: '合计', role: 'total', amounts: [total, '', total] });

function classes(total: string, ...rows: [item: string, amount: string][]): StatementSpec {
  return {
    kind: 'income-expenditure',
    title: '收支总表',
    columns: [
      ['预算数', 'budget', 0, 'income'],
      ['预算数', 'budget', 1, 'expenditure'],
    ],
    lines: [
      { item: '一、一般公共预算拨款收入', level: 1, amounts: [total] },
      { item: '收入总计', role: 'total', amounts: [total] },
      ...rows.map(([item, amount]): LineSpec => ({ half: 1, item, level: 1, amounts: [amount] })),
      { half: 1, item: '支出总计', role: 'total', amounts: [total] },
    ],
  };
}

async function found(...specs: DisclosureSpec['statements'][]): Promise<string[]> {
  const documents = specs.map((statements) => buildDocument({ ...(statements ? { statements } : {}) }));
  const { findings } = await runAudit(sourceOf(documents));
  return findings
    .filter(({ rule }) => /^statement/.test(rule))
    .map(({ rule, severity, message }) => `${rule} ${severity} ${/可能为依法不公开/.test(message)}`);
}

const NOTE = 'statement-hierarchy-differs note true';

describe('rows that are withheld', () => {
  it.each<[string, StatementSpec[]]>([
    [
      '公共安全 alone is short',
      [
        spending('30', POLICE, PENSION),
        classes('30', ['四、公共安全支出', '26'], ['社会保障和就业支出', '4']),
      ],
    ],
    [
      '国防 alone is short',
      [
        spending('30', ['2030601', '兵役征集', '1'], PENSION),
        classes('30', ['三、国防支出', '26'], ['八、社会保障和就业支出', '4']),
      ],
    ],
    [
      'two classes are short',
      [
        spending('30', POLICE, ['2030601', '兵役征集', '1'], PENSION),
        classes('30', ['三、国防支出', '6'], ['四、公共安全支出', '20'], ['八、社会保障和就业支出', '4']),
      ],
    ],
    [
      'rows of 款',
      [
        spending('33', ['20402', '公安', '10'], ['20805', '行政事业单位养老支出', '4'], HEALTH),
        classes('33', ['四、公共安全支出', '26'], ['八、社会保障和就业支出', '4'], ['九、卫生健康支出', '3']),
      ],
    ],
    [
      'many rows of one class',
      [
        spending('40', POLICE, ['2040219', '信息化建设', '5'], ['2040220', '执法办案', '6'], PENSION),
        classes('40', ['四、公共安全支出', '36'], ['八、社会保障和就业支出', '4']),
      ],
    ],
  ])('are one note: %s', async (_, statements) => {
    expect(await found(statements)).toEqual([NOTE]);
  });

  it.each<[string, StatementSpec[]]>([
    [
      'another class is short',
      [spending('30', POLICE, PENSION), classes('30', ['公共安全支出', '10'], ['社会保障和就业支出', '20'])],
    ],
    [
      'another class is short too',
      [spending('30', POLICE, PENSION), classes('30', ['公共安全支出', '24'], ['社会保障和就业支出', '6'])],
    ],
    [
      'what lacks is more than the class explains',
      [spending('30', POLICE, PENSION), classes('22', ['公共安全支出', '18'], ['社会保障和就业支出', '4'])],
    ],
    [
      'the table prints the class itself',
      [
        spending('30', ['204', '公共安全支出', '10'], ['208', '社会保障和就业支出', '4']),
        classes('30', ['公共安全支出', '26'], ['社会保障和就业支出', '4']),
      ],
    ],
    ['no other table prints the classes', [spending('30', POLICE, PENSION)]],
    [
      'the rows are more than the total',
      [spending('12', POLICE, PENSION), classes('12', ['公共安全支出', '8'], ['社会保障和就业支出', '4'])],
    ],
    [
      'nothing lacks',
      [spending('14', POLICE, PENSION), classes('14', ['公共安全支出', '10'], ['社会保障和就业支出', '4'])],
    ],
  ])('are no note where %s', async (_, statements) => {
    expect(await found(statements)).not.toContain(NOTE);
  });
});
