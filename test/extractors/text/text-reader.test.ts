import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS, LimitError } from '../../../extractors/bytes/limits.js';
import { readBytes } from '../../../extractors/read-bytes.js';
import { textReader } from '../../../extractors/text/text-reader.js';
import { isGrid } from '../../../src/model/grid.js';
import { bytesOf, readText, row } from './shown.js';

describe('text of any kind', () => {
  it.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...bytesOf('甲\t1\n')]],
    ['UTF-16', [0xff, 0xfe, ...Buffer.from('甲\t1\n', 'utf16le')]],
    ['GB18030', [0xbc, 0xd7, 0x09, 0x31, 0x0a]],
  ])('reads %s', async (_, bytes) => {
    const { blocks } = await textReader.read(Uint8Array.from(bytes), { path: 'a.txt' });
    expect(blocks.filter(isGrid)[0]?.cells.map((cell) => cell.text)).toEqual(['甲', '1']);
  });

  it('says what it is: surer of cells a line than of plain text, not of binary', () => {
    const sure = [row('甲', '乙'), '甲\t乙\n', 'PK\u0003\u0004\u0000'].map((text) =>
      textReader.recognize(bytesOf(text)),
    );
    expect(sure[0]).toBeGreaterThan(sure[1] ?? 1);
    expect(sure[1]).toBeGreaterThan(0);
    expect(sure[2]).toBe(0);
  });

  it.each(['\n\n  \n', '\t\n\n'])('calls text without a word empty: %j', async (text) => {
    await expect(readText(text)).rejects.toMatchObject({ outcome: 'empty' });
  });

  it.each([
    ['a row', `${'甲\t'.repeat(LIMITS.gridColumns)}乙\n`],
    ['rows beside a long one', `${'甲\t'.repeat(9_999)}乙\n${'甲\t乙\n'.repeat(400)}`],
  ])('ends at %s of more cells than a table has', async (_name, text) => {
    await expect(readText(text)).rejects.toBeInstanceOf(LimitError);
  });

  it('loses no character but white space, in either dialect', async () => {
    const word = fc.stringMatching(/^[甲乙丙\d：（）]{0,4}$/);
    const cells = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(cells, fc.boolean(), async (rows, byCell) => {
        const text = byCell
          ? rows.map((each) => row(...each)).join('')
          : rows.map((each) => each.join('\t')).join('\n');
        fc.pre(text.trim() !== '');
        const { blocks } = await readText(text);
        const found = blocks.map((block) =>
          isGrid(block) ? block.cells.map((cell) => cell.text).join('') : block.text,
        );
        expect(found.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      { numRuns: 200 },
    );
  });
});

it.each([
  ['one character over and over', 'x'.repeat(60_000)],
  [
    'data in base64',
    Buffer.from(Array.from({ length: 30_000 }, (_, n) => (n * 7919) % 251)).toString('base64'),
  ],
  ['a short line before the filler', `OFD 1.0\n${'0123456789abcdef'.repeat(2000)}`],
  ['filler at the end of lines', `a b c\n${'a'.repeat(12_000)}\nb`],
])('%s is no text', async (_, junk) => {
  expect(await readBytes(Buffer.from(junk), { path: 'a.ofd' })).toMatchObject({
    outcome: 'corrupt',
    reason: expect.stringContaining('不是文字'),
  });
});

it.each([
  ['a long line of Chinese', '宣传'.repeat(10_000)],
  ['many short words', 'see this line '.repeat(5_000)],
  ['a long address', `https://example.org/${'a'.repeat(2_000)}`],
])('%s is', async (_, text) => {
  expect(await readBytes(Buffer.from(text), { path: 'a.txt' })).toMatchObject({ outcome: 'ok' });
});
