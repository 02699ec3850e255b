import { describe, expect, it } from 'vitest';
import type { ColumnSpec, LineSpec, StatementSpec } from '../../../src/audit/rules/pack-example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

async function found(columns: ColumnSpec[], lines: LineSpec[], title?: string): Promise<string[]> {
  const statement: StatementSpec = { kind: 'three-public', columns, lines, ...(title ? { title } : {}) };
  const { findings } = await runAudit(sourceOf([buildDocument({ statements: [statement] })]));
  return findings
    .filter(({ rule }) => rule === 'statement-total-differs')
    .map(({ field, severity }) => `${severity} ${field.replace('three-public:', '')}`);
}

const PARTS = ['因公出国（境）费', '公务用车购置及运行费', '公务接待费'];
const one = (names: string[]): ColumnSpec[] => names.map((name, at) => [name, at === 0 ? 'total' : 'other']);
const row = (...amounts: string[]): LineSpec[] => [{ item: '合计', role: 'total', amounts }];

describe('合计 of 三公 along a line', () => {
  const beside = one(['“三公”经费合计', ...PARTS, '会议费', '培训费']);
  it('holds neither 会议费 nor 培训费 where it says 三公', async () => {
    expect(await found(beside, row('9', '2', '6', '1', '3', '4'))).toEqual([]);
    expect(await found(beside, row('12', '2', '6', '1', '3', '4'))).toEqual(['error 合计·“三公”经费合计']);
    expect(await found(beside, row('16', '2', '6', '1', '3', '4'))).toEqual(['error 合计·“三公”经费合计']);
  });

  it('may hold both where it says 合计 alone, and not one of them', async () => {
    const plain = one(['合计', ...PARTS, '会议费', '培训费']);
    expect(await found(plain, row('9', '2', '6', '1', '3', '4'))).toEqual([]);
    expect(await found(plain, row('16', '2', '6', '1', '3', '4'))).toEqual([]);
    expect(await found(plain, row('12', '2', '6', '1', '3', '4'))).toEqual(['error 合计']);
  });

  it('is open beside what has no place in it', async () => {
    const wider = one(['合计', ...PARTS, '机关运行经费']);
    expect(await found(wider, row('50', '2', '6', '1', '41'))).toEqual([]);
  });

  it('takes a blank as nothing, and less than the total as a doubt', async () => {
    expect(await found(beside, row('3.2', '', '', '3.2', '2', '6'))).toEqual([]);
    expect(await found(beside, row('5.2', '', '', '3.2', '2', '6'))).toEqual(['warning 合计·“三公”经费合计']);
    expect(await found(beside, row('2.3', '', '', '3.2', '2', '6'))).toEqual(['error 合计·“三公”经费合计']);
  });

  it('counts 公务用车 once, by its 小计 or by 购置 and 运行', async () => {
    const cars = ['小计', '购置费', '运行费'].map((name) => `公务用车购置及运行费/${name}`);
    const full = one(['合计', '因公出国（境）费', ...cars, '公务接待费']);
    expect(await found(full, row('9', '2', '6', '4', '2', '1'))).toEqual([]);
    expect(await found(full, row('10', '3', '6', '4', '3', '1'))).toEqual([
      'error 合计·公务用车购置及运行费/小计',
    ]);
    const bare = one(['合计', '因公出国（境）费', '公务用车购置费', '公务用车运行维护费', '公务接待费']);
    expect(await found(bare, row('9', '2', '4', '2', '1'))).toEqual([]);
    expect(await found(bare, row('7', '2', '4', '2', '1'))).toEqual(['error 合计']);
  });

  it('of each year, where a class has no column', async () => {
    const years: ColumnSpec[] = (
      [
        ['2025年', 'last-year'],
        ['2026年', 'other'],
      ] as const
    ).flatMap(([year, kind]) =>
      ['小计', '公务接待费', '公务用车购置及运行维护费/公务用车运行维护费'].map(
        (name): ColumnSpec => [`${year}/“三公”经费预算/${name}`, kind],
      ),
    );
    expect(await found(years, row('76', '16', '60', '68', '8', '60'))).toEqual([]);
    expect(await found(years, row('76', '16', '60', '68', '14', '60'))).toEqual([
      'error 合计·2026年/“三公”经费预算/小计',
    ]);
    expect(await found(years, row('67', '16', '60', '68', '8', '60'))).toEqual([
      'error 合计·2025年/“三公”经费预算/小计',
    ]);
    expect(await found(years, row('76', '16', '60', '69', '8', '60'))).toEqual([
      'warning 合计·2026年/“三公”经费预算/小计',
    ]);
  });

  it('gives nothing for numbers of visits and cars', async () => {
    const counted: ColumnSpec[] = [
      ...one(['合计', ...PARTS]),
      ['因公出国（境）团组数', 'person'],
      ['国内公务接待批次', 'person'],
    ];
    expect(await found(counted, row('9', '2', '6', '1', '3', '40'))).toEqual([]);
  });
});

describe('合计 of 三公 down a column', () => {
  const list = (total: string, name: string, vehicles: string, ...more: LineSpec[]): LineSpec[] => [
    { item: name, role: 'total', amounts: [total] },
    { item: '1、因公出国（境）费用', amounts: ['2'] },
    { item: '2、公务接待费', amounts: ['1'] },
    { item: '3、公务用车购置及运行费', amounts: [vehicles] },
    { item: '其中：（1）公务用车购置费', role: 'part', amounts: ['4'] },
    { item: '（2）公务用车运行费', role: 'part', amounts: ['2'] },
    ...more,
  ];
  const column: ColumnSpec[] = [['预算数', 'budget']];

  it('and 公务用车 in it', async () => {
    expect(await found(column, list('9', '合计', '6'))).toEqual([]);
    expect(await found(column, list('10', '合计', '6'))).toEqual(['error 合计']);
    expect(await found(column, list('10', '合计', '7'))).toEqual(['error 公务用车购置及运行费']);
  });

  it('is of 三公 where other lines stand beside it', async () => {
    const office = { item: '行政经费', amounts: ['700'] };
    const three = list('9', '“三公”经费', '6', office).map((line) => ({
      ...line,
      role: line.role ?? 'item',
    }));
    expect(await found(column, three)).toEqual([]);
    expect(await found(column, [...list('9', '合计', '6').slice(0, 6), office])).toEqual([]);
  });
});
