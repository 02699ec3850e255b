import { describe, expect, it } from 'vitest';
import { chainFault } from '../../../src/audit/equations/statements/chain-fault.js';
import { classChains } from '../../../src/audit/texts/class-chains.js';

const PRINTED = new Map(
  Object.entries({
    社会保障和就业支出: '208',
    行政事业单位养老支出: '20805',
    行政单位离退休: '2080501',
    卫生健康支出: '210',
    行政事业单位医疗: '21011',
    行政单位医疗: '2101101',
    行政运行: '2013801',
    市场监督管理事务: '20138',
    质量基础: '2013812',
  }).map(([name, code]) => [name, new Set([code])]),
);

const faults = (text: string) =>
  classChains(text).flatMap((chain) => chainFault(chain, PRINTED) ?? []).length;

describe('chains of 类, 款 and 项', () => {
  it('are read with brackets and prefixes', () => {
    expect(
      classChains('1、用于一般公共服务支出(类)政府办公厅(室)及相关机构事务(款) 行政运行 (项)10万元').map(
        ({ 款, 项 }) => [款, 项],
      ),
    ).toEqual([['政府办公厅(室)及相关机构事务', '行政运行']]);
    expect(classChains('教育支出（类）职业教育（款）：反映支出。')).toMatchObject([{ 项: null }]);
  });

  it.each([
    '卫生健康支出（类）行政事业单位养老支出（款）行政单位离退休（项）10万元',
    '1.社会保障和就业（类）行政事业单位医疗（款）',
    '社会保障和就业支出（类）抚恤（款）行政单位离退休（项）',
    '一般公共服务支出（类）统计信息事务（款）质量基础（项）',
    '用于教育支出（类）文化和旅游（款）图书馆（项）的支出',
    '卫生健康支出（类）公共卫生（款）行政单位医疗（项）',
  ])('cannot be: %s', (text) => {
    expect(faults(text)).toBe(1);
  });

  it.each([
    '社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）10万元',
    '社会保障和就业（类）支出行政事业单位养老支出（款）行政单位离退休（项）',
    '一般公共服务支出（类）市场监督管理事务（款）行政运行（项）',
    '一般公共服务支出（类）财政事务（款）行政运行（项）',
    '一般公共服务支出（类）财政事务（款）信息化建设（项）',
    '科学技术支出（类）技术研究与开发（款）科技成果转化与扩散（项）',
    '用于本单位的卫生健康支出（类）行政事业单位医疗（款）公务员医疗补助（项）',
    '其他支出（类）其他支出（款）其他支出（项）',
    '灾害防治及应急管理支出（类）应急管理事务（款）行政运行（项）',
    '工资福利支出（类）基本工资（款）',
    '住房保障支出（类）住房改革支出（款）住房公积金（项）',
  ])('can be: %s', (text) => {
    expect(faults(text)).toBe(0);
  });
});
