import { describe, expect, it } from 'vitest';
import { messageOf } from '../../../src/audit/run/finding-of.js';
import { renderMessage } from '../../../src/audit/run/message.js';

describe('renderMessage', () => {
  it('fills every slot', () => {
    expect(
      renderMessage('印为{reported}，应为{expected}，印为{reported}', { reported: '1', expected: '2' }),
    ).toBe('印为1，应为2，印为1');
  });

  it('does not look into what it filled in', () => {
    expect(renderMessage('“{name}”', { name: '{other}' })).toBe('“{other}”');
  });

  it('throws on a missing parameter', () => {
    expect(() => renderMessage('{reported}', {})).toThrow('缺少参数 reported');
  });
});

describe('messageOf', () => {
  it('adds the doubts of the reading', () => {
    expect(messageOf('印为{reported}。', { reported: '1', doubts: '表未读完整' })).toBe(
      '印为1。（读取存疑：表未读完整）',
    );
  });
});
