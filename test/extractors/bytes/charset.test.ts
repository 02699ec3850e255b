import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../extractors/bytes/charset.js';
import { sniff } from '../../../extractors/bytes/sniff.js';
import { decodeWindows1252 } from '../../../extractors/bytes/windows-1252.js';

const latin1 = (text: string): number[] => [...Buffer.from(text, 'latin1')];
/** 绩效 in GBK. */
const JIXIAO_GBK = [0xbc, 0xa8, 0xd0, 0xa7];

const tables = new Map<string, Map<string, number[]>>();

/** Text in a charset whose characters have one byte or two. */
function encoded(text: string, charset: string): Uint8Array {
  let table = tables.get(charset);
  if (!table) {
    table = new Map();
    tables.set(charset, table);
    for (const bytes of [...singles, ...doubles]) {
      const [character = '', ...others] = decodedBy(charset, bytes);
      if (others.length === 0 && character !== '\uFFFD' && !table.has(character)) table.set(character, bytes);
    }
  }
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? []));
}

const singles = Array.from({ length: 256 }, (_, byte) => [byte]);
const doubles = singles.slice(0x81).flatMap(([lead = 0]) => singles.map(([trail = 0]) => [lead, trail]));
const decodedBy = (charset: string, bytes: number[]): string =>
  charset === 'windows-1252'
    ? decodeWindows1252(Uint8Array.from(bytes))
    : new TextDecoder(charset).decode(Uint8Array.from(bytes));

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

  test.each([
    ['few line ends', `${'部门职责与年度工作安排'.repeat(30)}\r\n`],
    ['signs and figures', '一、绩效目标（２０２４年）：≥95%\n①宣传次数\t12次\n'],
    ['mostly ASCII', '<table><tr><td>name</td><td>value</td></tr></table>\n'],
    ['characters that are letters when turned about', '开展第一次最新一轮的统一检查\n'],
    ['a long line, then one line end', `${'城镇道路养护'.repeat(600)}\n`.slice(2000)],
  ])('UTF-16 without a mark, in either order: %s', (_, text) => {
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const [bytes, encoding] of [
      [little, 'utf-16le'],
      [big, 'utf-16be'],
    ] as const) {
      expect(decodeText(bytes)).toEqual({ text, encoding, diagnostics: [] });
      expect(sniff(bytes)).toBe('text');
    }
    const cut = Buffer.concat([little, little]).subarray(0, -1);
    expect(decodeText(cut)).toMatchObject({
      encoding: 'utf-16le',
      diagnostics: [{ code: 'undecodable-bytes' }],
    });
  });

  test('texts with stray zero bytes are no UTF-16', () => {
    for (const text of ['项目,金额\n甲,1\n\0', 'name,value\nab,cd\0\0\n']) {
      expect(decodeText(Buffer.from(text))).toMatchObject({ text, encoding: 'utf-8' });
    }
  });

  test('any Chinese text in GBK or UTF-16 without a mark comes back', () => {
    const word = fc.constantFrom(
      '绩效',
      '目标',
      '一',
      '泸溪',
      '，',
      '（',
      '≥',
      '12',
      'ab',
      ' ',
      '\n',
      '开',
      '服务对象满意度',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 6, maxLength: 200 }), (words) => {
        const text = `绩效目标${words.join('')}\n`;
        expect(decodeText(encoded(text, 'gb18030'))).toMatchObject({ text, encoding: 'gb18030' });
        expect(decodeText(Buffer.from(text, 'utf16le'))).toMatchObject({ text, encoding: 'utf-16le' });
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['windows-1251', 'Бюджет района на год, рублей\r\nИтого;12\r\n'],
    ['windows-1251', 'дома дороги мост'],
    ['koi8-r', 'исполнение бюджета по разделам и подразделам классификации расходов за отчётный период'],
    ['windows-1252', 'Maßnahmen für Straßen; Änderung\r\n'],
    ['windows-1252', 'dépenses prévues, réalisées “à ce jour” – 5 €'],
    ['big5', '部門職責與績效目標，宣傳次數不少於十二次\n'],
  ])('%s is read with a word of doubt, never as GB18030: %s', (charset, text) => {
    expect(decodeText(encoded(text, charset))).toMatchObject({
      text,
      encoding: charset,
      diagnostics: [{ code: 'charset-guessed' }],
    });
  });

  test('capitals of one Cyrillic charset are small letters of another: doubt, but no GB18030', () => {
    const text = 'БЮДЖЕТ РАЙОНА НА СЛЕДУЮЩИЙ ГОД И НА ПЛАНОВЫЙ ПЕРИОД ДВУХ ПОСЛЕДУЮЩИХ ЛЕТ, РУБЛЕЙ';
    const { encoding, diagnostics } = decodeText(encoded(text, 'windows-1251'));
    expect(['windows-1251', 'koi8-r']).toContain(encoding);
    expect(diagnostics).toMatchObject([{ code: 'charset-guessed' }]);
  });

  test('a declared single-byte charset is followed', () => {
    const page = `<meta charset="windows-1251">${'бюджет района '.repeat(9)}`;
    expect(decodeText(encoded(page, 'windows-1251'))).toEqual({
      text: page,
      encoding: 'windows-1251',
      diagnostics: [],
    });
  });

  test('any text written in UTF-8 comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF') && !text.includes('<'));
        expect(decodeText(new TextEncoder().encode(text)).text).toBe(text);
      }),
    );
  });
});
