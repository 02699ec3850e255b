import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/report/text-width.js';
import { wrapWords } from '../../src/report/wrap-words.js';

describe('wrapWords', () => {
  it.each([
    ['一个部门一年的绩效指标和目标', 12, ['一个部门一年', '的绩效指标和', '目标']],
    ['可选：ok、needs-ocr、unsupported', 20, ['可选：ok、', 'needs-ocr、', 'unsupported']],
    ['名称（可只写前两位）', 12, ['名称（可只写', '前两位）']],
    ['写入 a.zip!/附件/1.docx 里', 20, ['写入', 'a.zip!/附件/1.docx', '里']],
    ['two English words', 9, ['two', 'English', 'words']],
    ['短', 10, ['短']],
    ['', 10, ['']],
    ['上\n下', 10, ['上', '下']],
  ])('%s in %d columns', (text, width, lines) => {
    expect(wrapWords(text, width)).toEqual(lines);
  });

  it('breaks where the sentence pauses, when that costs little of the line', () => {
    expect(wrapWords('金额、单价、指标值并列；同一种预算表在各地并列', 28)).toEqual([
      '金额、单价、指标值并列；',
      '同一种预算表在各地并列',
    ]);
  });

  it('breaks a word that is wider than a line', () => {
    expect(wrapWords('a'.repeat(25), 10)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
  });

  it('keeps every character, fits the width, and breaks no word of Latin letters that fits', () => {
    const part = fc.constantFrom(
      ...[
        '指标值',
        '部门',
        '，',
        '（',
        '）',
        ' ',
        '--limit',
        'needs-ocr',
        '200',
        '“',
        '”',
        '2024年',
        '。',
        '<文件>',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.integer({ min: 16, max: 60 }), (parts, width) => {
        const text = parts.join('');
        const lines = wrapWords(text, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
        const words = (of: string): string[] =>
          (of.match(/[!-~]+/g) ?? []).filter((word) => word.length < width / 2);
        expect(lines.flatMap(words)).toEqual(expect.arrayContaining(words(text)));
      }),
    );
  });
});
