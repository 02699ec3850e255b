import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../extractors/charset.js';

const latin1 = (text: string): number[] => [...Buffer.from(text, 'latin1')];
/** 绩效 in GBK. */
const JIXIAO_GBK = [0xbc, 0xa8, 0xd0, 0xa7];

describe('decodeText', () => {
  test('a byte order mark decides', () => {
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0xe9, 0x7e]))).toMatchObject({
      text: '绩',
      encoding: 'utf-16le',
    });
    expect(decodeText(Uint8Array.from([0xfe, 0xff, 0x7e, 0xe9]))).toMatchObject({
      text: '绩',
      encoding: 'utf-16be',
    });
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...Buffer.from('绩效')]))).toMatchObject({
      text: '绩效',
      encoding: 'utf-8',
    });
  });

  test('gb2312 and gbk mean GB18030', () => {
    const page = Uint8Array.from([
      ...latin1('<meta charset="gb2312">'),
      ...JIXIAO_GBK,
      0x81,
      0x30,
      0x84,
      0x36,
    ]);
    const { text, encoding, diagnostics } = decodeText(page);
    expect(encoding).toBe('gb18030');
    expect(text).toContain('绩效');
    expect(diagnostics).toEqual([]);
  });

  test('an XML declaration and one from outside are followed', () => {
    const xml = Uint8Array.from([...latin1('<?xml version="1.0" encoding="GBK"?><a>'), ...JIXIAO_GBK]);
    expect(decodeText(xml).text).toContain('绩效');
    expect(decodeText(Uint8Array.from([0xc1, 0x5a, 0xae, 0xc4]), 'big5')).toMatchObject({
      text: '績效',
      encoding: 'big5',
    });
  });

  test('a declaration the bytes contradict is passed over and reported', () => {
    const wrong = Buffer.from('<meta charset="gb2312">绩效目标');
    expect(decodeText(wrong)).toMatchObject({
      encoding: 'utf-8',
      diagnostics: [{ code: 'charset-contradicts-declaration' }],
    });
    expect(decodeText(Uint8Array.from([...latin1('<meta charset="utf-8">'), ...JIXIAO_GBK]))).toMatchObject({
      encoding: 'gb18030',
      diagnostics: [{ code: 'charset-contradicts-declaration' }],
    });
  });

  test('bytes that fit nothing are counted in a diagnostic', () => {
    const { text, diagnostics } = decodeText(Uint8Array.from([...Buffer.from('绩效目标'), 0xff, 0xff, 0x41]));
    expect(text).toBe('绩效目标\uFFFD\uFFFDA');
    expect(diagnostics).toMatchObject([
      { code: 'undecodable-bytes', message: expect.stringContaining('2 处') },
    ]);
  });

  test('UTF-16 without a mark is told by its ASCII characters', () => {
    expect(decodeText(Buffer.from('一 绩效\r\n二 目标\r\n', 'utf16le'))).toMatchObject({
      text: '一 绩效\r\n二 目标\r\n',
      encoding: 'utf-16le',
    });
  });

  test('any text written in UTF-8 comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF') && !text.includes('<'));
        expect(decodeText(new TextEncoder().encode(text)).text).toBe(text);
      }),
      { seed: 1 },
    );
  });
});
