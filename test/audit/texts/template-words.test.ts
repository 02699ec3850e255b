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
