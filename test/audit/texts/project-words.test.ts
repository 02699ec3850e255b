import { describe, expect, it } from 'vitest';
import { listedItems, topicOf } from '../../../src/audit/texts/project-words.js';

describe('topicOf', () => {
  it.each([
    ['扫黑除恶专项经费', '扫黑除恶'],
    ['社区（村）治安巡逻防控费', '社区治安巡逻防控'],
    ['禁毒工作经费', '禁毒'],
    ['经费', '经费'],
  ])('%s: %s', (name, topic) => {
    expect(topicOf(name)).toBe(topic);
  });
});

describe('listedItems', () => {
  it('are what the brackets list', () => {
    expect(listedItems('平安建设经费(含见义勇为、政治安全和扫黑除恶等)')).toEqual([
      '见义勇为',
      '政治安全',
      '扫黑除恶',
    ]);
  });

  it('are none in brackets that only explain', () => {
    expect(listedItems('运转经费（水电气）')).toEqual([]);
  });
});
