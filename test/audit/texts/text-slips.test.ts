import { describe, expect, it } from 'vitest';
import { danglingEnd, doubledMark, isOpenEnded, unbalanced } from '../../../src/audit/texts/text-slips.js';

describe('unbalanced', () => {
  it.each([
    ['做好村（居民组的工作', '('],
    ['制度》的修订', '》'],
    ['《2024年工作要点的落实', '《'],
    ['印发《条例》》3次，《办法', '《'],
    ['贯彻“两个维护', '“'],
    ['依据《办法（试行》', '('],
  ])('%s: %s', (text, mark) => {
    expect(unbalanced(text)).toBe(mark);
  });

  it.each([
    '（一）组织；（二）指导',
    '1)组织 2）指导；a)其他',
    '》90%',
    '满意度》90%；知晓率》85%',
    '差错率《5%；印发《条例》3次',
    '<<办法>>的修订',
    '《关于印发《办法》的通知》',
    '成本《3万元',
    '《2024年工作要点》的落实',
    '《2024年工作要点》任务',
    '全角（半角)',
    '没有标点',
    '“引号用反“',
  ])('%s has all its partners', (text) => {
    expect(unbalanced(text)).toBeNull();
  });
});

describe('danglingEnd', () => {
  it.each([
    ['防止事件发生，', '，'],
    ['严防安全事件发生、涉', '、涉'],
    ['减轻灾害造成的', '成的'],
    ['以及', '以及'],
  ])('%s', (text, end) => {
    expect(danglingEnd(text)).toBe(end);
  });

  it.each(['达到预期的目的', '提高社会参与', '推动科学普及', '邻里关系缓和', '工作完成。'])(
    '%s ends well',
    (text) => {
      expect(danglingEnd(text)).toBeNull();
    },
  );
});

describe('doubledMark', () => {
  it('is a mark printed twice, not an ellipsis', () => {
    expect(doubledMark('安全感。。')).toBe('。。');
    expect(doubledMark('安全感…… 其他......')).toBeNull();
  });
});

describe('isOpenEnded', () => {
  it('ends with a character', () => {
    expect(isOpenEnded('群众 ')).toBe(true);
    expect(isOpenEnded('群众。')).toBe(false);
    expect(isOpenEnded('')).toBe(false);
  });
});
