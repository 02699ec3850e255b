import { describe, expect, it } from 'vitest';
import { templateWords } from '../../../src/audit/texts/template-words.js';

const kinds = (text: string): string[] =>
  templateWords(text).map(({ kind, printed }) => `${kind} ${printed}`);

describe('template words', () => {
  it.each([
    ['会议费2万元，比上年增加（减少）1万元。', ['alternative 增加（减少）']],
    ['会议费2万元，比上年增加/减少1万元。', ['alternative 增加/减少']],
    ['会议费2万元，比上年下降(增长)5%。', ['alternative 下降(增长)']],
    ['会议费2万元，增长的主要原因是。', ['empty-reason 主要原因是']],
    ['会议费2万元，主要原因：', ['empty-reason 主要原因：']],
    ['保障机关运转。。其中会议费2万元', ['doubled-stop 。。']],
    ['XX局2026年预算', ['placeholder XX']],
    ['收入预算××万元', ['placeholder ××']],
    ['比×年减少', ['placeholder ×']],
    ['共有车辆__辆', ['placeholder __']],
    ['会议费（请填写主要用途）2万元', ['instruction （请填写主要用途）']],
    ['会议费比上年减少2.50万元万元', ['doubled-word 万元万元']],
    ['培训费3.2 万元 万元。', ['doubled-word 万元 万元']],
    ['共有车辆3辆辆', ['doubled-word 辆辆']],
    ['占8.5%%', ['doubled-word %%']],
    ['公务接待费费2万元', ['doubled-word 接待费费']],
    ['会议费为为2万元', ['doubled-word 为为']],
    ['会议费较较上年减少2万元', ['doubled-word 较较']],
    ['按规定安排的的支出', ['doubled-word 的的']],
    ['增加了了2万元', ['doubled-word 增加了了']],
    ['2026年年部门预算', ['doubled-word 2026年年']],
    ['会议费2万元，与2025持平', ['year-word-lost 2025持平']],
    ['会议费2万元，与 2025 持平', ['year-word-lost 2025 持平']],
    ['主要是2026增加办公经费', ['year-word-lost 2026增加']],
    ['2026部门综合预算收支总表', ['year-word-lost 2026部门综合预算']],
    ['较2025预算数减少2万元', ['year-word-lost 2025预算数']],
  ])('are found: %s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    '会议费2万元，比上年增加1万元，主要原因是会议增加。',
    '查明原因。分析原因，落实责任。',
    '每人30×12月，共3×5人。',
    '采购MAXX2型设备、XXL号工装。',
    '增加或调整会议，减少培训。',
    '（含购置税）',
    '共20人，人人有责，每人200元，元月发放。',
    '一般设备、专用设备为达到目的的支出，是有的放矢的的确必要的支出。',
    '标的的价格，打的的费用。',
    '水费费率、保险费费率不变，维护费费用定额。',
    '按2025年年初预算、2025年年度预算、2026年年中调整。',
    '比2025年减少、与2025年持平、2025年度预算数。',
    '为为民服务中心、比比皆是、为了了解情况。',
    '财建〔2025〕部门预算编制、第2025-2026增加额。',
    '2025增加值、2026增长极、2025增长点。',
    '编号 12025 部门预算',
    '5万元，万元以上的采购；3万，万里长征。',
  ])('are none: %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('tell where they stand', () => {
    expect(templateWords('会议费XX万元。。')).toEqual([
      { kind: 'placeholder', printed: 'XX', index: 3 },
      { kind: 'doubled-stop', printed: '。。', index: 7 },
    ]);
  });
});
