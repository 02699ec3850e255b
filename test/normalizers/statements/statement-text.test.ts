import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitCode } from '../../../normalizers/statements/line-code.js';
import { titleIn } from '../../../normalizers/statements/title-lines.js';
import { drawTable } from '../recognize/draw-table.js';
import { readPack, readStatement } from './draw-statements.js';

describe('titles', () => {
  it.each([
    ['预算01表 收支总表', '收支总表'],
    ['表3：2024年部门支出总表', '2024年部门支出总表'],
    ['六、政府性基金预算支出表', '政府性基金预算支出表'],
    ['附表2-1 一般公共预算支出表', '一般公共预算支出表'],
    ['2024年部门收支总体情况表 单位：万元', '2024年部门收支总体情况表'],
    ['一般公共预算支出表', '一般公共预算支出表'],
  ])('%s', (line, title) => {
    expect(titleIn(line)).toBe(title);
  });

  it.each([
    '三、收支预算总表.......................8',
    '表1',
    '单位：万元',
    '本部门2024年收入预算如下表。',
    '第二部分 部门预算表',
  ])('%s is none', (line) => {
    expect(titleIn(line)).toBeNull();
  });

  it('may be broken inside a bracket', () => {
    const statement = readStatement(
      '表5',
      '一般公共预算支出明细表（按支出功能分类科',
      '目-不含上年结转）',
      '单位：元',
      '科目编码|科目名称|合计|基本支出|项目支出\n201|一般公共服务支出|10.00|4.00|6.00',
    );
    expect(statement).toMatchObject({
      title: '一般公共预算支出明细表（按支出功能分类科目-不含上年结转）',
      kind: 'general-public',
      unit: '元',
    });
  });
});

describe('figures', () => {
  const HEADER = '科目编码|科目名称|合计';
  const moneyOf = (table: ReturnType<typeof drawTable>) =>
    readPack('支出总表', '单位：万元', table).statements[0]?.lines[0]?.figures[0]?.money;

  it('broken in their decimals are one; two in a cell are doubt', () => {
    expect(moneyOf(drawTable(`${HEADER}\n201|一般公共服务支出|24995.9⏎4`))?.state).toBe('unresolved');
    expect(moneyOf(drawTable(`${HEADER}\n201|一般公共服务支出|24,995.9⏎4`))?.figure).toBe('24995.94');
    expect(moneyOf(drawTable(`${HEADER}\n201|一般公共服务支出|10.00⏎20.00`))?.state).toBe('unresolved');
  });

  it('that are clipped are doubt', () => {
    const table = drawTable(`${HEADER}\n201|一般公共服务支出|24,995.9`);
    const clipped = {
      ...table,
      cells: table.cells.map((cell) =>
        cell.text === '24,995.9' ? { ...cell, flags: ['outside-clip' as const] } : cell,
      ),
    };
    expect(moneyOf(clipped)).toMatchObject({ state: 'unresolved', fen: null, printed: '24,995.9' });
  });
});

describe('codes before names', () => {
  const code = fc.stringMatching(/^[1-9]\d{2}(\d\d){0,2}$/);
  const name = fc.constantFrom('一般公共服务支出', '行政运行', '基本工资', '“三公”经费');

  it('are taken apart in every style, and nothing is lost', () => {
    fc.assert(
      fc.property(
        code,
        name,
        fc.constantFrom(['[', ']'], ['', '-'], ['', ' ']),
        (digits, item, [open, close]) => {
          expect(splitCode(`${open}${digits}${close}${item}`)).toEqual({ code: digits, item });
        },
      ),
    );
  });

  it.each(['2024年预算', '一、一般公共服务支出', '100万元以上设备', '1.公务用车购置费'])(
    '%s has none',
    (text) => {
      expect(splitCode(text)).toEqual({ code: null, item: text });
    },
  );
});
