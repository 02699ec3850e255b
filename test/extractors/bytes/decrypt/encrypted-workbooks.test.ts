import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { LimitError, UnreadableError } from '../../../../extractors/bytes/limits.js';
import { repackage } from '../../../../extractors/bytes/repackage.js';
import { readBytes } from '../../../../extractors/read-bytes.js';
import { xlsxReader } from '../../../../extractors/xlsx/xlsx-reader.js';
import { isGrid } from '../../../../src/model/grid.js';
import { agilePackage, encryptedXls, standardPackage } from '../../../support/encrypted-workbook.js';
import { runsOf } from '../../../support/thorough.js';

/** Long enough for several blocks and segments. */
const ROWS = Array.from({ length: 120 }, (_, i) => [`第${i + 1}个项目的名称`, i + 0.5, '万元']);
const book = (bookType: 'xlsx' | 'biff8'): Uint8Array =>
  new Uint8Array(write(utils.book_new(utils.aoa_to_sheet(ROWS), '汇总'), { type: 'buffer', bookType }));
const [xlsx, xls] = [book('xlsx'), book('biff8')];
const BITS = runsOf(2, 20);
const SCHEMES: [string, (password?: string) => Uint8Array][] = [
  ['agile', (password) => agilePackage(xlsx, password)],
  ['standard', (password) => standardPackage(xlsx, password)],
  ['RC4', (password) => encryptedXls(xls, 'rc4', password)],
  ['RC4 of CryptoAPI', (password) => encryptedXls(xls, 'crypto-api', password)],
  ['XOR', (password) => encryptedXls(xls, 'xor', password)],
];

describe.each(SCHEMES)('%s', (_name, encrypted) => {
  test('with the built-in password opens', async () => {
    const { outcome, blocks } = await readBytes(encrypted(), { path: 'a' });
    expect(outcome).toBe('ok');
    const texts = blocks.filter(isGrid).flatMap(({ cells }) => cells.map(({ text }) => text));
    expect(texts).toEqual(ROWS.flat().map(String));
  });

  test('with a password of its own is refused as encrypted', async () => {
    const { outcome, reason } = await readBytes(encrypted('abc123'), { path: 'a' });
    expect([outcome, reason?.includes('密码')]).toEqual(['encrypted', true]);
  });

  test('damaged in any region it ends in a refusal in words, or is read', async () => {
    const whole = encrypted();
    const regions = runsOf(2, 16);
    for (let i = 0; i < regions; i++) {
      const damaged = Uint8Array.from(whole);
      const from = Math.floor((i * whole.length) / regions);
      for (let at = from; at < Math.floor(((i + 1) * whole.length) / regions); at++) {
        damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      }
      const { outcome, reason } = await readBytes(damaged, { path: 'a' });
      if (outcome !== 'ok') expect(reason).toMatch(/\p{Script=Han}/u);
    }
  });

  test('the reader itself throws nothing but refusals', async () => {
    const whole = encrypted();
    for (let i = 0; i < BITS; i++) {
      const damaged = Uint8Array.from(whole);
      const at = Math.floor((i * whole.length) / BITS);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (i % 8));
      try {
        await xlsxReader.read(repackage(damaged), { path: 'a' });
      } catch (error) {
        expect(error instanceof UnreadableError || error instanceof LimitError).toBe(true);
      }
    }
  });
});
