import { describe, expect, it } from 'vitest';
import { readStatement } from './draw-statements.js';

/** `role level` of every line of the income half of a table whose income is laid out so; items before them make 本年收入合计. */
function rolesOf(rows: string): string[] {
  const statement = readStatement(
    '财政拨款收支总表',
    '单位：万元',
    `
收入|<|支出|<
项目|预算数|项目|预算数
${rows
  .trim()
  .split('\n')
  .map((row) => `${row}||`)
  .join('\n')}`,
  );
  return statement.lines
    .filter(({ half }) => half === 0)
    .map(({ item, role, level }) => `${item} ${role} ${level}`);
}

describe('rows between 本年合计 and 总计', () => {
  it.each(['未安排支出的实户资金', '未安排的资金', '待分配资金', '历年净余额', '使用专用基金'])(
    'are carried: %s',
    (name) => {
      expect(rolesOf(`一、财政拨款|5.00\n本年收入合计|5.00\n${name}|1.00\n收入总计|6.00`)).toContain(
        `${name} carried null`,
      );
    },
  );

  it('are items where they name an income', () => {
    expect(rolesOf('一、财政拨款|5.00\n本年收入合计|5.00\n附属单位上缴收入|1.00\n收入总计|6.00')).toContain(
      '附属单位上缴收入 item null',
    );
  });

  it('are parts behind a 其中, until another is carried', () => {
    expect(
      rolesOf(`
一、财政拨款|5.00
本年收入合计|5.00
上年结转|3.00
其中：财政拨款资金结转|1.00
非财政拨款资金结余|2.00
使用非财政拨款结余|1.00
收入总计|9.00`).slice(2, 6),
    ).toEqual([
      '上年结转 carried 1',
      '其中：财政拨款资金结转 part 2',
      '非财政拨款资金结余 part 2',
      '使用非财政拨款结余 carried null',
    ]);
  });

  it.each([
    ['numbered again', '上年结转结余', ['一、一般公共预算拨款', '二、政府性基金预算拨款']],
    ['without numbers', '年初财政拨款结转和结余', ['一般公共预算财政拨款', '政府性基金预算财政拨款']],
    ['numbered deeper', '上年结转', ['（一）一般公共预算', '（二）国有资本经营预算']],
  ])('are parts of the carried row above them: %s', (_, head, [first = '', second = '']) => {
    expect(
      rolesOf(`
一、一般公共预算拨款|5.00
本年收入合计|5.00
${head}|3.00
${first}|2.00
${second}|1.00
收入总计|8.00`).slice(2, 5),
    ).toEqual([`${head} carried 1`, `${first} part 2`, `${second} part 2`]);
  });

  it('are parts without 本年合计 where they repeat the items above', () => {
    expect(
      rolesOf(`
一、本年收入|5.00
一般公共预算|5.00
政府性基金预算|
二、上年结转结余|3.00
一般公共预算|3.00
政府性基金预算|
收入总计|8.00`),
    ).toEqual([
      '一、本年收入 item 1',
      '一般公共预算 item null',
      '政府性基金预算 item null',
      '二、上年结转结余 carried 1',
      '一般公共预算 part 2',
      '政府性基金预算 part 2',
      '收入总计 total 1',
    ]);
  });

  it('are carried themselves under a row without an amount', () => {
    expect(
      rolesOf(`
一、一般公共预算拨款|5.00
本年收入合计|5.00
上年结转|
一般公共预算拨款|3.00
收入总计|8.00`).slice(2, 4),
    ).toEqual(['上年结转 carried 1', '一般公共预算拨款 carried 2']);
  });

  it('leave items alone that only follow a carried row', () => {
    expect(rolesOf('上年结转|3.00\n一般公共预算拨款|5.00\n政府性基金拨款|1.00\n收入总计|9.00')).toEqual([
      '上年结转 carried null',
      '一般公共预算拨款 item null',
      '政府性基金拨款 item null',
      '收入总计 total 1',
    ]);
  });
});
