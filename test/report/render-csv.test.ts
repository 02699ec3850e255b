import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../src/report/render-csv.js';
import { collected } from '../support/collected.js';

const columns = [
  { name: 'code', title: '编码' },
  { name: 'text', title: '文字' },
  { name: 'amount', title: '金额' },
];
const csv = async (rows: Record<string, string | number | null>[], headers?: 'en'): Promise<string> =>
  (await collected(renderCsv(rows, columns, headers))).join('');

describe('renderCsv', () => {
  it('begins with a BOM and the titles of the columns', async () => {
    expect(await csv([])).toBe('\uFEFF编码,文字,金额\r\n');
    expect(await csv([], 'en')).toBe('\uFEFFcode,text,amount\r\n');
  });

  it('disarms what a spreadsheet would run, and leaves numbers alone', async () => {
    const rows = ['=1+1', '+cmd', '-x', '@sum', '-5', '+3.7%', '≥90%'].map((text) => ({
      text,
      amount: -1.5,
    }));
    const texts = (await csv(rows))
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[1]);
    expect(texts).toEqual(["'=1+1", "'+cmd", "'-x", "'@sum", '-5', '+3.7%', '≥90%']);
    expect(await csv(rows)).toContain(',-1.5\r\n');
  });

  it('keeps long codes as text for people, and exact for programs', async () => {
    const rows = [{ code: '130303220000051100012' }, { code: '007' }, { code: '430204' }];
    expect(await csv(rows)).toContain('\n130303220000051100012\t,');
    expect(await csv(rows)).toContain('\n007\t,');
    expect(await csv(rows)).toContain('\n430204,');
    expect(await csv(rows, 'en')).toContain('\n130303220000051100012,');
  });

  it('gives ids as the names people write, exact for programs, and never with a tab', async () => {
    const named = [
      { name: 'id', title: '编号', names: 'p' as const },
      { name: 'n', title: '数' },
    ];
    const rows = [{ id: 5730547821969414, n: 5730547821969414 }];
    const written = async (headers?: 'en') => (await collected(renderCsv(rows, named, headers))).join('');
    expect(await written()).toContain('\np5730547821969414,5730547821969414\r\n');
    expect(await written('en')).toContain('\n5730547821969414,5730547821969414\r\n');
  });

  it('gives back every text, whatever stands in it', () => {
    return fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), async (texts) => {
        const lines: string[][] = parse(await csv(texts.map((text) => ({ code: 'a', text }))), { bom: true });
        const read = lines.slice(1).map((line) => line[1] ?? '');
        expect(read).toHaveLength(texts.length);
        for (const [index, text] of texts.entries())
          expect(read[index]?.replace(/^'|\t$/g, '')).toBe(text.replace(/^'|\t$/g, ''));
      }),
    );
  });
});
